import { expect, it } from "vitest";
import { stretchesOf } from "./usage.ts";

it("adds up what runs beside each other", () => {
  expect(
    stretchesOf([
      { fromHours: 0, toHours: 4, cards: 8 },
      { fromHours: 2, toHours: 6, cards: 4 },
    ]),
  ).toEqual([
    { fromHours: 0, toHours: 2, cards: 8 },
    { fromHours: 2, toHours: 4, cards: 12 },
    { fromHours: 4, toHours: 6, cards: 4 },
  ]);
});

it("leaves gaps out and joins what goes on alike", () => {
  expect(
    stretchesOf([
      { fromHours: 5, toHours: 6, cards: 4 },
      { fromHours: 0, toHours: 1, cards: 8 },
      { fromHours: 1, toHours: 2, cards: 8 },
    ]),
  ).toEqual([
    { fromHours: 0, toHours: 2, cards: 8 },
    { fromHours: 5, toHours: 6, cards: 4 },
  ]);
  expect(stretchesOf([])).toEqual([]);
});
