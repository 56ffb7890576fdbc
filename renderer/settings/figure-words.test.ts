import { describe, expect, it } from "vitest";
import { readableText } from "../../shared/units/format/readable.ts";
import { lengthOfTime, operations } from "./figure-words.ts";
import { usualPaper } from "./usual-paper.ts";

describe("operations", () => {
  it("are told as FLOP with a power of ten, or as petaflop-days", () => {
    const flop = operations(5.421133696e24, { operations: "flop" });
    expect(`${readableText(flop.value)} ${flop.unit}`).toBe("5.42 × 10²⁴ FLOP");
    const days = operations(5.421133696e24, { operations: "pfDays" });
    expect(`${readableText(days.value)} ${days.unit}`).toBe("62.7 k PF-days");
    expect(days.exact).toContain("5.421133696e24 FLOP");
  });

  it("are 0 for a plan without runs", () => {
    expect(operations(0, { operations: "flop" }).value).toEqual({ digits: "0", prefix: "", exponent: null });
  });
});

describe("lengthOfTime", () => {
  it("fits its unit, or is in hours always", () => {
    expect(lengthOfTime(43_024.87, { time: "fitting" })).toBe("4.9 years");
    expect(lengthOfTime(43_024.87, { time: "hours" })).toBe("43.0 k h");
    expect(lengthOfTime(43.0249, { time: "hours" })).toBe("43.0 h");
  });
});

describe("usualPaper", () => {
  it("is Letter in the countries that print on it", () => {
    expect(["en-US", "es-MX", "en-GB", "de", "en"].map(usualPaper)).toEqual(["letter", "letter", "a4", "a4", "a4"]);
  });
});
