// @vitest-environment node
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import readXlsx from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { anyPlan } from "../../sheet/fixtures/any-plan.ts";
import { experiment, plan } from "../../sheet/fixtures/plan.ts";
import { sheetOf, tableOf, wordsOf } from "../../sheet/fixtures/sheet-of.ts";
import { shippedPlan } from "../../sheet/fixtures/shipped-plans.ts";
import { type Formula, formulasOf as formulasIn, partsOf } from "./formulas.fixture.ts";
import { sheetToXlsx } from "./sheet-to-xlsx.ts";

const read = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");
const golden = sheetOf(shippedPlan("scaling-exponents", read));
const file = sheetToXlsx(golden);
const opened = await readXlsx(Buffer.from(file));

/** The rows of a worksheet as another reader has them. */
function rowsOf(name: string) {
  const found = opened.find(({ sheet }) => sheet === name)?.data;
  if (found === undefined) throw new Error(`no worksheet ${name}, but ${opened.map(({ sheet }) => sheet).join(", ")}`);
  return found;
}

const inflate = (bytes: Uint8Array) => inflateRawSync(bytes).toString("utf8");
const formulasOf = (bytes: Uint8Array<ArrayBuffer>): Formula[] => formulasIn(bytes, inflate);

const WORDS = 2_000;

const asPrinted = (text: string): number => Number(text.replaceAll(",", ""));

