import { expect, it } from "vitest";
import type { LibraryQuote } from "./library-quote.ts";
import { duplicateQuotes } from "./quote-duplicates.ts";

const offer: LibraryQuote = {
  title: "Fjord H100",
  quotedBy: "Fjord",
  price: 2.35,
  currency: "USD",
  accelerator: "h100-sxm",
  region: "Norway",
  date: "2026-11-03",
};
const kept = (id: string, day: number, more: Partial<LibraryQuote> = {}) => ({
  id,
  changedAt: `2026-11-${String(day).padStart(2, "0")}T10:00:00.000Z`,
  value: { ...offer, ...more },
});

it("keeps the one that was changed last, wherever it stands", () => {
  const { all, older } = duplicateQuotes([kept("a", 2), kept("b", 4), kept("other", 1, { price: 2.4 }), kept("c", 3)]);
  expect([...all].sort()).toEqual(["a", "b", "c"]);
  expect(older).toEqual(["a", "c"]);
  expect(duplicateQuotes([kept("a", 2), kept("b", 2)]).older).toEqual(["a"]);
});

it.each<Partial<LibraryQuote>>([
  { quotedBy: "Halden" },
  { accelerator: "h200-sxm" },
  { basis: "spot" },
  { region: "Finland" },
  { price: { low: 2, likely: 2.35, high: 3 } },
  { currency: "EUR" },
  { date: "2026-11-04" },
  { basis: "reserved", commitment: { cards: 8, hours: 100 } },
  { cardsPerNode: 8 },
  { minimumCards: 64 },
])("another %o is another offer", (more) => {
  expect(duplicateQuotes([kept("a", 1), kept("b", 2, more)])).toEqual({ all: new Set(), older: [] });
});

it("does not mind another title, note or way of writing; without a vendor the title is one", () => {
  const alike = [kept("a", 1), kept("b", 2, { title: "Fjord, again", note: "x", quotedBy: " fjord" })];
  expect(duplicateQuotes(alike).older).toEqual(["a"]);
  const unnamed = ({ value: { quotedBy: _, ...value }, ...rest }: ReturnType<typeof kept>) => ({ ...rest, value });
  expect(duplicateQuotes([unnamed(kept("a", 1)), unnamed(kept("b", 2))]).older).toEqual(["a"]);
  expect(duplicateQuotes([unnamed(kept("a", 1)), unnamed(kept("b", 2, { title: "Other" }))]).older).toEqual([]);
});
