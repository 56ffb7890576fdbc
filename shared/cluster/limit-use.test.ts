import { expect, it } from "vitest";
import { LimitUse } from "./limit-use.ts";

it("has room for as many runs as the fullest moment leaves", () => {
  const use = new LimitUse(5);
  use.add(2, 6, 3);
  use.add(4, 8, 1);
  expect([use.room(0, 2), use.room(0, 3), use.room(3, 5), use.room(6, 9), use.room(8, 9)]).toEqual([5, 2, 1, 4, 5]);
  use.add(5, 6, 1);
  expect(use.room(0, 9)).toBe(0);
});
