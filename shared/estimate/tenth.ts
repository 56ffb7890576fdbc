/** The total of a plan if a number that it states without a range were a tenth worse. */
import type { ResolvedPlan, RunClass } from "../plan/resolved.ts";
import { speedAmount } from "./cost-model.ts";
import type { Estimate } from "./types.ts";

/** Moved by so much, to be compared with ranges at all. */
export const TENTH = 0.1;

/** The price of a quote or the speed of a card, by their index, or the work that is done again. */
export type Tenth =
  | { readonly what: "price"; readonly quote: number }
  | { readonly what: "speed"; readonly card: number }
  | { readonly what: "reruns" };

export interface Moved {
  readonly tenth: Tenth;
  /** What of the total the number is a factor of. */
  readonly part: number;
  /** The total then. */
  readonly total: number;
}

/**
 * A price a tenth higher, a speed a tenth lower, a tenth of the work done again on top: each with the total that it makes. Numbers that have a
 * range, and those that move nothing, are left out.
 *
 * @example a plan of 100 USD on one card: 110 at a price a tenth higher, 111.11 at a speed a tenth lower
 */
export function movedByATenth(plan: ResolvedPlan, estimated: Estimate): Moved[] {
  const total = estimated.withReruns.cost;
  const again = estimated.withRepeats.cost === 0 ? 1 : total / estimated.withRepeats.cost;
  const part = (pick: (runClass: RunClass) => boolean) =>
    again * plan.classes.reduce((sum, one, index) => sum + (pick(one) ? (estimated.classes[index]?.cost ?? 0) : 0), 0);
  const prices = plan.quotes.flatMap(({ price }, quote): Moved[] => {
    const own = part(({ card }) => plan.cards[card]?.quote === quote);
    const tenth = { what: "price", quote } as const;
    return price.input === null && own > 0 ? [{ tenth, part: own, total: total + own * TENTH }] : [];
  });
  const speeds = plan.cards.flatMap((card, index): Moved[] => {
    const own = part((one) => one.card === index && goesBySpeed(one));
    const tenth = { what: "speed", card: index } as const;
    return speedAmount(card)?.input === null && own > 0
      ? [{ tenth, part: own, total: total - own + own / (1 - TENTH) }]
      : [];
  });
  const work = estimated.withRepeats.cost;
  const reruns: Moved[] =
    plan.reruns.input === null && work > 0
      ? [{ tenth: { what: "reruns" }, part: work, total: total + work * TENTH }]
      : [];
  return [...prices, ...speeds, ...reruns];
}

/** Hours that are stated stay what they are, and tokens that are written one after the other come at a pace of their own. */
const goesBySpeed = ({ training }: RunClass): boolean =>
  training.length.kind !== "hours" && (training.work?.generation ?? null) === null;
