import { expect, it } from "vitest";
import { counted, plural } from "../../units/format/counted.ts";
import { capital, dateWords, listed, numberWord, sentence } from "./words.ts";

it.each([
  [0, "no"],
  [1, "one"],
  [9, "nine"],
  [12, "twelve"],
  [13, "13"],
  [58_512, "58,512"],
])("says %d as %s", (n, word) => {
  expect(numberWord(n)).toBe(word);
});

it("counts in the singular and in the plural", () => {
  expect(counted(1, "run")).toBe("1 run");
  expect(counted(58_512, "run")).toBe("58,512 runs");
  expect(plural(2, "sweep is", "sweeps are")).toBe("sweeps are");
});

it("lists with commas and one and", () => {
  expect(listed([])).toBe("");
  expect(listed(["a"])).toBe("a");
  expect(listed(["a", "b"])).toBe("a and b");
  expect(listed(["a", "b", "c"])).toBe("a, b and c");
});

it("starts with a capital, except where a word carries its own", () => {
  expect(capital("points per line")).toBe("Points per line");
  expect(capital("arXiv 2407.05872")).toBe("arXiv 2407.05872");
  expect(capital("éclair")).toBe("Éclair");
  expect(capital("")).toBe("");
});

it("ends a sentence once", () => {
  expect(sentence("an upper bound")).toBe("An upper bound.");
  expect(sentence(" Really? ")).toBe("Really?");
});

it("says as much of a date as there is", () => {
  expect(dateWords("2026-11-22")).toBe("22 November 2026");
  expect(dateWords("2024-12")).toBe("December 2024");
  expect(dateWords("2023")).toBe("2023");
  expect(dateWords("2023-13")).toBe("2023");
  expect(dateWords("yesterday")).toBe("yesterday");
  expect(dateWords("two-step")).toBe("two-step");
});
