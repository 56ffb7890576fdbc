// @vitest-environment node
import { describe, expect, it } from "vitest";
import { decimalPads } from "./decimal.ts";

describe("decimalPads", () => {
  it.each([
    [
      ["0.194", "14.9", "823", "not run"],
      ["", "00", ".000", ""],
    ],
    [
      ["+1,778", "−794,860", "−0.5"],
      [".0", ".0", ""],
    ],
    [
      ["1", "20", "300"],
      ["", "", ""],
    ],
    [
      ["9.79 M", "106 M"],
      ["", ".00"],
    ],
    [[], []],
  ])("%j gets %j", (texts, pads) => {
    expect(decimalPads(texts)).toEqual(pads);
  });
});
