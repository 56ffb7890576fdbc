import { describe, expect, it } from "vitest";
import { cut, escapeXml } from "./xml.ts";

describe("escapeXml", () => {
  it.each([
    ['a < b & "c" > d', "a &lt; b &amp; &quot;c&quot; &gt; d"],
    ["\u0007bell", "_x0007_bell"],
    ["one\rtwo", "one_x000D_two"],
    ["tab\tand\nline", "tab\tand\nline"],
    ["_x0041_", "_x005F_x0041_"],
    ["_x41_ and __x0041_", "_x41_ and __x005F_x0041_"],
    ["half \ud83d", "half \ufffd"],
    ["whole 🧮 σ ²⁴", "whole 🧮 σ ²⁴"],
    ["\ufffe", "_xFFFE_"],
  ])("%j is %j", (text, xml) => {
    expect(escapeXml(text)).toBe(xml);
  });
});

it("cuts what no cell can hold, and says so", () => {
  expect(cut("x".repeat(32_767))).toHaveLength(32_767);
  expect(cut("x".repeat(32_768))).toBe(`${"x".repeat(32_766)}…`);
});
