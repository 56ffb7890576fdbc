/** What the parameters of a file are taken for before anybody says otherwise. Pure. */
import { likelyValues } from "../../../../shared/formats/sweeps/experiment/likely-values.ts";
import { suggestTarget } from "../../../../shared/formats/sweeps/experiment/suggest.ts";
import { fits, labelName, type Target } from "../../../../shared/formats/sweeps/experiment/target.ts";
import type { SweepAxis, SweepFile } from "../../../../shared/formats/sweeps/sweep-file.ts";

/** Whether a parameter that only counts makes a difference: not where its values are drawn, nor in a table, whose rows are the runs. */
export const countsRuns = (file: SweepFile, axis: SweepAxis): boolean => !axis.drawn && file.rows === null;

/**
 * Targets for every parameter: what it became before (`known`), else what its name suggests, else a label. A field that does not take the
 * values, or that an earlier parameter sets already, is not suggested. Lengths of the training exclude each other.
 */
export function firstTargets(file: SweepFile, known: ReadonlyMap<string, Target>): Map<string, Target> {
  const targets = new Map<string, Target>();
  const things = new Set<string>();
  const labels = new Set<string>();
  const free = (path: string) => {
    const thing = LENGTHS.has(path) ? "length" : path;
    if (things.has(thing)) return false;
    things.add(thing);
    return true;
  };
  for (const axis of file.axes) {
    const wanted = known.get(axis.name) ?? suggestTarget(axis.name, { inTable: file.rows !== null });
    const values = sampleOf(axis);
    const isField = wanted.kind === "field" && values.length > 0 && fits(wanted.path, values) && free(wanted.path);
    if (isField) targets.set(axis.name, wanted);
    else if (!countsRuns(file, axis)) targets.set(axis.name, { kind: "out" });
    else if (wanted.kind === "repeats" || wanted.kind === "out") targets.set(axis.name, wanted);
    else targets.set(axis.name, freeLabel(wanted.kind === "label" ? wanted.name : labelName(axis.name), labels));
  }
  for (const { name, value } of file.constants) {
    const wanted = known.get(name) ?? suggestTarget(name);
    // Passes over the data need the size of the data, which no sweep file has.
    const isSafe = known.has(name) || (wanted.kind === "field" && wanted.path !== "training.epochs");
    const isField = isSafe && wanted.kind === "field" && fits(wanted.path, [value]) && free(wanted.path);
    targets.set(name, isField ? wanted : { kind: "out" });
  }
  return targets;
}

const LENGTHS = new Set(["training.steps", "training.tokens", "training.epochs", "training.tokensPerParameter.ratio"]);

/** Values that the parameter takes, or that stand for its range. */
function sampleOf(axis: SweepAxis): readonly unknown[] {
  if (axis.kind === "values") return axis.values;
  return axis.kind === "range" ? likelyValues(axis) : [];
}

function freeLabel(name: string, taken: Set<string>): Target {
  let own = name;
  for (let number = 2; taken.has(own); number++) own = `${name} ${number}`;
  taken.add(own);
  return { kind: "label", name: own };
}
