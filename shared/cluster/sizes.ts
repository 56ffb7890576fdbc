/**
 * The sizes that schedules are searched at: every size up to 64, then those with two decimal digits or six binary ones before
 * their zeros, cards and nodes alike. One set for every cluster: what is searched for a small cluster is searched for a larger one.
 *
 * Where every search costs much, `sparse` leaves fewer: up to 8, then three binary digits, and decimal ones from a short list.
 */
export interface Sizes {
  readonly cardsPerNode: number;
  readonly sparse: boolean;
}

/** The largest size of the set that is at most `cards`; 0 below 1. */
export function sizeAtMost({ cardsPerNode, sparse }: Sizes, cards: number): number {
  const inCards = countAtMost(cards, sparse);
  if (cardsPerNode === 1) return inCards;
  return Math.max(inCards, cardsPerNode * countAtMost(Math.floor(cards / cardsPerNode), sparse));
}

const SHORT_LIST = [10, 12, 15, 20, 25, 30, 40, 50, 60, 80];

function countAtMost(count: number, sparse: boolean): number {
  if (count < (sparse ? 8 : 64)) return count;
  const binary = 2 ** (Math.floor(Math.log2(count)) - (sparse ? 2 : 5));
  const decimal = 10 ** (powerOfTen(count) - 1);
  const digits = Math.floor(count / decimal);
  const kept = sparse ? (SHORT_LIST.findLast((one) => one <= digits) ?? 0) : digits;
  return Math.max(Math.floor(count / binary) * binary, Math.floor(kept * decimal));
}

/** The largest e with 10^e ≤ count; a logarithm alone rounds 1,000 down. */
function powerOfTen(count: number): number {
  const near = Math.floor(Math.log10(count) + 1e-9);
  return 10 ** near > count ? near - 1 : near;
}
