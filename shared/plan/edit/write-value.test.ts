import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberText, plainOrQuoted } from "./write-value.ts";

describe("numberText", () => {
  it.each([
    [3.5e14, "3.5e14"],
    [2e10, "2e10"],
    [1_234_567_890_123, "1234567890123"],
    [50_000, "50000"],
    [1_000_000, "1000000"],
    [0.00001, "1e-5"],
    [0.001, "0.001"],
    [0.1, "0.1"],
    [1.2e-7, "1.2e-7"],
    [1e300, "1e300"],
    [-0, "-0"],
    [-2.5e12, "-2.5e12"],
    [Number.POSITIVE_INFINITY, '"Infinity"'],
  ])("writes %d as %s", (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it("is read as the number that it was", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(JSON.parse(numberText(value))).toBe(value);
      }),
    );
  });
});

describe("plainOrQuoted", () => {
  it.each([
    ["model.width", "model.width"],
    ["learning rate", "learning rate"],
    ["café (v2)", "café (v2)"],
    ["7B", '"7B"'],
    ["1e", '"1e"'],
    ["true", '"true"'],
    ["No", '"No"'],
    ["a: b", '"a: b"'],
    ["a #b", '"a #b"'],
    ["", '""'],
    [" a", '" a"'],
    ["a ", '"a "'],
    ["*a", '"*a"'],
  ])("writes %j as %s", (text, written) => {
    expect(plainOrQuoted(text)).toBe(written);
  });
});
