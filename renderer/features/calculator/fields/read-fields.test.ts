import { describe, expect, it } from "vitest";
import { readFields } from "./read-fields.ts";

const cards = { bounds: { min: 1, max: 10_000_000, integer: true, what: "cards" } } as const;
const share = { bounds: { min: 0, exclusiveMin: true, max: 1, what: "share of the peak" }, percent: true } as const;

const one = (text: string, spec: Parameters<typeof readFields<"x">>[1]["x"]) => {
  const { numbers, faults } = readFields({ x: text }, { x: spec });
  return faults.x ?? numbers.x;
};

describe("readFields", () => {
  it.each([
    ["1,024", 1024],
    ["16k", 16_000],
    ["2^10", 1024],
  ])("reads %s", (text, value) => {
    expect(one(text, cards)).toBe(value);
  });

  it.each([
    ["40", 0.4],
    ["40 %", 0.4],
    ["14.1", 0.141],
    ["0.5", 0.005],
  ])("reads %s in a field of per cent", (text, value) => {
    expect(one(text, share)).toBe(value);
  });

  it("says what is wrong beside the field it is of", () => {
    expect(one("", cards)).toContain("Write a number");
    expect(one("0,5", cards)).toContain("0.5 with a point");
    expect(one("0", cards)).toBe("Allowed: cards as a whole number from 1 to 10,000,000.");
    expect(one("1.5", cards)).toBe("Allowed: cards as a whole number from 1 to 10,000,000.");
    expect(one("140", share)).toBe("Allowed: share of the peak as a number above 0, at most 1.");
  });

  it("takes an empty optional field for none", () => {
    const { numbers, faults } = readFields({ x: " " }, { x: { ...cards, optional: true } });
    expect(numbers.x).toBeNull();
    expect(faults.x).toBeNull();
  });
});
