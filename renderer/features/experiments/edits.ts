/** The changes of the document that this step makes, as data. Pure. */

import { slugOf } from "../../../shared/lib/slug.ts";
import type { PlainValue, PlanEdit } from "../../../shared/plan/edit/plan-edit.ts";
import type { DocumentPath } from "../../../shared/plan/fault.ts";
import { treeEntries, treeItems, treeValue } from "../../fields/tree-value.ts";

export type Edits = readonly PlanEdit[];

/** A value of the tree: it was read from JSON or YAML, so that it is plain data whatever it says. */
export const plain = (value: unknown): PlainValue => (value === undefined ? null : (value as PlainValue));

export const experimentPath = (experiment: number): DocumentPath => ["experiments", experiment];
export const sweepPath = (experiment: number, sweep: number): DocumentPath => [
  "experiments",
  experiment,
  "sweeps",
  sweep,
];

/** A name that `taken` does not have: `wanted`, or with the next free number behind it. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const [, stem = wanted, from = "1"] = /^(.*?)(?: (\d+))?$/.exec(wanted) ?? [];
  for (let number = Number(from) + 1; ; number += 1) {
    const name = `${stem} ${number}`;
    if (!taken.has(name)) return name;
  }
}

/** The id that a title suggests. */
const idOfTitle = (title: string, taken: ReadonlySet<string>): string => slugOf(title, [...taken], "experiment");

const idsOf = (tree: unknown, but = -1): Set<string> =>
  new Set(
    treeItems(tree, ["experiments"]).flatMap((experiment, index) => {
      const id = treeValue(experiment, ["id"]);
      return index !== but && typeof id === "string" ? [id] : [];
    }),
  );

const titlesOf = (tree: unknown): Set<string> =>
  new Set(treeItems(tree, ["experiments"]).map((experiment) => String(treeValue(experiment, ["title"]))));

/** An experiment of one run, put in at `at`. */
export function addExperiment(tree: unknown, at: number): Edits {
  const title = freeName("New experiment", titlesOf(tree));
  return insertExperiment(tree, at, { id: idOfTitle(title, idsOf(tree)), title, sweeps: [{}] });
}

/** An experiment of one sweep that was written elsewhere, put in at `at`. */
export function addWritten(
  tree: unknown,
  at: number,
  { title: wanted, note, sweep }: { readonly title: string; readonly note: string; readonly sweep: PlainValue },
): Edits {
  const title = freeName(wanted, titlesOf(tree));
  return insertExperiment(tree, at, { id: idOfTitle(title, idsOf(tree)), title, note, sweeps: [sweep] });
}

/** The experiment again, below itself, under a title and an id of its own. */
export function copyExperiment(tree: unknown, experiment: number): Edits {
  const original = plain(treeValue(tree, experimentPath(experiment)));
  if (typeof original !== "object" || original === null || Array.isArray(original)) return [];
  const title = freeName(`${String(treeValue(original, ["title"]) ?? "Experiment")} copy`, titlesOf(tree));
  return insertExperiment(tree, experiment + 1, { ...original, id: idOfTitle(title, idsOf(tree)), title });
}

function insertExperiment(tree: unknown, at: number, value: PlainValue): Edits {
  return Array.isArray(treeValue(tree, ["experiments"]))
    ? [{ op: "insert", path: ["experiments"], at, value }]
    : [{ op: "set", path: ["experiments"], value: [value] }];
}

/**
 * Takes an experiment out, and what only makes sense with it: its disputes, and its name in `after` and `sharedWith` of others.
 */
export function deleteExperiment(tree: unknown, experiment: number): Edits {
  const id = treeValue(tree, [...experimentPath(experiment), "id"]);
  const references = typeof id === "string" ? referencesTo(tree, id, experiment) : [];
  return [...references, { op: "remove", path: experimentPath(experiment) }];
}

