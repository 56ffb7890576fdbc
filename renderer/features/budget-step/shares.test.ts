import { expect, it } from "vitest";
import { readShares, roundedShares, sharesText } from "./shares.ts";

it("reads per cent in a row, and leaves what is no number as it was typed", () => {
  expect(readShares("50, 30 20")).toEqual([0.5, 0.3, 0.2]);
  expect(readShares("33.3 %, half")).toEqual([0.333, "half"]);
  expect(readShares("  ")).toEqual([]);
});

it("writes them as they are read", () => {
  expect(sharesText([0.5, 0.07, "half"])).toBe("50, 7, half");
  expect(readShares(sharesText([0.5, 0.07]))).toEqual([0.5, 0.07]);
});

it("rounds shares of a schedule so that they still add up", () => {
  expect(roundedShares([1 / 3, 1 / 3, 1 / 3])).toEqual([0.334, 0.333, 0.333]);
  expect(roundedShares([0.24739, 0.75261])).toEqual([0.247, 0.753]);
});
