/** What the last change did, in words and in figures. */

import { describeChange } from "../../shared/plan/changes/describe-change.ts";
import type { OpenedPlan } from "../estimating/opened-plan.ts";
import type { LastChange } from "./plan-state.ts";

/** The change from `before` to `after`; while the text has faults (`after` null), what was said last stays. */
export function lastChangeOf(
  before: OpenedPlan | null,
  after: OpenedPlan | null,
  said: LastChange | null,
): LastChange | null {
  if (after === null) return said;
  if (before === null) return null;
  const { words, where } = describeChange(before.document, after.document);
  if (words === "") return said;
  const [from, to] = [before.estimated.withReruns, after.estimated.withReruns];
  const total = to.cost - from.cost;
  return {
    words,
    where,
    difference: {
      total,
      share: from.cost === 0 ? null : total / from.cost,
      runs: to.runs - from.runs,
      cardHours: to.cardHours - from.cardHours,
    },
  };
}
