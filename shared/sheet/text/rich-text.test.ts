import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asStated,
  figure,
  noteMark,
  notesIn,
  plainText,
  powerOfTen,
  superscript,
  withoutCitations,
} from "./rich-text.ts";

describe("powerOfTen", () => {
  it.each([
    [5.421133696e24, "5.42 × 10²⁴"],
    [9.9996e23, "1.00 × 10²⁴"],
    [999.7, "1.00 × 10³"],
    [412.3, "412"],
    [3, "3.00"],
    [0.00012, "1.20 × 10⁻⁴"],
    [0, "0"],
  ])("writes %d as %s", (n, text) => {
    expect(plainText(powerOfTen(n))).toBe(text);
  });

  it("raises the exponent", () => {
    expect(powerOfTen(3.7e20)).toEqual(["3.70 × 10", { kind: "superscript", text: "20" }]);
  });
});

describe("asStated", () => {
  it.each([
    [3.8e25, "3.8 × 10²⁵"],
    [3.5e14, "3.5 × 10¹⁴"],
    [6.5536e9, "6.5536 × 10⁹"],
    [989.4e12, "9.894 × 10¹⁴"],
    [8.030261248e9, "8.03 × 10⁹"],
    [32_101, "32,101"],
    [2e12, "2 × 10¹²"],
  ])("writes %d as %s", (n, text) => {
    expect(plainText(asStated(n))).toBe(text);
  });

  it("never loses a digit of what has six or fewer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 6, max: 30 }), (digits, power) => {
        const n = Number(`${digits}e${power}`);
        const [mantissa = "", exponent] = asStated(n);
        const raised = typeof exponent === "object" && exponent.kind === "superscript" ? exponent.text : "";
        expect(Number(`${mantissa.toString().split(" ")[0]}e${raised}`)).toBe(n);
      }),
    );
  });
});

describe("plain words", () => {
  const text = [
    "12.9 M",
    superscript("24"),
    superscript("−4"),
    noteMark("likely"),
    superscript("a"),
    superscript(","),
    figure(["4.3 ", { kind: "strong", text: "h" }], "4.3 h", { of: "cluster", cluster: 0 }),
    noteMark("other"),
  ] as const;

  it("keep raised numbers, put letters of sources in brackets, and leave marks of notes out", () => {
    expect(plainText(text)).toBe("12.9 M²⁴⁻⁴ [a],4.3 h");
  });

  it("leave out the letters of sources where these are not at hand", () => {
    expect(withoutCitations(text)).toBe("12.9 M²⁴⁻⁴4.3 h");
  });

  it("know which notes are called", () => {
    expect(notesIn(text)).toEqual(["likely", "other"]);
  });
});
