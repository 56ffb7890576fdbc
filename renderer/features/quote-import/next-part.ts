import type { LibraryQuote } from "../../../shared/money/library-quote.ts";

/** Rows that one question to the host may carry, and characters of them that keep it below 1 MB. */
const MOST_ROWS = 10_000;
const MOST_CHARACTERS = 700_000;
/** Of each row beside its value: its id, its revision, their names. */
const BESIDE_VALUE = 80;

/** The quotes from one on that can be handed over at once; at least one while there are any. */
export function nextPart(quotes: readonly LibraryQuote[], from: number): readonly LibraryQuote[] {
  let characters = 0;
  let to = from;
  for (; to < quotes.length && to - from < MOST_ROWS; to++) {
    characters += JSON.stringify(quotes[to]).length + BESIDE_VALUE;
    if (characters > MOST_CHARACTERS && to > from) break;
  }
  return quotes.slice(from, to);
}
