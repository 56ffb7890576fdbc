/** One parameter of a W&B sweep. */
import type { SourceNode } from "../../../plan/text/source.ts";
import { listedAxis } from "../hydra/parameters.ts";
import { memberOf, numberOf, sweepValue, textOf } from "../nodes.ts";
import type { Notes } from "../notes.ts";
import type { RangeAxis, SweepAxis, SweepMethod, SweepValue } from "../sweep-file.ts";

export type WandbParameter =
  | { readonly kind: "axis"; readonly axis: SweepAxis }
  | { readonly kind: "constant"; readonly value: SweepValue };

interface Shape {
  readonly scale: "linear" | "log";
  readonly whole?: boolean;
  /** `min` and `max` are logarithms of the bounds. */
  readonly isExponent?: boolean;
  readonly isNormal?: boolean;
  /** Between 0 and 1. */
  readonly isShare?: boolean;
}

/** Distributions of numbers; a `q_` before the name rounds to multiples of `q`. */
const SHAPES: Readonly<Record<string, Shape>> = {
  uniform: { scale: "linear" },
  int_uniform: { scale: "linear", whole: true },
  log_uniform: { scale: "log", isExponent: true },
  log_uniform_values: { scale: "log" },
  inv_log_uniform: { scale: "log", isExponent: true },
  inv_log_uniform_values: { scale: "log" },
  normal: { scale: "linear", isNormal: true },
  log_normal: { scale: "log", isNormal: true },
  beta: { scale: "linear", isShare: true },
};

const ALLOWED = "value, values, or min and max with a distribution of W&B";

/** The parameter called `name`; null, with a fault, where W&B would not take it. */
export function wandbParameter(
  name: string,
  node: SourceNode,
  method: SweepMethod,
  notes: Notes,
): WandbParameter | null {
  const values = memberOf(node, "values");
  const distribution = textOf(node, "distribution") ?? guessed(node);
  const wrong = (message: string, allowed = ALLOWED): null => {
    notes.fault(node, { message, value: node.value, allowed });
    return null;
  };
  const isGrid = method === "grid";
  switch (distribution) {
    case null:
      return wrong(`The parameter ${name} has neither a value nor a range`);
    case "constant":
      return { kind: "constant", value: sweepValue(memberOf(node, "value")?.value) };
    case "categorical":
    case "categorical_w_probabilities": {
      const items = values?.items ?? [];
      if (items.length === 0)
        return wrong(`The parameter ${name} has no values`, "values: a list of one value at least");
      if (memberOf(node, "probabilities") !== undefined) {
        notes.warn(`The probabilities of ${name} were not read: its values are taken to be equally likely.`);
      }
      const axis = {
        name,
        drawn: !isGrid,
        kind: "values",
        values: items.map(({ value }) => sweepValue(value)),
      } as const;
      return { kind: "axis", axis };
    }
    default: {
      const range = rangeOf(name, distribution, node);
      if (typeof range === "string") return wrong(range);
      if (!isGrid) return { kind: "axis", axis: range };
      const listed = gridRange(distribution, range);
      if (listed !== null) return { kind: "axis", axis: listed };
      return wrong(
        `A grid cannot run over the range of ${name}`,
        "values, int_uniform, or q_uniform with a q; or method random or bayes",
      );
    }
  }
}

/** What W&B takes a parameter without a distribution for. */
function guessed(node: SourceNode): string | null {
  if (memberOf(node, "values") !== undefined) return "categorical";
  if (memberOf(node, "value") !== undefined) return "constant";
  const [min, max] = [numberOf(node, "min"), numberOf(node, "max")];
  if (min === null || max === null) return numberOf(node, "mu") === null ? null : "normal";
  const isWritten = (key: string) => Number.isInteger(numberOf(node, key));
  return isWritten("min") && isWritten("max") ? "int_uniform" : "uniform";
}

function rangeOf(name: string, distribution: string, node: SourceNode): RangeAxis | string {
  const isQuantised = distribution.startsWith("q_");
  const shape = SHAPES[distribution.replace(/^q_/, "")];
  if (shape === undefined) return `W&B has no distribution ${distribution}`;
  const step = isQuantised ? (numberOf(node, "q") ?? 1) : null;
  const { scale, whole = false } = shape;
  const base = { name, drawn: true, kind: "range", scale, normal: null } as const;
  if (step !== null && step <= 0) return `The step q of ${name} is not above 0`;
  const steps = { step: step ?? (whole ? 1 : null), whole: whole || (step !== null && Number.isInteger(step)) };
  if (shape.isShare === true) return { ...base, ...steps, low: 0, high: 1 };
  if (shape.isNormal === true) {
    const normal = { mean: numberOf(node, "mu") ?? 0, deviation: numberOf(node, "sigma") ?? 1 };
    return { ...base, ...steps, low: null, high: null, normal };
  }
  const [min, max] = [numberOf(node, "min"), numberOf(node, "max")];
  if (min === null || max === null) return `The range of ${name} has no min or no max`;
  if (min > max) return `The min of ${name} is above its max`;
  const [low, high] = shape.isExponent === true ? [Math.exp(min), Math.exp(max)] : [min, max];
  if (scale === "log" && low <= 0) return `The logarithmic range of ${name} does not start above 0`;
  if (!Number.isFinite(high))
    return `The range of ${name} ends above every number: log_uniform takes logarithms, log_uniform_values the values`;
  return { ...base, ...steps, low, high };
}

/** A grid runs over whole numbers with both ends, and over steps of q without the upper end. */
function gridRange(distribution: string, { name, low, high, step }: RangeAxis): SweepAxis | null {
  if (low === null || high === null || step === null) return null;
  if (distribution === "int_uniform") return listedAxis(name, low, 1, Math.floor(high - low) + 1);
  if (distribution !== "q_uniform") return null;
  return listedAxis(name, low, step, Math.max(0, Math.ceil((high - low) / step)));
}
