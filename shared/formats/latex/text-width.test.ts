import { expect, it } from "vitest";
import { textWidth } from "./text-width.ts";

it.each([
  // As pdfLaTeX measures them at 10 pt.
  ["1,024", 2.277],
  ["Card-hours", 4.899],
  ["The quick brown fox", 9.028],
  ["MAXIMUM 100 %", 8.359],
])("takes %j for as wide as it is, or a little wider", (text, width) => {
  expect(textWidth(text)).toBeGreaterThanOrEqual(width);
  expect(textWidth(text)).toBeLessThanOrEqual(width * 1.1);
});

it("counts no mark above a letter", () => {
  expect(textWidth("Zoë Müller")).toBe(textWidth("Zoe Muller"));
});
