import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { anyPlan } from "../../sheet/fixtures/any-plan.ts";
import { plan } from "../../sheet/fixtures/plan.ts";
import { sheetOf, tableOf } from "../../sheet/fixtures/sheet-of.ts";
import { shippedPlan } from "../../sheet/fixtures/shipped-plans.ts";
import { plainText } from "../../sheet/text/rich-text.ts";
import { parseCsv } from "./parse-csv.fixture.ts";
import { sheetToCsv } from "./sheet-to-csv.ts";

const read = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");
const golden = sheetOf(shippedPlan("scaling-exponents", read));
const records = parseCsv(sheetToCsv(golden));

/** The records of a section, from its heading to the next empty line, without the fields that fill lines up. */
function section(heading: string): string[][] {
  const start = records.findIndex(([first]) => first === heading);
  expect(start, heading).toBeGreaterThan(-1);
  const rest = records.slice(start);
  const end = rest.findIndex((record) => record.every((field) => field === ""));
  return rest.slice(0, end);
}

it("is a rectangle, as RFC 4180 wants it", () => {
  expect(new Set(records.map((record) => record.length)).size).toBe(1);
});

it("has every number of the table of experiments to the last digit", () => {
  const [, subtitle, head, ...rows] = section("Table 1. What each experiment costs.");
  expect(subtitle?.[0]).toContain("add up to the total");
  expect(head?.slice(0, 8)).toEqual([
    "Experiment",
    "Runs",
    "FLOP",
    "Card-hours",
    "Node-hours (of 8 cards)",
    "Cost (USD)",
    "Share (%)",
    "Notes",
  ]);
  const table = tableOf(golden, "experiments");
  const expected = [...table.rows, ...(table.total === null ? [] : [table.total])].map((row) =>
    row.cells.map((cell) => (cell.value === null ? plainText(cell.text) : cell.value)),
  );
  const found = rows.map((row) => row.slice(0, 7).map((field, index) => (index === 0 ? field : Number(field))));
  expect(found).toEqual(expected);
  expect(rows[0]?.[7]).toBe("2");
});

it("has differences as numbers, and words where there is no number", () => {
  const disputes = section("Table 3. Where the text and these sums differ.");
  expect(disputes.slice(3).map((row) => Math.round(Number(row[2])))).toEqual([1_778, -794_860, -123_657, -37_855]);
  const models = section("Table 2. The models.");
  expect(models.find((row) => row[0] === "16384")?.[5]).toBe("not run");
});

it("leaves out charts whose data stand in a table, and has the others' data", () => {
  const headings = records.map(([first]) => first);
  expect(headings.some((text) => text?.startsWith("Figure 1"))).toBe(false);
  expect(headings.some((text) => text?.startsWith("Figure 4"))).toBe(true);
});

it("has the headline with its range, the assumptions, the sources and the footnotes", () => {
  const [, , cost] = section("Headline");
  expect(cost?.slice(0, 3)).toEqual(["Rental cost", String(golden.headline[0]?.value.value), "USD"]);
  expect(section("Assumptions")[1]?.[0]).toBe("1");
  expect(section("Sources")[1]?.[0]).toBe("a");
  expect(section("Footnotes")[1]).toEqual(
    expect.arrayContaining(["1", "Every range at its likely value, 3.00 USD a card-hour."]),
  );
});

it("cannot be made to carry a formula", () => {
  const evil = plan({ title: '=HYPERLINK("http://x","y")', subtitle: "@x", assumptions: ["-1+1|cmd"] });
  const fields = parseCsv(sheetToCsv(sheetOf(evil))).flat();
  expect(fields).toContain('\'=HYPERLINK("http://x","y")');
  expect(fields).toContain("'@x");
  for (const field of fields) if (/^[=+\-@\t\r]/.test(field)) expect(Number.isNaN(Number(field)), field).toBe(false);
});

it("reads back whatever the plan", () => {
  fc.assert(
    fc.property(anyPlan, (resolved) => {
      expect(parseCsv(sheetToCsv(sheetOf(resolved, 20))).length).toBeGreaterThan(20);
    }),
    { numRuns: 20 },
  );
});

it("dates the plan, and not its prices, by the plan's day", () => {
  const [, , , dated] = parseCsv(sheetToCsv(golden));
  expect(dated?.slice(0, 2)).toEqual(["Date", "2026-11-22"]);
});
