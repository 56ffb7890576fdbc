import { describe, expect, it } from "vitest";
import * as cell from "../cells.ts";
import type { Column } from "../sheet.ts";
import { numberInFull, printedNumber } from "./printed-number.ts";

describe("numberInFull", () => {
  it.each([
    ["12,907,461", 12_907_461],
    ["−794,860", -794_860],
    ["+1,778.50", 1_778.5],
    ["12.9 M", null],
    ["not run", null],
    ["", null],
  ])("reads %j as %j", (text, number) => {
    expect(numberInFull([text])).toBe(number);
  });

  it("does not take a power of ten for a number", () => {
    expect(numberInFull(["1.35 × 10", { kind: "superscript", text: "24" }])).toBeNull();
  });
});

describe("printedNumber", () => {
  const column: Column = { key: "cost", title: "Cost", unit: "USD", align: "right" };
  const cost = cell.number("3,224,398", 3_224_397.53, "3,224,397.53 USD", null);

  it("is what is printed where the column is printed in full, and the unrounded number elsewhere", () => {
    expect(printedNumber(cost, { ...column, places: 0 })).toBe(3_224_398);
    expect(printedNumber(cost, column)).toBe(3_224_397.53);
  });

  it("is the unrounded number where a text is too large for a column, and nothing for words", () => {
    expect(printedNumber(cell.number("1.00 × 10²⁰", 1e20, "1e20", null), { ...column, places: 0 })).toBe(1e20);
    expect(printedNumber(cell.words("12"), { ...column, places: 0 })).toBeNull();
  });
});
