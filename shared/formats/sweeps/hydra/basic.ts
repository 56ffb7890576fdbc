/** Hydra's own sweeper: every combination of its parameters once. */
import type { SourceNode } from "../../../plan/text/source.ts";
import type { Notes } from "../notes.ts";
import type { SweepAxis } from "../sweep-file.ts";
import { choiceAxis, drawnRange, type Parameter, parametersOf, stepsAxis } from "./parameters.ts";
import { constantsOf, type SweeperReading } from "./sweeper.ts";

export const readBasic = (sweeper: SourceNode, notes: Notes): SweeperReading =>
  gridOf(parametersOf(sweeper.members?.get("params"), notes), notes);

/** The grid of some parameters. An interval has no end of values: whoever started it knows its sampler and its trials. */
export function gridOf(parameters: readonly Parameter[], notes: Notes): SweeperReading {
  const axes = parameters.flatMap(({ name, at, swept }): SweepAxis[] => {
    switch (swept.kind) {
      case "constant":
        return [];
      case "choice":
        return [choiceAxis(name, swept.values, false)];
      case "steps":
        return [stepsAxis(name, swept)];
      case "glob": {
        const why = `${name} runs over every configuration of its group that matches ${swept.pattern}`;
        notes.need("glob", why, at, name);
        return [{ name, drawn: false, kind: "count", count: null }];
      }
      default:
        return [drawnRange(name, swept)];
    }
  });
  const interval = parameters.find(({ swept }) => swept.kind === "interval");
  if (interval !== undefined) {
    const why = `${interval.name} is an interval, and the file does not say by which sampler it is searched, how often`;
    notes.need("trials", why, interval.at, interval.name);
  }
  return {
    format: "hydra",
    method: interval === undefined ? "grid" : "search",
    axes,
    constants: constantsOf(parameters),
    trials: interval === undefined ? 1 : null,
    cap: null,
    maxParallel: null,
  };
}
