import { expect, it } from "vitest";
import { cardAt, input, plan, uncertain } from "../plan.fixture.ts";
import type { Measure } from "../types.ts";
import { traceOf } from "./trace-of.fixture.ts";

it("writes an input at its end with its decimals, and only where the figure depends on it", () => {
  const inputs = [input(0.2, 0.45, 0.45, "utilisation"), input(1, 1, 2, "price")];
  const [quote] = plan().quotes;
  const resolved = plan({
    inputs,
    cards: [cardAt(uncertain(inputs, 0))],
    quotes: quote === undefined ? [] : [{ ...quote, price: uncertain(inputs, 1) }],
  });
  const note = (measure: Measure) =>
    traceOf(resolved, { of: "total", measure, stage: "withReruns" }).notes.find(({ title }) => title.startsWith("Why"))
      ?.text;
  expect(note("cardHours")).toContain("lies below P10: utilisation is likely 0.45, an end of its range. 90 %");
  expect(note("cost")).toContain("utilisation is likely 0.45, an end of its range; price is likely 1, an end");
  expect(note("flop")).toBeUndefined();
});
