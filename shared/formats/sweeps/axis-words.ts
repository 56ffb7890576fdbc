/** Axes of a sweep file in words, for a terminal and for a screen. */
import { exact } from "../../units/format/exact.ts";
import type { CountAxis, RangeAxis, SweepAxis, SweepFormat, SweepMethod, SweepValue } from "./sweep-file.ts";

export const formatWords: Readonly<Record<SweepFormat, string>> = {
  wandb: "W&B sweep",
  hydra: "Hydra multirun",
  "hydra-optuna": "Hydra multirun with Optuna",
  "hydra-ax": "Hydra multirun with Ax",
  "hydra-nevergrad": "Hydra multirun with Nevergrad",
  "search-space": "search space",
  ray: "Ray Tune search space",
  "runs-table": "table of runs",
  "slurm-array": "Slurm array",
};

export const methodWords: Readonly<Record<SweepMethod, string>> = {
  grid: "all combinations",
  random: "drawn at random",
  bayes: "chosen by a model of the results",
  evolution: "chosen by evolution",
  search: "drawn by a sampler that the file does not name",
  list: "row by row",
  array: "one a task",
};

/** A value as a person reads it: numbers with their thousands parted, an empty one as "none". */
export const valueWords = (value: SweepValue): string =>
  value === null ? "none" : typeof value === "number" ? exact(value) : String(value);

/**
 * What an axis runs over, in a few words.
 *
 * @example axisWords({kind: "range", low: 1e-4, high: 0.1, scale: "log", …}) // "0.0001 to 0.1, logarithmic"
 */
export function axisWords(axis: SweepAxis): string {
  if (axis.kind === "values") return axis.values.map(valueWords).join(", ");
  return axis.kind === "range" ? rangeWords(axis) : countWords(axis);
}

function rangeWords({ low, high, step, scale, whole, normal }: RangeAxis): string {
  const parts: string[] = [];
  if (normal !== null) {
    const mean = `mean ${exact(normal.mean)}, deviation ${exact(normal.deviation)}`;
    parts.push(scale === "log" ? `logarithm normal, ${mean}` : `normal, ${mean}`);
  } else if (low === null && high === null) parts.push("without bounds");
  else if (low === null) parts.push(`up to ${exact(high ?? 0)}`);
  else parts.push(high === null ? `from ${exact(low)}` : `${exact(low)} to ${exact(high)}`);
  if (step !== null && !(whole && step === 1)) parts.push(`steps of ${exact(step)}`);
  else if (whole) parts.push("whole numbers");
  if (scale === "log" && normal === null) parts.push("logarithmic");
  return parts.join(", ");
}

const countWords = ({ count }: CountAxis): string => (count === null ? "not counted in the file" : exact(count));