function referencesTo(tree: unknown, id: string, but: number): Edits {
  const disputes = treeItems(tree, ["disputes"]);
  const gone = disputes.flatMap((dispute, index) => (treeValue(dispute, ["experiment"]) === id ? [index] : []));
  const removedDisputes: Edits =
    gone.length === disputes.length && gone.length > 0
      ? [{ op: "remove", path: ["disputes"] }]
      : gone.toReversed().map((index) => ({ op: "remove", path: ["disputes", index] }));
  const others = treeItems(tree, ["experiments"]).flatMap((other, index): Edits => {
    if (index === but) return [];
    const path = experimentPath(index);
    const after = treeItems(other, ["after"]);
    return [
      ...(after.includes(id) ? listWithout([...path, "after"], after, id) : []),
      ...(treeValue(other, ["sharedWith"]) === id ? [remove([...path, "sharedWith"])] : []),
      ...treeItems(other, ["sweeps"]).flatMap((sweep, at) =>
        treeValue(sweep, ["sharedWith"]) === id ? [remove([...path, "sweeps", at, "sharedWith"])] : [],
      ),
    ];
  });
  return [...removedDisputes, ...others];
}

const remove = (path: DocumentPath): PlanEdit => ({ op: "remove", path });

function listWithout(path: DocumentPath, list: readonly unknown[], item: unknown): Edits {
  const left = list.filter((one) => one !== item);
  return left.length === 0 ? [remove(path)] : [{ op: "set", path, value: left.map(plain) }];
}

/** Puts `id` among what comes before an experiment, or takes it out. */
export function toggleAfter(tree: unknown, experiment: number, id: string): Edits {
  const path = [...experimentPath(experiment), "after"];
  const after = treeItems(tree, path);
  return after.includes(id) ? listWithout(path, after, id) : [{ op: "set", path, value: [...after.map(plain), id] }];
}

/**
 * Gives an experiment another title. The id that its first title suggested follows, as long as nothing else of the plan names it.
 */
export function retitle(tree: unknown, experiment: number, title: string): Edits {
  const path = experimentPath(experiment);
  const before = treeValue(tree, [...path, "title"]);
  const id = treeValue(tree, [...path, "id"]);
  const taken = idsOf(tree, experiment);
  const change: PlanEdit = { op: "set", path: [...path, "title"], value: title };
  const follows =
    typeof id === "string" &&
    typeof before === "string" &&
    id === idOfTitle(before, taken) &&
    referencesTo(tree, id, experiment).length === 0;
  return follows ? [{ op: "set", path: [...path, "id"], value: idOfTitle(title, taken) }, change] : [change];
}

export const moveItem = (path: DocumentPath, from: number, to: number): Edits =>
  from === to ? [] : [{ op: "move", path, from, to }];

/** A sweep of one run, put in at `at`. */
export const addSweep = (tree: unknown, experiment: number, at: number): Edits => insertSweep(tree, experiment, at, {});

/** The sweep again, below itself; an id belongs to the original. */
export function copySweep(tree: unknown, experiment: number, sweep: number): Edits {
  const { id: _, ...copy } = Object.fromEntries(
    treeEntries(tree, sweepPath(experiment, sweep)).map(([key, value]) => [key, plain(value)]),
  );
  return insertSweep(tree, experiment, sweep + 1, copy);
}

function insertSweep(tree: unknown, experiment: number, at: number, value: PlainValue): Edits {
  const path = [...experimentPath(experiment), "sweeps"];
  return Array.isArray(treeValue(tree, path))
    ? [{ op: "insert", path, at, value }]
    : [{ op: "set", path, value: [value] }];
}

/** Takes a sweep out, with the disputes that read it otherwise. */
export function deleteSweep(tree: unknown, experiment: number, sweep: number): Edits {
  const id = treeValue(tree, [...experimentPath(experiment), "id"]);
  const own = treeValue(tree, [...sweepPath(experiment, sweep), "id"]);
  const isOnly = treeItems(tree, [...experimentPath(experiment), "sweeps"]).length === 1;
  const disputes = treeItems(tree, ["disputes"]);
  const gone = disputes.flatMap((dispute, index) => {
    const named = treeValue(dispute, ["sweep"]);
    return treeValue(dispute, ["experiment"]) === id &&
      (named === own || (isOnly && named === undefined)) &&
      own !== undefined
      ? [index]
      : [];
  });
  const removed: Edits =
    gone.length > 0 && gone.length === disputes.length
      ? [remove(["disputes"])]
      : gone.toReversed().map((index) => remove(["disputes", index]));
  return [...removed, remove(sweepPath(experiment, sweep))];
}

