/** Why some runs of a plan cannot be done at an offer, and what would help. */
import type { CannotRun } from "../../estimate/compare/scheduled-use.ts";
import type { ResolvedPlan, ResolvedQuote } from "../../plan/resolved.ts";
import { counted, plural } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";

/**
 * A clause, without a full stop.
 *
 * @param cards of the offer
 * @example "a run of B study needs 16 cards, and there are 4"
 */
export function cannotRunWords(
  cannot: CannotRun,
  cards: number,
  { interruptionHours }: Pick<ResolvedQuote, "interruptionHours">,
  { experiments }: Pick<ResolvedPlan, "experiments">,
): string {
  const title = experiments[cannot.experiment]?.title;
  if (title === undefined) throw new RangeError(`the plan has no experiment ${cannot.experiment}`);
  if (cannot.because === "interruptions") {
    return `with an interruption every ${exact(interruptionHours?.likely ?? 0)} h a run of ${title} is thrown back before it has written its next checkpoint, over and over, and never ends; runs on fewer cards, checkpoints that are written sooner, or an offer that is interrupted less often help`;
  }
  return cannot.cardsNeeded === null
    ? `runs of ${title} do not fit into the memory of these cards, on however many they are spread`
    : `a run of ${title} needs ${counted(cannot.cardsNeeded, "card")}, and there ${plural(cards, "is", "are")} ${exact(cards)}`;
}
