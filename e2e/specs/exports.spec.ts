import { inflateRawSync } from "node:zlib";
import { expect } from "@playwright/test";
import readXlsx from "read-excel-file/node";
import { parseCsv } from "../../shared/formats/csv/parse-csv.fixture.ts";
import { formulasOf } from "../../shared/formats/xlsx/formulas.fixture.ts";
import { computed } from "../fixtures/computed.ts";
import { test } from "../fixtures/journey.ts";
import { readPdf } from "../fixtures/pdf.ts";
import { changed, example, planFile } from "../fixtures/plans.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

const { estimated, plan } = computed(example.text);
const { withReruns } = estimated;

test("CSV holds every figure of the estimate in full", async ({ page }) => {
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  const { name, content } = await sheet.saveCopy("CSV");
  expect(name).toBe("scaling-exponents.csv");
  const lines = parseCsv(content.toString("utf8").replace(/^\uFEFF/, ""));
  const after = (start: string, count: number) => {
    const at = lines.findIndex(([first]) => first?.startsWith(start)) + 1;
    expect(at).toBeGreaterThan(0);
    return lines.slice(at, at + count);
  };

  const [head, ...headline] = after("Headline", 4);
  expect(head?.slice(0, 3)).toEqual(["Quantity", "Value", "Unit"]);
  expect(headline.map(([, value]) => Number(value))).toEqual([withReruns.cost, withReruns.cardHours, withReruns.flop]);

  const rows = after("Experiment", estimated.experiments.length + 1);
  const total = rows.pop() ?? [];
  for (const [index, { runs, flop, cardHours, nodeHours, cost }] of estimated.experiments.entries()) {
    const [title, ...numbers] = rows[index] ?? [];
    expect(title).toBe(plan.experiments[index]?.title);
    expect(numbers.slice(0, 5).map(Number)).toEqual([runs, flop, cardHours, nodeHours, cost]);
  }
  expect(total[0]).toBe("Total");
  expect(Number(total[5])).toBe(withReruns.cost);
});

test("the workbook and the PDF agree to the last digit, and its formulas come to what stands beside them", async ({
  page,
}) => {
  test.slow();
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  const { name, content } = await sheet.saveCopy("Excel");
  expect(name).toBe("scaling-exponents.xlsx");
  const printed = (await readPdf((await sheet.savePdf()).content)).pages.flatMap(({ rows }) => rows);
  const worksheets = await readXlsx(content);
  const experiments = worksheets.find(({ sheet: title }) => title === "Experiments")?.data ?? [];
  const totals = printed.filter(([first]) => first === "Total");
  expect(totals.length).toBeGreaterThan(0);
  for (const title of [...plan.experiments.map((experiment) => experiment.title), "Total"]) {
    const inPdf = printed.find(([first]) => first?.replace(/\d$/, "") === title.replace(/\s/g, ""));
    const inWorkbook = experiments.find(([first]) => first === title);
    // Runs, card-hours, node-hours, cost: the columns that are printed in full. FLOP has three figures on paper.
    const columns = [1, 3, 4, 5];
    expect(
      columns.map((column) => Number(inPdf?.[column]?.replaceAll(",", ""))),
      title,
    ).toEqual(columns.map((column) => inWorkbook?.[column]));
  }
  const formulas = formulasOf(Uint8Array.from(content), (bytes) => inflateRawSync(bytes).toString("utf8"));
  expect(formulas.find(({ cell, worksheet }) => worksheet === "Summary" && cell === "B7")?.computed).toBe(
    Math.round(withReruns.cost),
  );
  for (const { cached, computed: again, formula } of formulas)
    expect(Math.abs(again - cached), formula).toBeLessThanOrEqual(Math.abs(cached) * 1e-9);
});

test("LaTeX has the tables as they are read on the screen", async ({ page }) => {
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  const { name, content } = await sheet.saveCopy("LaTeX");
  expect(name).toBe("scaling-exponents.tex");
  const [total] = (await sheet.rows("experiments")).slice(-1);
  expect(content.toString("utf8")).toContain(`\\textbf{${total?.[5]}} & \\textbf{${total?.[6]}}`);
});

test("JSON is the whole sheet, unrounded, with its version first", async ({ page }) => {
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  const { name, content } = await sheet.saveCopy("JSON");
  expect(name).toBe("scaling-exponents-sheet.json");
  const text = content.toString("utf8");
  expect(text).toMatch(/^\{\s*"sheetVersion": 1,/);
  const saved = JSON.parse(text) as {
    title: string;
    sections: { id: string; table?: { rows: { cells: { value: number | null }[] }[] } }[];
  };
  expect(saved.title).toBe(example.title);
  const experiments = saved.sections.find(({ id }) => id === "experiments")?.table?.rows;
  expect(experiments?.map(({ cells }) => cells[5]?.value)).toEqual(estimated.experiments.map(({ cost }) => cost));
});

test("Markdown has the tables as they are read on the screen", async ({ page }) => {
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  const { name, content } = await sheet.saveCopy("Markdown");
  expect(name).toBe("scaling-exponents.md");
  const text = content.toString("utf8");
  expect(text).toMatch(new RegExp(`^# ${example.title}\n`));
  const start = text.indexOf("## Table 1.");
  const table = text.slice(start, text.indexOf("\n## ", start));
  const cells = table
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| -/.test(line))
    .slice(1)
    .map((line) => line.split("|").map((cell) => cell.replaceAll("**", "").trim()));
  const shown = await sheet.rows("experiments");
  // Runs, card-hours, node-hours, cost and share; the first column is the empty one before the first bar.
  const columns = [1, 3, 4, 5, 6];
  expect(cells.map((line) => columns.map((column) => line[column + 1]))).toEqual(
    shown.map((row) => columns.map((column) => row[column])),
  );
});

test("a plan's words cannot become a formula of the spreadsheet, nor markup on the page", async ({ page }) => {
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  const title = "=HYPERLINK(A1) <img src=x onerror=alert(1)> <script>alert(2)</script>";
  const text = changed(example.text, JSON.stringify(example.title), JSON.stringify(title));
  await new Workspace(page).open(planFile("..hostile=plan.json", text));
  await sheet.shown(title);
  await expect(sheet.pages.locator("img, script")).toHaveCount(0);
  const { name, content } = await sheet.saveCopy("CSV");
  expect(name).toBe("hostile=plan.csv");
  const fields = parseCsv(content.toString("utf8").replace(/^\uFEFF/, "")).flat();
  expect(fields.some((field) => field.includes(title))).toBe(true);
  expect(fields.filter((field) => /^[=@\t\r]/.test(field))).toEqual([]);
  const workbook = (await sheet.saveCopy("Excel")).content;
  for (const { formula } of formulasOf(Uint8Array.from(workbook), (bytes) => inflateRawSync(bytes).toString("utf8")))
    expect(formula).toMatch(/^SUM\([A-Z]+\d+:[A-Z]+\d+\)$|^'Experiments'![A-Z]+\d+$/);
  const [summary] = await readXlsx(workbook);
  expect(summary?.data[0]?.[0]).toBe(title);
});
