import { expect, it } from "vitest";
import { declarations } from "./unknown-letters.ts";

it.each([
  ["ễ", "1EC5", "\\secondmark{\\~}{\\^{e}}"],
  ["ặ", "1EB7", "\\d{\\u{a}}"],
  ["ị", "1ECB", "\\d{i}"],
  ["ơ", "01A1", "o\\kern-.1em'"],
  ["ǐ", "01D0", "\\v{\\i}"],
  ["ả", "1EA3", "\\codepoint{1EA3}"],
  ["日", "65E5", "\\codepoint{65E5}"],
  ["🚀", "1F680", "\\codepoint{1F680}"],
])("says what pdfLaTeX sets for %s", (letter, code, latex) => {
  expect(declarations(`a${letter}b${letter}`)).toEqual([
    `\\ifcsname u8:\\detokenize{${letter}}\\endcsname\\else\\DeclareUnicodeCharacter{${code}}{${latex}}\\fi`,
  ]);
});

it("says nothing of letters that every LaTeX knows", () => {
  expect(declarations("Żółć, Müller & Ærø – “q” ‘r’ … ²")).toEqual([]);
});
