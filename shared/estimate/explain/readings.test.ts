import { expect, it } from "vitest";
import { estimate } from "../estimate.ts";
import { cardAt, certain, plan, runClass } from "../plan.fixture.ts";
import { numericSides, traceOf } from "./trace-of.fixture.ts";

it("prices by a quote only the cards that it is for", () => {
  const cards = [cardAt(certain(0.4)), cardAt(certain(0.3), 1)];
  const [stated] = plan().quotes;
  if (stated === undefined) throw new Error("the plan has a quote");
  const other = { ...cards[1]?.accelerator, id: "other-card" } as (typeof cards)[0]["accelerator"];
  const resolved = plan({
    cards: cards.map((card, index) => (index === 0 ? card : { ...card, accelerator: other })),
    classes: [runClass(), runClass({ card: 1 })],
    quotes: [
      stated,
      { ...stated, accelerator: "other-card", price: certain(5) },
      { ...stated, headline: false, accelerator: "test-card", price: certain(1) },
    ],
    reruns: certain(0.1),
  });
  for (const quote of [0, 1, 2]) {
    const trace = traceOf(resolved, { of: "quote", quote });
    const sides = numericSides(trace);
    expect(sides).toHaveLength(2);
    for (const side of sides) expect(side).toBeCloseTo(trace.value, 12);
  }
});

it("compares card-hours in a dispute where the cards cost nothing", () => {
  const free = plan({ quotes: plan().quotes.map((quote) => ({ ...quote, price: certain(0) })) });
  const dispute = { id: "d", title: "More", note: null, source: null, experiment: 0 };
  const alternative = { ...free, classes: [runClass({ labels: 8 })] };
  const disputed = { ...free, disputes: [{ ...dispute, alternative }] };
  const own = estimate(disputed).experiments[0]?.cardHours ?? Number.NaN;
  const then = traceOf(disputed, { of: "dispute", dispute: 0, measure: "then" });
  expect([then.value / own, then.unit]).toEqual([expect.closeTo(2, 12), "card-hours"]);
  const difference = traceOf(disputed, { of: "dispute", dispute: 0, measure: "difference" });
  expect([difference.value / own, difference.unit]).toEqual([expect.closeTo(1, 12), "card-hours"]);
});
