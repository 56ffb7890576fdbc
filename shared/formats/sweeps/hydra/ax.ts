/** Hydra's Ax sweeper. */
import type { SourceNode } from "../../../plan/text/source.ts";
import { countOf, memberOf, numberOf, sweepValue, textOf } from "../nodes.ts";
import type { Notes } from "../notes.ts";
import type { SweepAxis } from "../sweep-file.ts";
import { choiceAxis, drawnRange, type Parameter, parameterOf, parametersOf } from "./parameters.ts";
import { constantsOf, type SweeperReading } from "./sweeper.ts";

/** `max_trials` of the plugin's AxConfig. */
const DEFAULT_TRIALS = 10;

export function readAx(sweeper: SourceNode, notes: Notes): SweeperReading {
  const config = memberOf(sweeper, "ax_config");
  const trials = countOf(config, "max_trials") ?? DEFAULT_TRIALS;
  if (memberOf(config, "max_trials") === undefined) {
    notes.warn(`max_trials is not in the file: Hydra's Ax sweeper then tries ${DEFAULT_TRIALS}.`);
  }
  notes.warn("Ax stops early when nothing improves: the number of runs is the most that it does.");
  const parameters = [
    ...[...(memberOf(config, "params")?.members ?? [])].flatMap(([key, node]) => axParameter(key, node, notes)),
    ...parametersOf(memberOf(sweeper, "params"), notes),
  ];
  return {
    format: "hydra-ax",
    method: "bayes",
    axes: parameters.flatMap(axisOf),
    constants: constantsOf(parameters),
    trials,
    cap: null,
    maxParallel: countOf(sweeper, "max_batch_size"),
  };
}

function axisOf({ name, swept }: Parameter): SweepAxis[] {
  if (swept.kind === "constant") return [];
  if (swept.kind === "choice") return [choiceAxis(name, swept.values, true)];
  if (swept.kind === "glob") return [{ name, drawn: true, kind: "count", count: null }];
  return [drawnRange(name, swept)];
}

/** `{type: range, bounds: [0, 1]}`, `{type: choice, values: […]}`, `{type: fixed, value: 1}`, or an override as text. */
function axParameter(name: string, node: SourceNode, notes: Notes): Parameter[] {
  const type = textOf(node, "type");
  if (type === null) return parameterOf(name, node, notes);
  const base = { name, at: node };
  if (type === "fixed") {
    return [{ ...base, swept: { kind: "constant", value: sweepValue(memberOf(node, "value")?.value) } }];
  }
  if (type === "choice") {
    const values = memberOf(node, "values")?.items ?? [];
    if (values.length > 0)
      return [{ ...base, swept: { kind: "choice", values: values.map(({ value }) => sweepValue(value)) } }];
  }
  if (type === "range") {
    const [low, high] = memberOf(node, "bounds")?.items ?? [];
    const bounds = [low?.value ?? numberOf(node, "lower"), high?.value ?? numberOf(node, "upper")];
    const [from, to] = bounds;
    if (typeof from === "number" && typeof to === "number" && from <= to) {
      const stated = textOf(node, "value_type");
      const whole = stated === null ? Number.isInteger(from) && Number.isInteger(to) : stated === "int";
      const log = memberOf(node, "log_scale")?.value === true;
      return [{ ...base, swept: { kind: "interval", low: from, high: to, log, whole, isCast: true } }];
    }
  }
  notes.fault(node, {
    message: "This parameter of Ax cannot be read",
    value: node.value,
    allowed: "type range with two bounds, type choice with values, or type fixed with a value",
  });
  return [];
}
