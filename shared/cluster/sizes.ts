/**
 * The sizes that schedules are searched at: every size up to 64, then those with two decimal digits or six binary ones before
 * their zeros, cards and nodes alike. One set for every cluster: what is searched for a small cluster is searched for a larger one.
 */

/** The largest size of the set that is at most `cards`; 0 below 1. */
export function sizeAtMost(cards: number, cardsPerNode: number): number {
  const inCards = countAtMost(cards);
  if (cardsPerNode === 1) return inCards;
  return Math.max(inCards, cardsPerNode * countAtMost(Math.floor(cards / cardsPerNode)));
}

const ALL_UP_TO = 64;

function countAtMost(count: number): number {
  if (count < ALL_UP_TO) return count;
  const binary = 2 ** (Math.floor(Math.log2(count)) - 5);
  const decimal = 10 ** (powerOfTen(count) - 1);
  return Math.max(Math.floor(count / binary) * binary, Math.floor(count / decimal) * decimal);
}

/** The largest e with 10^e ≤ count; a logarithm alone rounds 1,000 down. */
function powerOfTen(count: number): number {
  const near = Math.floor(Math.log10(count) + 1e-9);
  return 10 ** near > count ? near - 1 : near;
}
