import fc from "fast-check";
import { expect, it } from "vitest";
import { referenceTo, worksheetNames } from "./names.ts";

it("makes words of ids, and tells names apart that a spreadsheet takes for one", () => {
  expect(worksheetNames(["cost-by-axis", "a/b", "A-b", "x".repeat(40), "x".repeat(41), "''", ""])).toEqual([
    "Cost by axis",
    "A b",
    "A b 2",
    `X${"x".repeat(30)}`,
    `X${"x".repeat(28)} 2`,
    "Sheet",
    "Sheet 2",
  ]);
});

it("makes names that Excel takes, whatever the ids", () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", "a", "A", "-", "[", " ") }));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (ids) => {
      const names = worksheetNames(ids);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
      }
    }),
  );
});

it("quotes a name in a formula", () => {
  expect(referenceTo("Cost by axis", "F14")).toBe("'Cost by axis'!F14");
  expect(referenceTo("Today's", "A1")).toBe("'Today''s'!A1");
});
