import { expect, it } from "vitest";
import { displayWidth, padded } from "./display-width.ts";

it.each([
  ["10²⁴", 4],
  ["Überläufer", 10],
  ["u\u0308", 1],
  ["実験", 4],
  ["한국", 4],
  ["🚀", 2],
  ["", 0],
])("%s takes %d columns", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

it("fills up by what is seen, on either side", () => {
  expect(padded("実", 4, "right")).toBe("実  ");
  expect(padded("12", 4, "left")).toBe("  12");
  expect(padded("long", 2, "left")).toBe("long");
});
