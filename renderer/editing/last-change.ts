/** What the last change did, in words and in figures. */
import { describeChange, describeValues } from "../../shared/plan/changes/describe-change.ts";
import { shorten } from "../../shared/plan/text/document-path.ts";
import { catalogueName } from "../estimating/catalogue-name.ts";
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
  const runs = { before: runsOf(before), after: runsOf(after) };
  const { words, where } = describeChange(before.document, after.document, runs, catalogueName);
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

const runsOf = ({ resolved, estimated }: OpenedPlan): ReadonlyMap<string, number> =>
  new Map(resolved.experiments.map(({ id }, index) => [id, estimated.experiments[index]?.runs ?? 0]));

/** As long as the name of a step of undo may be. */
const LONGEST_NAME = 120;

/** What a step of undo is called, for texts with faults too. `before` and `after` are what the two texts hold. */
export function stepWords(before: unknown, after: unknown): string {
  const { words } = describeValues(before, after, undefined, catalogueName);
  return shorten(words === "" ? "how the text is written" : words, LONGEST_NAME);
}
