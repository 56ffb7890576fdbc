/** What an offer is judged by; hours null where it cannot take the work. */
export interface Offer {
  readonly hours: number | null;
  readonly total: number;
}

/**
 * The offers worth considering: no other is both as cheap and as fast, and better in one of the two. Of equal ones the first counts.
 *
 * @returns for each offer whether it is on the efficient frontier
 * @example onFrontier([{ hours: 10, total: 5 }, { hours: 20, total: 3 }, { hours: 20, total: 4 }]) // true, true, false
 */
export function onFrontier(offers: readonly Offer[]): boolean[] {
  const order = offers
    .map(({ hours, total }, index) => ({ hours: hours ?? Number.POSITIVE_INFINITY, total, index }))
    .filter(({ hours }) => Number.isFinite(hours))
    .sort((a, b) => a.hours - b.hours || a.total - b.total || a.index - b.index);
  const best = new Set<number>();
  let cheapest = Number.POSITIVE_INFINITY;
  for (const { total, index } of order) {
    if (total >= cheapest) continue;
    best.add(index);
    cheapest = total;
  }
  return offers.map((_, index) => best.has(index));
}
