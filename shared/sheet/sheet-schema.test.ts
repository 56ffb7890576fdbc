import { expect, expectTypeOf, test } from "vitest";
import type { z } from "zod";
import type { Figure } from "../estimate/figure.ts";
import type { figureSchema } from "./figure-schema.ts";
import { type Cell, SHEET_VERSION, type Sheet } from "./sheet.ts";
import { sheetSchema } from "./sheet-schema.ts";

/**
 * The same shape without `readonly`, which a schema does not say, and with intersections written out. A figure's text is
 * running text again: the comparison of types cannot follow that round, so it stops there and `toExtend` goes on.
 */
type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends { readonly kind: "figure" }
    ? { -readonly [Key in keyof T as Exclude<Key, "text">]: Plain<T[Key]> }
    : T extends object
      ? { -readonly [Key in keyof T]: Plain<T[Key]> }
      : T;

const cell: Cell = {
  text: [
    "12.9 M",
    { kind: "superscript", text: "24" },
    { kind: "note", id: "likely" },
    {
      kind: "figure",
      text: [{ kind: "strong", text: "43.0 h" }],
      exact: "43.02487023575837 h",
      figure: { of: "cluster", cluster: 2 },
    },
  ],
  value: 12_907_461.126_527,
  exact: "12,907,461.13 USD",
  figure: { of: "total", measure: "cost", stage: "withReruns" },
  muted: false,
};

const base = { id: "a", label: "Table 1", title: "t", subtitle: cell.text, outline: "o", width: "full" } as const;
const table = {
  columns: [{ key: "usd", title: "Cost", unit: "USD", align: "decimal", bar: true }],
  rows: [{ cells: [cell], colour: 1, apart: true }],
  total: { cells: [cell] },
} as const;
const range = { low: 1, p10: 2, p50: 3, p90: 4, high: 5, likely: 4 };

/** One of everything that a sheet may hold. */
const whole: Sheet = {
  version: SHEET_VERSION,
  kind: "Compute budget",
  title: "Scaling exponents",
  subtitle: "",
  currency: "USD",
  date: null,
  headline: [
    { id: "cost", title: ["Cost"], value: cell, unit: "USD", remark: [], range: { ...range, words: "P10 to P90" } },
    { id: "flop", title: ["Operations"], value: cell, unit: "FLOP", remark: [], range: null },
  ],
  lead: cell.text,
  sections: [
    { ...base, kind: "table", table, notes: ["n"] },
    {
      ...base,
      kind: "chart",
      chart: {
        kind: "bars",
        direction: "columns",
        unit: "M USD",
        categoryTitle: "model width",
        bars: [{ label: "128", value: 1, text: "1", highlight: false, colour: null, figure: null }],
        remark: null,
      },
      table,
      tableId: "a",
      notes: [],
    },
    {
      ...base,
      kind: "chart",
      chart: {
        kind: "time",
        cardHours: 4.3e6,
        fromCards: 10,
        toCards: 1e5,
        marks: [{ cards: 100, hours: 43_024, text: "4.9 years", figure: { of: "cluster", cluster: 1 } }],
      },
      table,
      tableId: null,
      notes: [],
    },
    {
      ...base,
      kind: "chart",
      chart: { kind: "ranges", unit: "USD", rows: [{ label: "Total", ...range, colour: 2, figure: null }] },
      table,
      tableId: null,
      notes: [],
    },
    {
      ...base,
      kind: "chart",
      chart: {
        kind: "tornado",
        unit: "USD",
        centre: 1,
        rows: [{ label: "l", low: 1, high: 2, lowText: "10", highText: "15", figure: null }],
      },
      table,
      tableId: null,
      notes: [],
    },
    { ...base, kind: "list", marker: "number", items: [["An assumption"]] },
  ],
  footnotes: [{ id: "likely", mark: "1", text: ["Every range at its likely value."] }],
  warnings: [],
  foot: "Flopsheet",
};

test("the schemas and the types say the same, in both directions", () => {
  expectTypeOf<Plain<z.infer<typeof sheetSchema>>>().toEqualTypeOf<Plain<Sheet>>();
  expectTypeOf<z.infer<typeof sheetSchema>>().toExtend<Sheet>();
  expectTypeOf<Plain<z.infer<typeof figureSchema>>>().toEqualTypeOf<Plain<Figure>>();
});

test("one of everything passes, after JSON, without loss", () => {
  expect(sheetSchema.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
});

test.each([
  ["another version", { ...whole, version: 2 }, "version"],
  ["a key that no sheet has", { ...whole, script: "x" }, ""],
  [
    "a figure that does not exist",
    { ...whole, lead: [{ kind: "figure", text: [], exact: "", figure: { of: "nothing" } }] },
    "lead.0",
  ],
  ["a section of no known kind", { ...whole, sections: [{ ...base, kind: "picture" }] }, "sections.0.kind"],
  [
    "a value that is no number",
    {
      ...whole,
      sections: [
        {
          ...base,
          kind: "chart",
          chart: { kind: "time", cardHours: "4", fromCards: 1, toCards: 2, marks: [] },
          table,
          tableId: null,
          notes: [],
        },
      ],
    },
    "sections.0.chart.cardHours",
  ],
])("%s is refused where it stands", (_, sheet, path) => {
  const parsed = sheetSchema.safeParse(sheet);
  expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
});
