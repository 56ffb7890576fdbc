/** A cut as edits of the plan's text. */
import { axisKind } from "../../plan/axis-kind.ts";
import type { PlanDocument, SweepDocument } from "../../plan/document.ts";
import type { PlanEdit } from "../../plan/edit/plan-edit.ts";
import type { DocumentPath } from "../../plan/fault.ts";
import type { Cut } from "./cut.ts";

/**
 * The edits that make `cut` to the document as it is now; null where nothing would be left of the plan, or the cut is no part of it any
 * more. What refers to something that goes is taken out with it: an order of experiments, a dispute, a count by value.
 */
export function cutEdits(document: PlanDocument, cut: Cut): PlanEdit[] | null {
  switch (cut.kind) {
    case "experiment":
      return removing(document, { experiments: indicesWith(document, cut.experiment), sweeps: [], places: [] });
    case "value":
      return valueEdits(document, cut.axis, cut.value);
    case "count": {
      const at = indicesWith(document, cut.experiment)[0];
      if (at === undefined || document.experiments[at]?.sweeps[cut.sweep]?.axes?.[cut.axis] === undefined) return null;
      return [{ op: "set", path: ["experiments", at, "sweeps", cut.sweep, "axes", cut.axis], value: cut.to }];
    }
    case "repeats": {
      const at = indicesWith(document, cut.experiment)[0];
      if (at === undefined || document.experiments[at]?.sweeps[cut.sweep ?? 0] === undefined) return null;
      const inside = cut.sweep === null ? [] : ["sweeps", cut.sweep];
      return [{ op: "set", path: ["experiments", at, ...inside, "repeats"], value: cut.to }];
    }
    case "variable":
      if (document.variables?.[cut.variable] === undefined) return null;
      return [{ op: "set", path: ["variables", cut.variable, "likely"], value: cut.to }];
  }
}

const indicesWith = (document: PlanDocument, id: string): number[] =>
  document.experiments.flatMap((experiment, index) => (experiment.id === id ? [index] : []));

interface Removed {
  readonly experiments: readonly number[];
  readonly sweeps: readonly (readonly [experiment: number, sweep: number])[];
  /** Items of lists and members of objects inside what stays. */
  readonly places: readonly DocumentPath[];
}

function valueEdits(document: PlanDocument, axis: string, value: unknown): PlanEdit[] | null {
  const sweeps: [number, number][] = [];
  const places: DocumentPath[] = [];
  for (const [experiment, { sweeps: all }] of document.experiments.entries()) {
    for (const [sweep, stated] of all.entries()) {
      const items = itemsOf(stated, axis);
      const at = items.indexOf(value);
      if (at < 0) continue;
      const path = ["experiments", experiment, "sweeps", sweep, "axes"];
      if (items.length === 1) sweeps.push([experiment, sweep]);
      else places.push([...path, axis, at], ...tableKeys(stated, axis, String(value)).map((key) => [...path, ...key]));
    }
  }
  if (sweeps.length === 0 && places.length === 0) return null;
  const emptied = document.experiments.flatMap(({ sweeps: all }, index) =>
    all.every((_, sweep) => sweeps.some(([at, one]) => at === index && one === sweep)) ? [index] : [],
  );
  return removing(document, {
    experiments: emptied,
    sweeps: sweeps.filter(([experiment]) => !emptied.includes(experiment)),
    places,
  });
}

/** The values of a listed axis, rows by their label; none where it lists nothing. */
function itemsOf({ axes }: SweepDocument, name: string): unknown[] {
  const axis = axes?.[name];
  if (axis === undefined) return [];
  const kind = axisKind(name, axis);
  if (kind.kind === "variant") return kind.rows.map(({ label }) => label);
  if (kind.kind === "path") return [...kind.values];
  return kind.kind === "labels" ? [...kind.labels] : [];
}

/** Counts that are stated for the value, in the sweep's other axes. */
const tableKeys = ({ axes }: SweepDocument, by: string, key: string): DocumentPath[] =>
  Object.entries(axes ?? {}).flatMap(([name, axis]) => {
    const kind = axisKind(name, axis);
    return kind.kind === "table" && kind.table.by === by && Object.hasOwn(kind.table.counts, key)
      ? [[name, "counts", key]]
      : [];
  });

function removing(document: PlanDocument, { experiments, sweeps, places }: Removed): PlanEdit[] | null {
  const all = document.experiments;
  if (experiments.length + sweeps.length + places.length === 0 || experiments.length === all.length) return null;
  const ids = new Set(experiments.map((index) => all[index]?.id));
  const sweepIds = sweeps.map(([experiment, sweep]) => [all[experiment]?.id, all[experiment]?.sweeps[sweep]?.id]);
  const isGone = (experiment: number) => experiments.includes(experiment);
  const references = all.flatMap((stated, experiment): DocumentPath[] => {
    if (isGone(experiment)) return [];
    const path = ["experiments", experiment];
    const shared = (owner: { readonly sharedWith?: string | undefined }, at: DocumentPath): DocumentPath[] =>
      owner.sharedWith !== undefined && ids.has(owner.sharedWith) ? [[...at, "sharedWith"]] : [];
    return [
      ...whole([...path, "after"], stated.after ?? [], (id) => ids.has(id)),
      ...shared(stated, path),
      ...stated.sweeps.flatMap((sweep, at) =>
        sweeps.some(([one, gone]) => one === experiment && gone === at) ? [] : shared(sweep, [...path, "sweeps", at]),
      ),
    ];
  });
  const disputes = whole(
    ["disputes"],
    document.disputes ?? [],
    ({ experiment, sweep }) =>
      ids.has(experiment) || sweepIds.some(([id, gone]) => id === experiment && gone !== undefined && gone === sweep),
  );
  const paths: DocumentPath[] = [
    ...experiments.map((index) => ["experiments", index]),
    ...sweeps.map(([experiment, sweep]) => ["experiments", experiment, "sweeps", sweep]),
    ...places,
    ...references,
    ...disputes,
  ];
  // From the end to the beginning: what goes first then moves nothing that goes later.
  return paths.sort(later).map((path) => ({ op: "remove", path }));
}

/** The items of a list that go; the list itself where nothing is left of it. */
function whole<T>(path: DocumentPath, items: readonly T[], goes: (item: T) => boolean): DocumentPath[] {
  const gone = items.flatMap((item, index) => (goes(item) ? [index] : []));
  return gone.length > 0 && gone.length === items.length ? [path] : gone.map((index) => [...path, index]);
}

function later(a: DocumentPath, b: DocumentPath): number {
  for (const [depth, step] of a.entries()) {
    const other = b[depth];
    if (other === undefined) return -1;
    if (step === other) continue;
    return typeof step === "number" && typeof other === "number" ? other - step : String(step) < String(other) ? 1 : -1;
  }
  return a.length < b.length ? 1 : 0;
}
