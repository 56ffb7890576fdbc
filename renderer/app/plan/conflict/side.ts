/** One of two texts that were made of the same revision: what it changed, and what it comes to. */
import { describeDifference } from "../../../../shared/plan/changes/describe-difference.ts";
import { evaluate } from "../../../editing/evaluate.ts";
import { catalogueName } from "../../../estimating/catalogue-name.ts";

export interface Side {
  /** What was changed since the revision both were made of, a sentence each. */
  readonly changes: readonly string[];
  readonly faults: number;
  /** Null for a text with faults. */
  readonly figures: {
    readonly currency: string;
    readonly total: number;
    readonly cardHours: number;
    readonly runs: number;
  } | null;
}

/** `base` is the text that both were made of. */
export function sideOf(base: string, text: string): Side {
  const { live, faults } = evaluate({ name: "plan", text }, null);
  const { cost, cardHours, runs } = live?.estimated.withReruns ?? { cost: 0, cardHours: 0, runs: 0 };
  return {
    changes: describeDifference(base, text, catalogueName).changes.map(({ words }) => words),
    faults: faults.length,
    figures: live === null ? null : { currency: live.resolved.currency, total: cost, cardHours, runs },
  };
}
