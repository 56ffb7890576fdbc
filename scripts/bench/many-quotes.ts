/** The library as large as a provider's whole price list, and a search typed into it letter by letter. */
import type { LibraryQuote } from "../../shared/money/library-quote.ts";
import { listedQuote, NO_FILTER, quoteTest } from "../../shared/money/quote-list.ts";

const CARDS = ["h100-sxm", "h200-sxm", "b200-sxm", "a100-sxm-80gb", "mi300x"];
const REGIONS = ["Norway", "Finland", "us-east-1", "eu-west-4", "Singapore"];

const quoteAt = (index: number): LibraryQuote => ({
  title: `Provider ${index % 97}, instance ${index}`,
  price: 1 + (index % 400) / 100,
  currency: index % 3 === 0 ? "EUR" : "USD",
  accelerator: CARDS[index % CARDS.length] ?? "h100-sxm",
  basis: index % 4 === 0 ? "spot" : "onDemand",
  region: REGIONS[index % REGIONS.length] ?? "Norway",
  quotedBy: `Provider ${index % 97}`,
  date: `2026-${String(1 + (index % 11)).padStart(2, "0")}-15`,
  source: "a price list that was read by a program, with an address of usual length",
});

const on = { cardName: (id: string) => `NVIDIA ${id}`, today: "2026-11-26", staleAfterDays: 90 };

const quotes = Array.from({ length: 10_000 }, (_, index) => quoteAt(index));

/** What is done once when the library has come. */
export const indexManyQuotes = () => quotes.map((quote) => listedQuote(quote, on));

const listed = indexManyQuotes();
const TYPED = "norway 97 h100";

/** One search: every row is looked at for what has been typed so far, in the state that a person would have picked. */
export function searchManyQuotes(letters = TYPED.length): number {
  const isFound = quoteTest({ ...NO_FILTER, search: TYPED.slice(0, letters), age: "current" });
  return listed.filter(isFound).length;
}
