import { expect, it } from "vitest";
import { certain, h100Card, plan, quote, runClass } from "./fixtures/plan.ts";
import { contextOf } from "./fixtures/sheet-of.ts";
import { headlines, pricesInWords, rangeWords } from "./headline.ts";
import { plainText } from "./text/rich-text.ts";

const told = (resolved: Parameters<typeof contextOf>[0]) =>
  headlines(contextOf(resolved)).map(({ value, unit, remark }) =>
    [plainText(value.text), unit, plainText(remark)].join(" | "),
  );

it("says the price where nothing is in doubt, and petaflop-days where nothing is compared", () => {
  expect(told(plan())).toEqual([
    "12.9 | USD | at 3.00 USD a card-hour",
    "4.30 |  | 0.537 node-hours of 8 cards",
    "5.42 × 10¹⁸ | FLOP | 0.0627 petaflop-days",
  ]);
});

it("compares by times what is larger, and with its possessive", () => {
  const compared = plan({ compareWith: { title: "Llamas", flop: 1e18, source: null } });
  expect(told(compared)[2]).toBe("5.42 × 10¹⁸ | FLOP | 5.42 times Llamas’ 1 × 10¹⁸");
});

it("holds free cards and cards of other prices", () => {
  expect(told(plan({ quotes: [quote(0)] }))[0]).toBe("0 | USD | at 0.00 USD a card-hour");
  const other = { ...h100Card, accelerator: { ...h100Card.accelerator, name: "A100" }, quote: 1 };
  const two = plan({
    cards: [h100Card, other],
    quotes: [quote(3), quote(1.5, { id: "a100" })],
    classes: [runClass(), runClass({ card: 1 })],
  });
  expect(pricesInWords(contextOf(two))).toBe(
    "3.00 USD a card-hour of NVIDIA H100 SXM5 80GB and 1.50 USD a card-hour of A100",
  );
});

it("gives node-hours the size of a node only where all nodes have it", () => {
  const cards = [h100Card, { ...h100Card, cardsPerNode: 4 }];
  expect(told(plan({ cards, classes: [runClass(), runClass({ card: 1 })] }))[1]).toBe("8.60 |  | 1.61 node-hours");
});

it("tells the ends of a range only where they say more than the headline", () => {
  const spread = { low: 9_923_221, p10: 11_806_149, p50: 12_521_153, p90: 12_845_235, high: 12_907_461 };
  expect(rangeWords(spread, 12_907_461)).toBe("P10–P90 11.8–12.8 M, all low 9.92 M");
  expect(rangeWords({ ...spread, high: 14e6 }, 12_907_461)).toBe(
    "P10–P90 11.8–12.8 M, all low 9.92 M, all high 14.0 M",
  );
});

it("takes a price in doubt at its likely value", () => {
  const priced = plan({
    inputs: [{ name: "p", title: "price", path: "quotes[0].price", low: 2, likely: 2.5, high: 4, source: null }],
    quotes: [quote(2.5, { price: { likely: 2.5, input: 0 } })],
    classes: [runClass({ labels: 1_000, repeats: certain(1) })],
  });
  const context = contextOf(priced);
  const [cost] = headlines(context);
  expect(cost?.range?.words).toMatch(/^P10–P90 \d/);
  expect(context.footnotes.all().map((note) => plainText(note.text))).toEqual([
    "Every range at its likely value, 2.50 USD a card-hour.",
  ]);
});