describe("the golden plan, opened by another reader", () => {
  it("has a summary, a worksheet a table, and one each for assumptions and sources", () => {
    expect(opened.map(({ sheet }) => sheet)).toEqual([
      "Summary",
      "Experiments",
      "Models",
      "Disputes",
      "Times",
      "Prices",
      "Energy",
      "Ranges",
      "Sensitivity",
      "Assumptions",
      "Sources",
    ]);
  });

  it("has the table of experiments as it is printed, FLOP unrounded, marks of footnotes apart", () => {
    const [title, subtitle, gap, heads, ...rows] = rowsOf("Experiments");
    expect(title?.[0]).toBe("Table 1. What each experiment costs.");
    expect(subtitle?.[0]).toBe("Rows add up to the total; FLOP show three digits and do not.");
    expect(gap?.every((cell) => cell === null)).toBe(true);
    expect(heads).toEqual([
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
    const words = wordsOf(table);
    const flop = [...table.rows, ...(table.total === null ? [] : [table.total])].map((row) => row.cells[2]?.value);
    expect(rows.slice(0, words.length).map((row) => row.slice(0, 7))).toEqual(
      words.map((row, index) =>
        row.map((text, column) => (column === 0 ? text : column === 2 ? flop[index] : asPrinted(text))),
      ),
    );
    expect(rows[9]?.[5]).toBe(12_907_461);
    expect(rows[0]?.[7]).toBe(2);
    expect(rows.flat()).toContain("2  Text and sums differ: see Table 3.");
  });

  it("has the day of the plan as a day, and headline figures with their ranges", () => {
    const summary = rowsOf("Summary");
    expect(summary.find(([first]) => first === "Date")?.[1]).toEqual(new Date("2026-11-22T00:00:00Z"));
    const [cost] = golden.headline;
    const row = summary.find(([first]) => first === "Rental cost");
    expect(row?.slice(0, 3)).toEqual(["Rental cost", 12_907_461, "USD"]);
    expect(row?.[3]).toBe(cost?.range?.p10);
  });

  it("has differences as numbers, and words where there is no number", () => {
    expect(
      rowsOf("Disputes")
        .slice(4, 8)
        .map((row) => row[2]),
    ).toEqual([1_778, -794_860, -123_657, -37_855]);
    expect(rowsOf("Models").find(([width]) => width === 16_384)?.[5]).toBe("not run");
  });

  it("has every assumption and every source", () => {
    const sections = golden.sections.flatMap((section) => (section.kind === "list" ? [section] : []));
    for (const { title, items } of sections) {
      const rows = rowsOf(title).filter(([mark]) => mark !== null && mark !== title);
      expect(rows).toHaveLength(items.length);
    }
  });
});

describe("formulas", () => {
  it("are the totals that add up and the headline figures, with what they come to", () => {
    const formulas = formulasOf(file);
    expect(formulas.filter(({ worksheet }) => worksheet === "Summary").map(({ formula }) => formula)).toEqual([
      "'Experiments'!F14",
      "'Experiments'!D14",
      "'Experiments'!C14",
    ]);
    expect(formulas.filter(({ worksheet }) => worksheet === "Experiments").map(({ formula }) => formula)).toEqual(
      ["B", "C", "D", "E", "F", "G"].map((column) => `SUM(${column}5:${column}13)`),
    );
    expect(formulas.find(({ cell, worksheet }) => worksheet === "Experiments" && cell === "F14")).toMatchObject({
      cached: 12_907_461,
      computed: 12_907_461,
    });
  });

  it("come to the value that stands beside them, whatever the plan", () => {
    let seen = 0;
    fc.assert(
      fc.property(anyPlan, (resolved) => {
        for (const { cached, computed, formula } of formulasOf(sheetToXlsx(sheetOf(resolved, 20)))) {
          expect(Math.abs(computed - cached), formula).toBeLessThanOrEqual(Math.abs(cached) * 1e-9);
          seen += 1;
        }
      }),
      { numRuns: 20 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  it("are not written where a stored sheet's rows do not come to its total", () => {
    const sheet = {
      ...golden,
      sections: golden.sections.map((section) =>
        section.kind === "table" && section.id === "experiments"
          ? { ...section, table: { ...section.table, rows: section.table.rows.slice(1) } }
          : section,
      ),
    };
    const costs = formulasOf(sheetToXlsx(sheet)).filter(
      ({ worksheet, cell }) => worksheet === "Experiments" && cell.startsWith("F"),
    );
    expect(costs).toEqual([]);
  });

  it("cannot be brought in by words", async () => {
    const words = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x","y")'];
    const evil = plan({
      title: words[6] ?? "",
      subtitle: "@x",
      assumptions: words,
      experiments: words.map((title, index) => experiment(`e${index}`, { title, note: `=${title}` })),
    });
    const bytes = sheetToXlsx(sheetOf(evil));
    for (const { formula } of formulasOf(bytes)) expect(formula).toMatch(/^SUM\(|^'Experiments'!/);
    const parts = partsOf(bytes, inflate);
    const styles = [...(parts.get("xl/styles.xml") ?? "").matchAll(/<xf [^>]*xfId[^>]*>/g)].map(([xf]) => xf);
    const experiments = parts.get("xl/worksheets/sheet2.xml") ?? "";
    const cell = /<c r="A5" s="(\d+)" t="inlineStr"><is><t xml:space="preserve">=1\+1<\/t>/.exec(experiments);
    expect(styles[Number(cell?.[1])]).toContain('quotePrefix="1"');
    const [summary] = await readXlsx(Buffer.from(bytes));
    expect(summary?.data[0]?.[0]).toBe('=HYPERLINK("http://x","y")');
  });
});

it("is the same bytes for the same sheet, in whatever zone", () => {
  const zone = process.env.TZ;
  try {
    for (const other of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
      process.env.TZ = other;
      expect(Buffer.compare(Buffer.from(sheetToXlsx(golden)), Buffer.from(file))).toBe(0);
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

it("opens whatever the plan", async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, async (resolved) => {
      const sheet = sheetOf(resolved, 20);
      const worksheets = await readXlsx(Buffer.from(sheetToXlsx(sheet)));
      const elsewhere = sheet.sections.filter((section) => section.kind === "chart" && section.tableId !== null);
      expect(worksheets).toHaveLength(1 + sheet.sections.length - elsewhere.length);
    }),
    { numRuns: 20 },
  );
});

describe("how it looks", () => {
  const budget = {
    layout: "nsf",
    justification: { G4: Array<string>(WORDS).fill("reason").join(" ") },
  };
  const parts = partsOf(sheetToXlsx(sheetOf(shippedPlan("whole-project", read, { budget }))), inflate);
  const sheetNamed = (name: string): string => {
    const names = [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<sheet name="([^"]*)"/g)].map(
      ([, found]) => found,
    );
    expect(names).toContain(name);
    return parts.get(`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`) ?? "";
  };

  it("says what unrounded numbers are in, where the page says it in every cell", () => {
    expect(rowsOf("Times")[3]?.slice(0, 5)).toEqual(["Cards", "Ideal (h, card-hours ÷ cards)", "Range (P10–P90)"]);
    expect(rowsOf("Disputes")[3]?.slice(1, 3)).toEqual(["Row then (USD)", "Difference (USD)"]);
    expect(rowsOf("Ranges")[3]?.slice(1)).toEqual([
      "Likely (USD)",
      "All low (USD)",
      "P10 (USD)",
      "P50 (USD)",
      "P90 (USD)",
      "All high (USD)",
    ]);
  });

  it("gives every row the height of its text, and no row more than a spreadsheet has", () => {
    const heights = [...sheetNamed("Budget justification").matchAll(/<row r="(\d+)" ht="([\d.]+)" customHeight="1">/g)];
    const rows = heights.map(([, , height]) => Number(height));
    expect(Math.max(...rows)).toBeLessThanOrEqual(409);
    // Two thousand words in lines of 110 letters are more than a hundred lines, on several rows.
    expect(rows.filter((height) => height === 405).length).toBeGreaterThan(2);
    expect(sheetNamed("Budget justification").match(/reason/g)).toHaveLength(WORDS);
  });

  it("parts words from the numbers before them, and repeats the heads on every printed page", () => {
    const styles = [...(parts.get("xl/styles.xml") ?? "").matchAll(/<xf [^>]*>(?:<alignment [^>]*>)?/g)].map(
      ([xf]) => xf,
    );
    const unit = /<c r="C\d+" s="(\d+)" t="inlineStr"><is><t xml:space="preserve">USD</.exec(sheetNamed("Summary"));
    // The first is that of the standard cell.
    expect(styles[Number(unit?.[1]) + 1]).toContain('indent="1"');
    expect(parts.get("xl/workbook.xml")).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="2">'Budget lines'!$4:$4</definedName>`,
    );
  });
});
