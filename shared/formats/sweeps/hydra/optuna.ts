/** Hydra's Optuna sweeper. */
import type { SourceNode } from "../../../plan/text/source.ts";
import { countOf, memberOf, textOf } from "../nodes.ts";
import type { Notes } from "../notes.ts";
import { domainOf } from "../search-space/domain.ts";
import { floorDivide } from "../steps.ts";
import type { Constant, SweepAxis, SweepMethod } from "../sweep-file.ts";
import { choiceAxis, drawnRange, listedAxis, type Parameter, parametersOf } from "./parameters.ts";
import { constantsOf, type SweeperReading } from "./sweeper.ts";

/** What the plugin tries when the file does not say: `n_trials` of its OptunaSweeperConf. */
const DEFAULT_TRIALS = 20;

const METHODS: readonly (readonly [pattern: RegExp, method: SweepMethod])[] = [
  [/grid/i, "grid"],
  [/random|qmc|quasi/i, "random"],
  [/cma|nsga/i, "evolution"],
  [/tpe|gp|bayes/i, "bayes"],
];

/** `sampler`: as chosen in the list of defaults; TPE where nothing is chosen, as the plugin does. */
export function readOptuna(sweeper: SourceNode, sampler: string | null, notes: Notes): SweeperReading {
  const named = textOf(memberOf(sweeper, "sampler"), "_target_") ?? sampler ?? "tpe";
  const method = METHODS.find(([pattern]) => pattern.test(named))?.[1] ?? "search";
  const trials = countOf(sweeper, "n_trials") ?? DEFAULT_TRIALS;
  if (memberOf(sweeper, "n_trials") === undefined) {
    notes.warn(`n_trials is not in the file: Hydra's Optuna sweeper then tries ${DEFAULT_TRIALS}.`);
  }
  if (memberOf(sweeper, "custom_search_space") !== undefined) {
    notes.warn(
      "custom_search_space is a program: parameters that it adds are not shown. It does not change the number of trials.",
    );
  }
  const parameters = parametersOf(memberOf(sweeper, "params"), notes);
  const older =
    parameters.length === 0 ? olderSpace(memberOf(sweeper, "search_space"), notes) : { axes: [], constants: [] };
  const isGrid = method === "grid";
  const axes = [
    ...parameters.flatMap((parameter) => (isGrid ? gridAxis(parameter, notes) : drawnAxis(parameter))),
    ...older.axes,
  ];
  return {
    format: "hydra-optuna",
    method,
    axes,
    constants: [...constantsOf(parameters), ...older.constants],
    trials: isGrid ? 1 : trials,
    cap: isGrid ? trials : null,
    maxParallel: countOf(sweeper, "n_jobs"),
  };
}

function drawnAxis({ name, swept }: Parameter): SweepAxis[] {
  switch (swept.kind) {
    case "constant":
      return [];
    case "choice":
      return [choiceAxis(name, swept.values, true)];
    case "glob":
      return [{ name, drawn: true, kind: "count", count: null }];
    default:
      return [drawnRange(name, swept)];
  }
}

/** The plugin's grid leaves the end of a range out, and counts its steps by Python's floor division. */
function gridAxis({ name, at, swept }: Parameter, notes: Notes): SweepAxis[] {
  switch (swept.kind) {
    case "constant":
      return [];
    case "choice":
      return [choiceAxis(name, swept.values, false)];
    case "steps": {
      const { start, stop, step } = swept;
      return [listedAxis(name, start, step, Math.max(0, floorDivide(stop - start, step)))];
    }
    case "glob":
      notes.need("glob", `${name} runs over every configuration of its group that matches ${swept.pattern}`, at, name);
      return [{ name, drawn: false, kind: "count", count: null }];
    case "interval":
      notes.fault(at, {
        message: "A grid cannot run over an interval",
        value: name,
        allowed: "choice(…) or range(…) with the grid sampler",
      });
      return [];
  }
}

/** The form before Hydra 1.2: `search_space: {x: {type: float, low: 0, high: 1}}`. */
function olderSpace(space: SourceNode | undefined, notes: Notes): { axes: SweepAxis[]; constants: Constant[] } {
  const axes: SweepAxis[] = [];
  const constants: Constant[] = [];
  for (const [name, node] of space?.members ?? []) {
    const domain = domainOf(name, node, notes);
    if (domain?.kind === "axis") axes.push(domain.axis);
    else if (domain?.kind === "constant") constants.push({ name, value: domain.value });
  }
  return { axes, constants };
}
