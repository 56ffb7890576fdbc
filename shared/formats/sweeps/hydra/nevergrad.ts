/** Hydra's Nevergrad sweeper. */
import type { SourceNode } from "../../../plan/text/source.ts";
import { countOf, memberOf, numberOf } from "../nodes.ts";
import type { Notes } from "../notes.ts";
import { countBelow, MOST_LISTED, spaced } from "../steps.ts";
import type { SweepAxis } from "../sweep-file.ts";
import { choiceAxis, drawnRange, type Parameter, parameterOf } from "./parameters.ts";
import { constantsOf, type SweeperReading } from "./sweeper.ts";

/** `budget` of the plugin's NevergradOptimConf. */
const DEFAULT_BUDGET = 80;

export function readNevergrad(sweeper: SourceNode, notes: Notes): SweeperReading {
  const optim = memberOf(sweeper, "optim");
  const budget = countOf(optim, "budget") ?? DEFAULT_BUDGET;
  if (memberOf(optim, "budget") === undefined) {
    notes.warn(`budget is not in the file: Hydra's Nevergrad sweeper then tries ${DEFAULT_BUDGET}.`);
  }
  // `parametrization` is the older name of `params`.
  const space = memberOf(sweeper, "params") ?? memberOf(sweeper, "parametrization");
  const axes: SweepAxis[] = [];
  const parameters: Parameter[] = [];
  for (const [name, node] of space?.members ?? []) {
    if (isScalarSpec(node)) axes.push(scalarAxis(name, node));
    else parameters.push(...parameterOf(name, node, notes));
  }
  return {
    format: "hydra-nevergrad",
    method: "evolution",
    axes: inOrder([...axes, ...parameters.flatMap(axisOf)], space),
    constants: constantsOf(parameters),
    trials: budget,
    cap: null,
    maxParallel: countOf(optim, "num_workers"),
  };
}

function inOrder(axes: readonly SweepAxis[], space: SourceNode | undefined): SweepAxis[] {
  const places = new Map([...(space?.members?.keys() ?? [])].map((name, index) => [name, index]));
  const placeOf = ({ name }: SweepAxis) => places.get(name) ?? 0;
  return [...axes].sort((a, b) => placeOf(a) - placeOf(b));
}

const KEYS: ReadonlySet<string> = new Set(["init", "lower", "upper", "step", "log", "integer"]);

const isScalarSpec = ({ members }: SourceNode): boolean =>
  members !== null && members.size > 0 && [...members.keys()].every((key) => KEYS.has(key));

/** `{init: 0.02, step: 2, log: true}`: a number that evolves; its bounds may be left out. */
function scalarAxis(name: string, node: SourceNode): SweepAxis {
  const whole = memberOf(node, "integer")?.value === true;
  return {
    name,
    drawn: true,
    kind: "range",
    low: numberOf(node, "lower"),
    high: numberOf(node, "upper"),
    step: whole ? 1 : null,
    scale: memberOf(node, "log")?.value === true ? "log" : "linear",
    whole,
    normal: null,
  };
}

/** Nevergrad chooses among the numbers of a range, without its end. */
function axisOf({ name, swept }: Parameter): SweepAxis[] {
  if (swept.kind === "constant") return [];
  if (swept.kind === "choice") return [choiceAxis(name, swept.values, true)];
  if (swept.kind === "glob") return [{ name, drawn: true, kind: "count", count: null }];
  // An interval is a continuum here, whatever its ends, unless it is cast.
  if (swept.kind === "interval") return [drawnRange(name, { ...swept, whole: swept.isCast })];
  const count = countBelow(swept.start, swept.stop, swept.step);
  return count > MOST_LISTED
    ? [{ name, drawn: true, kind: "count", count }]
    : [choiceAxis(name, spaced(swept.start, swept.step, count), true)];
}
