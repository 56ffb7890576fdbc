import { expect, it } from "vitest";
import { chooseConvention, compared, statedConvention, statedN } from "./convention.ts";

it("reads what the document states", () => {
  expect([{}, { convention: "palm" }, { convention: { name: "six-nd", of: "active" } }].map(statedConvention)).toEqual([
    "matmul",
    "palm",
    "six-nd",
  ]);
  expect([{ convention: "6nd" }, { convention: 6 }, { convention: { of: "total" } }].map(statedConvention)).toEqual([
    null,
    null,
    null,
  ]);
  expect(statedN({ convention: { name: "six-nd", of: "nonEmbedding" } })).toBe("nonEmbedding");
  expect(statedN({ convention: "palm" })).toBe("total");
});

it("writes what was chosen; 6·N always says which N", () => {
  expect(chooseConvention("palm", "total")).toEqual({ op: "set", path: ["convention"], value: "palm" });
  expect(chooseConvention("six-nd", "active")).toMatchObject({ value: { name: "six-nd", of: "active" } });
});

it("compares operations", () => {
  expect([compared(103.1, 100), compared(95, 100), compared(100, 100), compared(100.01, 100), compared(0, 0)]).toEqual([
    "+3.1 %",
    "−5.0 %",
    "the same",
    "less than 0.1 % apart",
    "the same",
  ]);
});
