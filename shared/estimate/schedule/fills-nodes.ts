/** Whether all runs of a plan use the whole of what they hold, whatever their schedule. */
import { heldCards } from "../../cluster/allotment.ts";
import { cardsOfReplica } from "../../memory/layout.ts";
import type { ResolvedLayout, ResolvedPlan, RunClass } from "../../plan/resolved.ts";
import { mostCardsOf } from "./run-cards.ts";

/**
 * True where no schedule of the plan, on nodes of so many cards, leaves a card idle that a run holds, or loses work by spreading a run: every
 * run has at most a node, or can use whole nodes, and twice the cards take half the time. It is read off the plan's classes, without their
 * memory: what a run needs by memory is within a node, or whole nodes of it. Where false, a schedule may still fill its nodes.
 *
 * @example runs of 9 cards for their hours, on nodes of 8: false; of 8 or 16: true
 */
export function fillsNodes(plan: Pick<ResolvedPlan, "classes" | "layouts">, cardsPerNode: number): boolean {
  const isFull = (cards: number): boolean => heldCards(cards, cardsPerNode) === cards;
  return plan.classes.every((runClass) => {
    const layout = plan.layouts[runClass.layout];
    if (layout === undefined) throw new RangeError("a run class lies outside its plan");
    return fillsOwn(runClass, layout, isFull);
  });
}

function fillsOwn({ training }: RunClass, layout: ResolvedLayout, isFull: (cards: number) => boolean): boolean {
  if (training.length.kind === "hours") return isFull(training.length.cards);
  const { lossPerDoubling, minCards } = layout.runCards;
  if (lossPerDoubling !== 0) return false;
  const most = mostCardsOf(training, layout);
  // A run that needs more than its batch could use is given just what it needs.
  return most === null || (isFull(most) && isFull(minCards ?? cardsOfReplica(layout.layout)));
}
