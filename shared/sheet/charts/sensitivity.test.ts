import { expect, it } from "vitest";
import { certain, h100Card, plan, quote, runClass } from "../fixtures/plan.ts";
import { contextOf, sectionOf, sheetOf } from "../fixtures/sheet-of.ts";
import { sensitivities } from "./sensitivity.ts";

const doubtful = plan({
  inputs: [
    { name: "n", title: "seeds", path: "variables.n", low: 1, likely: 2, high: 4, source: null },
    { name: "unused", title: "unused", path: "variables.unused", low: 1, likely: 2, high: 4, source: null },
  ],
  classes: [runClass({ labels: 1_000, counts: [{ likely: 2, input: 0 }] })],
  quotes: [quote(3), quote(2, { id: "low", headline: false }), quote(2.5, { id: "middle", headline: false })],
  reruns: certain(0.1),
});

it("ranks ranges, prices and readings together, the widest first, and leaves out what changes nothing", () => {
  const base = doubtful.classes[0] ?? runClass();
  const disputed = plan({
    ...doubtful,
    disputes: [
      {
        id: "more",
        title: "1,100 labels",
        note: null,
        source: null,
        experiment: 0,
        alternative: { ...doubtful, classes: [{ ...base, labels: 1_100 }], disputes: [] },
      },
    ],
  });
  const bars = sensitivities(contextOf(disputed));
  const each = bars.map(({ label, low, high }) => [label, Math.round(low), Math.round(high)]);
  const total = 12.894 * 2_000 * 1.1;
  expect(each.map(([label]) => label)).toEqual([
    "Seeds, 1 to 4",
    "Price of a card-hour, 2.00 to 3.00 USD",
    "1,100 labels",
  ]);
  const expected = [
    [total / 2, total * 2],
    [(total * 2) / 3, total],
    [total, total * 1.1],
  ];
  bars.forEach(({ low, high }, index) => {
    expect(low / (expected[index]?.[0] ?? 0)).toBeCloseTo(1, 3);
    expect(high / (expected[index]?.[1] ?? 0)).toBeCloseTo(1, 3);
  });
});

it("names the quotes where cards have prices of their own, since no number is the headline's", () => {
  const cards = [h100Card, { ...h100Card, quote: 1 }];
  const quotes = [quote(3), quote(1.5), quote(1.2, { id: "o", title: "Offer", headline: false })];
  const classes = [runClass(), runClass({ card: 1 })];
  const [bar] = sensitivities(contextOf(plan({ cards, quotes, classes })));
  expect(bar?.label).toBe("Price of a card-hour, “Offer” to the headline’s");
});

it("writes the values at the ends, and not that of the headline twice", () => {
  const section = sectionOf(sheetOf(doubtful), "sensitivity");
  expect(section.title).toBe("The total moves most with seeds: 14.2–56.7 k USD.");
  expect(section.kind === "chart" && section.chart.kind === "tornado" && section.chart.rows[1]).toMatchObject({
    lowText: "18.9 k",
    highText: "",
    figure: { of: "quote", quote: 1 },
  });
});

it("is empty where nothing is in doubt", () => {
  expect(sensitivities(contextOf(plan()))).toEqual([]);
});
