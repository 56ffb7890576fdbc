import { expect, test } from "vitest";
import { DatabaseError } from "./database-error.ts";
import { bytes, json, optional, text, whole } from "./row.ts";

const row = { word: "ß", count: 3, half: 1.5, none: null, data: Uint8Array.of(1), list: "[1]", broken: "[1" };

test("columns come typed", () => {
  expect(text(row, "word")).toBe("ß");
  expect(whole(row, "count")).toBe(3);
  expect(bytes(row, "data")).toEqual(Uint8Array.of(1));
  expect(json(row, "list")).toEqual([1]);
  expect(optional(text)(row, "none")).toBeNull();
  expect(optional(text)(row, "word")).toBe("ß");
});

test.each([
  ["a text", () => text(row, "count")],
  ["a text", () => text(row, "missing")],
  ["a whole number", () => whole(row, "half")],
  ["a whole number", () => whole(row, "none")],
  ["bytes", () => bytes(row, "word")],
  ["JSON", () => json(row, "broken")],
])("a column that does not hold %s is damage", (what, read) => {
  expect(read).toThrow(DatabaseError);
  expect(read).toThrow(`does not hold ${what}`);
});
