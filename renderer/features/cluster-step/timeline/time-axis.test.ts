import { expect, it } from "vitest";
import { cardTicks, timeAxis } from "./time-axis.ts";

it.each([
  [51.5, "hours since the start", ["0", "12", "24", "36", "48"]],
  [0.5, "minutes since the start", ["0", "5", "10", "15", "20", "25", "30"]],
  [24 * 50, "days since the start", ["0", "14", "28", "42"]],
  [8_760 * 49.3, "years since the start", ["0", "10", "20", "30", "40"]],
  [8_760 * 2.5, "years since the start", ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5"]],
])("an axis of %d hours", (hours, unit, labels) => {
  const axis = timeAxis(hours);
  expect([axis.unit, axis.ticks.map(({ label }) => label)]).toEqual([unit, labels]);
});

it.each([
  [100_000, [0, 25_000, 50_000, 75_000, 100_000]],
  [10, [0, 3, 6, 9]],
  [3, [0, 1, 2, 3]],
  [1, [0, 1]],
])("ticks up to %d cards", (cards, ticks) => {
  expect(cardTicks(cards)).toEqual(ticks);
});
