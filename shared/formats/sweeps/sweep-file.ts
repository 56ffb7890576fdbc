/** What a sweep file says, whatever its format. */

/** A value that a parameter takes. What is a list or an object in the file stands here as its JSON. */
export type SweepValue = string | number | boolean | null;

export type SweepFormat =
  | "wandb"
  | "hydra"
  | "hydra-optuna"
  | "hydra-ax"
  | "hydra-nevergrad"
  | "search-space"
  | "ray"
  | "runs-table"
  | "slurm-array";

/**
 * How the runs come about: all combinations; drawn at random; chosen by a model of the results or by evolution; by a sampler
 * that the file does not name; row by row; one a task of an array.
 */
export type SweepMethod = "grid" | "random" | "bayes" | "evolution" | "search" | "list" | "array";

/** A place in the file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Every run has one value of the axis. Axes that are not `drawn` multiply the runs; a run draws its values of the others. */
interface Axis {
  readonly name: string;
  readonly drawn: boolean;
}

export interface ValuesAxis extends Axis {
  readonly kind: "values";
  /** In the order of the file; a value that stands twice is run twice. */
  readonly values: readonly SweepValue[];
}

/** Numbers from `low` to `high`, both included; either is null where there is no bound. */
export interface RangeAxis extends Axis {
  readonly kind: "range";
  readonly low: number | null;
  readonly high: number | null;
  /** The numbers lie this far apart; null for a continuum. */
  readonly step: number | null;
  /** On which the numbers are evenly likely. */
  readonly scale: "linear" | "log";
  /** Whole numbers only. */
  readonly whole: boolean;
  /** For normal distributions (of the logarithm, on a log scale); null for all others. */
  readonly normal: { readonly mean: number; readonly deviation: number } | null;
}

/** Settings that the file counts and does not list; null where only somebody with the other files knows how many. */
export interface CountAxis extends Axis {
  readonly kind: "count";
  readonly count: number | null;
}

export type SweepAxis = ValuesAxis | RangeAxis | CountAxis;

/** What the file leaves open and the count depends on. */
export interface Need {
  /** `cap`: where a sweep without an end is stopped. `trials`: how many are drawn. `glob`, `tasks`: how many settings `axis` has. */
  readonly what: "cap" | "trials" | "glob" | "tasks";
  readonly why: string;
  readonly axis: string | null;
  readonly at: Place | null;
}

export interface Constant {
  readonly name: string;
  readonly value: SweepValue;
}

export interface SweepFile {
  readonly format: SweepFormat;
  readonly method: SweepMethod;
  readonly axes: readonly SweepAxis[];
  /** Parameters with one value. */
  readonly constants: readonly Constant[];
  /** Runs for each combination of the axes that multiply; null where the file does not say. */
  readonly trials: number | null;
  /** Most runs in all; null without a limit. */
  readonly cap: number | null;
  /** Most runs at the same time; null without a limit. */
  readonly maxParallel: number | null;
  /** The runs one by one, each with its values of `axes`, where the file lists them; null for every other method. */
  readonly rows: readonly (readonly SweepValue[])[] | null;
  readonly needs: readonly Need[];
  /** What of the file was not read, or was read in a way that the reader should know of. */
  readonly warnings: readonly string[];
}
