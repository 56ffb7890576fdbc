// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { RichText } from "../../shared/sheet/sheet.ts";
import { notesIn, plainText } from "./rich-text.ts";

const text: RichText = [
  "5.42 × 10",
  { kind: "superscript", text: "24" },
  { kind: "note", id: "likely" },
  " of ",
  {
    kind: "figure",
    text: [
      { kind: "strong", text: "all" },
      { kind: "note", id: "inner" },
    ],
    exact: "5.4e24 FLOP",
    figure: { of: "comparison" },
  },
];

describe("running text", () => {
  it("is read without its marks", () => {
    expect(plainText(text)).toBe("5.42 × 1024 of all");
  });

  it("calls its footnotes in order, those inside figures too", () => {
    expect(notesIn(text)).toEqual(["likely", "inner"]);
  });
});
