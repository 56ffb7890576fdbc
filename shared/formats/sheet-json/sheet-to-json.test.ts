import fc from "fast-check";
import { expect, it } from "vitest";
import { anyPlan } from "../../sheet/fixtures/any-plan.ts";
import { plan } from "../../sheet/fixtures/plan.ts";
import { sheetOf } from "../../sheet/fixtures/sheet-of.ts";
import { sheetSchema } from "../../sheet/sheet-schema.ts";
import { sheetToJson } from "./sheet-to-json.ts";

const parsed = (text: string): Record<string, unknown> => JSON.parse(text);

it("loses nothing", () => {
  fc.assert(
    fc.property(anyPlan, (resolved) => {
      const sheet = sheetOf(resolved, 20);
      const { sheetVersion, ...content } = parsed(sheetToJson(sheet));
      expect(sheetSchema.parse({ version: sheetVersion, ...content })).toEqual(sheet);
    }),
    { numRuns: 20 },
  );
});

it("has the version first, and the rest in the order of the page", () => {
  expect(Object.keys(parsed(sheetToJson(sheetOf(plan()))))).toEqual([
    "sheetVersion",
    "kind",
    "title",
    "subtitle",
    "currency",
    "date",
    "headline",
    "lead",
    "sections",
    "footnotes",
    "warnings",
    "foot",
  ]);
});

it("is one text for one sheet, in whatever order its members lie", () => {
  const sheet = sheetOf(plan());
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, member]) => [key, turned(member)]),
    );
  };
  expect(sheetToJson(sheetSchema.parse(turned(sheet)))).toBe(sheetToJson(sheet));
});

it("ends with a line break and is indented", () => {
  const text = sheetToJson(sheetOf(plan()));
  expect(text.startsWith('{\n  "sheetVersion": 1,\n')).toBe(true);
  expect(text.endsWith("}\n")).toBe(true);
});
