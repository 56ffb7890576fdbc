import { expect, it } from "vitest";
import { readShares, sharesText } from "./shares.ts";

it("reads per cent in a row, and leaves what is no number as it was typed", () => {
  expect(readShares("50, 30 20")).toEqual([0.5, 0.3, 0.2]);
  expect(readShares("33.3 %, half")).toEqual([0.333, "half"]);
  expect(readShares("  ")).toEqual([]);
});

it("writes them as they are read", () => {
  expect(sharesText([0.5, 0.07, "half"])).toBe("50, 7, half");
  expect(readShares(sharesText([0.5, 0.07]))).toEqual([0.5, 0.07]);
});
