import { expect, it } from "vitest";
import { eightNodes } from "../../money/ownership/eight-nodes.fixture.ts";
import type { ResolvedQuote } from "../../plan/resolved.ts";
import { resolvedQuote } from "../../plan/resolved-quote.fixture.ts";
import { offerWords } from "./offer-words.ts";

it.each<[Partial<ResolvedQuote>, string]>([
  [{}, "on demand"],
  [{ basis: "spot" }, "spot"],
  [{ basis: "reserved" }, "reserved"],
  [{ basis: "reserved", commitment: { cards: 64, hours: 8_760 } }, "reserved, 64 cards for 365 days"],
  [{ basis: "block", commitment: { cards: 8, hours: 24 } }, "blocks of 8 cards for 24 hours"],
  [{ basis: "block", commitment: { cards: 1, hours: 100 } }, "blocks of 1 card for 100 hours"],
  [{ basis: "purchase", purchase: { ...eightNodes, useShare: 0.7 } }, "purchase, 4 years"],
])("says what %o offers", (quote, words) => {
  expect(offerWords(resolvedQuote(2, quote))).toBe(words);
});
