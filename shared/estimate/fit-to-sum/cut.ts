import type { Scalar } from "../../plan/axis-kind.ts";

/** One thing that a plan can do without, told by names that stay the same when something else is cut. */
export type Cut =
  /** A whole experiment, by its id. */
  | { readonly kind: "experiment"; readonly experiment: string }
  /** A value of an axis, or a row by its label, wherever an axis of this name lists it. */
  | { readonly kind: "value"; readonly axis: string; readonly value: Scalar }
  /** Fewer settings of an axis that is a count: seeds, trials. `sweep` is its place in the experiment. */
  | {
      readonly kind: "count";
      readonly experiment: string;
      readonly sweep: number;
      readonly axis: string;
      readonly from: number;
      readonly to: number;
    }
  /** Fewer repeats of an experiment, or of one of its sweeps. */
  | {
      readonly kind: "repeats";
      readonly experiment: string;
      readonly sweep: number | null;
      readonly from: number;
      readonly to: number;
    }
  /** A number of settings that is in doubt, planned at the low end of its range. */
  | { readonly kind: "variable"; readonly variable: string; readonly from: number; readonly to: number };

/** A cut with what it saves. */
export interface RankedCut {
  readonly cut: Cut;
  /** Of the plan's total with every range at its likely value, in the plan's currency, above 0. */
  readonly saves: number;
  /** Runs that are not done. */
  readonly runs: number;
  /** Ids of the experiments that are touched, in the plan's order. */
  readonly experiments: readonly string[];
  /** What is saved in each of them, each run once; empty for a number in doubt, which is moved as a whole. */
  readonly byExperiment: readonly { readonly experiment: string; readonly saves: number }[];
}

/** What tells one cut from another. */
export const cutKey = (cut: Cut): string => JSON.stringify(cut);
