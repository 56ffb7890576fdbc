import { expect, it } from "vitest";
import { HOURS_PER_DAY, HOURS_PER_MONTH, HOURS_PER_YEAR, PETAFLOP_DAY, SECONDS_PER_HOUR } from "./constants.ts";

it("agrees with the conventions of the domain", () => {
  expect(HOURS_PER_YEAR).toBe(365 * HOURS_PER_DAY);
  expect(HOURS_PER_MONTH).toBe(30 * HOURS_PER_DAY);
  expect(PETAFLOP_DAY).toBe(1e15 * HOURS_PER_DAY * SECONDS_PER_HOUR);
});
