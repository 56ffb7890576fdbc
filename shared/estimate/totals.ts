/** Adding up the five measures. */
import { CardHours, Flop, Money, NodeHours } from "../units/brands.ts";
import type { Totals } from "./types.ts";

/** A sum under way; plain numbers, because a hot loop adds to it. */
export interface RunningTotals {
  runs: number;
  flop: number;
  cardHours: number;
  nodeHours: number;
  cost: number;
}

export const emptyTotals = (): RunningTotals => ({ runs: 0, flop: 0, cardHours: 0, nodeHours: 0, cost: 0 });

/** Adds `times` of `part` to `sum`. */
export function addTo(sum: RunningTotals, part: RunningTotals | Totals, times = 1): void {
  sum.runs += part.runs * times;
  sum.flop += part.flop * times;
  sum.cardHours += part.cardHours * times;
  sum.nodeHours += part.nodeHours * times;
  sum.cost += part.cost * times;
}

/** The finished sum, with its units. */
export function finish(sum: RunningTotals): Totals {
  return {
    runs: sum.runs,
    flop: Flop(sum.flop),
    cardHours: CardHours(sum.cardHours),
    nodeHours: NodeHours(sum.nodeHours),
    cost: Money(sum.cost),
  };
}

/** `parts` added up. `sumTotals([])` is zero in every measure. */
export function sumTotals(parts: Iterable<RunningTotals | Totals>): Totals {
  const sum = emptyTotals();
  for (const part of parts) addTo(sum, part);
  return finish(sum);
}

/** Work and money of `totals` times `factor`; runs stay, since a rerun is not a further run of the plan. */
export function withMoreWork(totals: Totals, factor: number): Totals {
  return {
    runs: totals.runs,
    flop: Flop(totals.flop * factor),
    cardHours: CardHours(totals.cardHours * factor),
    nodeHours: NodeHours(totals.nodeHours * factor),
    cost: Money(totals.cost * factor),
  };
}

/** `from` less `take`, measure by measure. */
export function difference(from: Totals, take: Totals): Totals {
  const sum = emptyTotals();
  addTo(sum, from);
  addTo(sum, take, -1);
  return finish(sum);
}