/** An axis with a value, at the end of the sweep's; under a name that is free. */
export function addAxis(axesPath: DocumentPath, names: readonly string[], name: string, value: PlainValue): Edits {
  return [{ op: "set", path: [...axesPath, freeName(name, new Set(names))], value }];
}

/** The axis again, below itself. An axis that sets a field is one too many then, which the plan's faults say. */
export function copyAxis(axesPath: DocumentPath, names: readonly string[], name: string, value: PlainValue): Edits {
  const copy = freeName(name, new Set(names));
  return [
    { op: "set", path: [...axesPath, copy], value },
    { op: "moveKey", path: axesPath, key: copy, to: names.indexOf(name) + 1 },
  ];
}

/** Takes an axis out, and `axes` with the last of them; a limit of runs no longer speaks of it. */
export function deleteAxis(tree: unknown, axesPath: DocumentPath, name: string): Edits {
  const names = treeEntries(tree, axesPath);
  const per = [...axesPath.slice(0, -1), "maxParallel", "per"];
  const limited = treeItems(tree, per);
  return [
    remove(names.length === 1 ? axesPath : [...axesPath, name]),
    ...(limited.includes(name) ? listWithout(per, limited, name) : []),
  ];
}

/** Gives an axis another name, in the limit and in the tables of counts that speak of it, too. */
export function renameAxis(tree: unknown, axesPath: DocumentPath, from: string, to: string): Edits {
  const per = [...axesPath.slice(0, -1), "maxParallel", "per"];
  const limited = treeItems(tree, per);
  return [
    { op: "rename", path: axesPath, from, to },
    ...treeEntries(tree, axesPath).flatMap(
      ([name, value]): Edits =>
        treeValue(value, ["by"]) === from ? [{ op: "set", path: [...axesPath, name, "by"], value: to }] : [],
    ),
    ...(limited.includes(from)
      ? [{ op: "set" as const, path: per, value: limited.map((one) => (one === from ? to : plain(one))) }]
      : []),
  ];
}

/** Takes a field out of a level of the plan, and the group with its last field. */
export function removeField(tree: unknown, groupPath: DocumentPath, field: string): Edits {
  const fields = treeEntries(tree, groupPath);
  return [remove(fields.length === 1 ? groupPath : [...groupPath, field])];
}

/** A number that stands at `path` becomes a variable called `name`, which other places may use too. */
export function shareAs(tree: unknown, path: DocumentPath, name: string): Edits {
  const value = treeValue(tree, path);
  const range: PlainValue =
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? plain(value)
      : { low: plain(value), likely: plain(value), high: plain(value) };
  const known = treeValue(tree, ["variables", name]) !== undefined;
  return [
    ...(known ? [] : [{ op: "set" as const, path: ["variables", name], value: range }]),
    { op: "set", path, value: { use: name } },
  ];
}

/** A number that uses a variable gets the variable's range as its own: from now on it is drawn apart. */
export function detach(tree: unknown, path: DocumentPath): Edits {
  const name = treeValue(tree, [...path, "use"]);
  const range = typeof name === "string" ? treeValue(tree, ["variables", name]) : undefined;
  return range === undefined ? [] : [{ op: "set", path, value: plain(range) }];
}

/** The experiments, by index, in which a variable is used. */
export function experimentsUsing(tree: unknown, variable: string): number[] {
  return treeItems(tree, ["experiments"]).flatMap((experiment, index) => (uses(experiment, variable) ? [index] : []));
}

function uses(value: unknown, variable: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (!Array.isArray(value) && treeValue(value, ["use"]) === variable) return true;
  return Object.values(value).some((inner) => uses(inner, variable));
}

/**
 * A name that a variable may have, from words.
 *
 * @example variableName("points per line") // "pointsPerLine"
 */
export function variableName(words: string): string {
  const name = words
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^A-Za-z0-9 ]+/g, " ")
    .trim()
    .split(/ +/)
    .map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
    .join("")
    .slice(0, 64);
  return name === "" ? "variable" : /^[A-Za-z]/.test(name) ? name : `n${name}`;
}
