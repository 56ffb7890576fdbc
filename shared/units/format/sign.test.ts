import { describe, expect, it } from "vitest";
import { MINUS, trueMinus, withPlus } from "./sign.ts";

describe("signs", () => {
  it("uses the minus of typography, never a hyphen", () => {
    expect(MINUS.codePointAt(0)).toBe(0x2212);
    expect(trueMinus("-12.5")).toBe("−12.5");
    expect(trueMinus("12.5")).toBe("12.5");
  });

  it("knows no negative zero", () => {
    expect(trueMinus("-0.0")).toBe("0.0");
    expect(withPlus("0.0")).toBe("0.0");
  });

  it("marks a gain with a plus", () => {
    expect(withPlus("312")).toBe("+312");
    expect(withPlus("−312")).toBe("−312");
  });
});
