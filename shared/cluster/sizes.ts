/**
 * Sizes that schedules are searched at: all small ones, then those with few decimal or binary digits before their zeros, cards and nodes
 * alike. One set for every cluster: what is searched for a small cluster is searched for a larger one.
 */
export interface SizeSet {
  readonly allUpTo: number;
  readonly binaryDigits: number;
  readonly decimalDigits: number;
}

/** All up to 64, then six binary or two decimal digits: at most 3 % of the cards lie between two of them. */
export const FINE_SIZES: SizeSet = { allUpTo: 64, binaryDigits: 6, decimalDigits: 2 };
/** All up to 16, then three binary digits or one decimal: at most a fifth of the cards. */
export const COARSE_SIZES: SizeSet = { allUpTo: 16, binaryDigits: 3, decimalDigits: 1 };

/** The largest size of a set that is at most `cards`; 0 below 1. */
export function sizeAtMost(cards: number, cardsPerNode: number, set: SizeSet): number {
  const inCards = countAtMost(cards, set);
  if (cardsPerNode === 1) return inCards;
  return Math.max(inCards, cardsPerNode * countAtMost(Math.floor(cards / cardsPerNode), set));
}

function countAtMost(count: number, { allUpTo, binaryDigits, decimalDigits }: SizeSet): number {
  if (count < allUpTo) return count;
  const binary = 2 ** (Math.floor(Math.log2(count)) - binaryDigits + 1);
  const decimal = 10 ** (powerOfTen(count) - decimalDigits + 1);
  return Math.max(Math.floor(count / binary) * binary, Math.floor(count / decimal) * decimal);
}

/** The largest e with 10^e ≤ count; a logarithm alone rounds 1,000 down. */
function powerOfTen(count: number): number {
  const near = Math.floor(Math.log10(count) + 1e-9);
  return 10 ** near > count ? near - 1 : near;
}
