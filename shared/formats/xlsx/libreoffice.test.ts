// @vitest-environment node
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateRawSync } from "node:zlib";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import readXlsx from "read-excel-file/node";
import { expect, it } from "vitest";
import { sheetOf } from "../../sheet/fixtures/sheet-of.ts";
import { shippedPlan } from "../../sheet/fixtures/shipped-plans.ts";
import { formulasOf } from "./formulas.fixture.ts";
import { sheetToXlsx } from "./sheet-to-xlsx.ts";

const read = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");

const budget = {
  layout: "erc-horizon",
  currency: "EUR",
  months: 36,
  lines: [
    {
      id: "people",
      category: "people",
      title: "Zoë Müller & Łukasz Żółć",
      year: "every",
      quantity: 1.5,
      price: 61_234.56,
    },
    {
      id: "disks",
      category: "supplies",
      title: '=HYPERLINK("http://x","y")',
      quantity: 3,
      price: 1_234.5,
      currency: "USD",
    },
  ],
};
const exchangeRates = [{ currency: "EUR", rate: 1.16, date: "2026-11-20" }];

const workbooks = [
  shippedPlan("scaling-exponents", read),
  shippedPlan("whole-project", read, { budget, exchangeRates }),
].map((plan) => sheetToXlsx(sheetOf(plan)));

/** The same with formulas that have no values: LibreOffice takes the values that a workbook brings for right, and calculates none again. */
function withoutValues(file: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(unzipSync(file)).map(([name, bytes]): [string, Uint8Array] => [
    name,
    name.startsWith("xl/worksheets/") ? strToU8(strFromU8(bytes).replaceAll(/<\/f><v>[^<]*<\/v>/g, "</f>")) : bytes,
  ]);
  return zipSync(Object.fromEntries(parts));
}

it("is asked for what formulas come to, and not told", () => {
  const inflate = (bytes: Uint8Array) => inflateRawSync(bytes).toString("utf8");
  for (const workbook of workbooks) {
    const cached = formulasOf(workbook, inflate).map((formula) => formula.cached);
    expect(cached.length).toBeGreaterThan(8);
    expect(cached.every(Number.isFinite)).toBe(true);
    const formulas = formulasOf(withoutValues(workbook), inflate);
    expect(formulas).toHaveLength(cached.length);
    expect(formulas.every((formula) => Number.isNaN(formula.cached))).toBe(true);
  }
});

/** What LibreOffice saves of a workbook, in a profile of its own. */
function savedByLibreOffice(file: Uint8Array): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "flopsheet-office-"));
  try {
    writeFileSync(join(folder, "sheet.xlsx"), file);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    const convert = ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "saved")];
    const { status, stderr } = spawnSync("soffice", [profile, ...convert, join(folder, "sheet.xlsx")], {
      encoding: "utf8",
      timeout: 100_000,
    });
    expect(status, stderr).toBe(0);
    return readFileSync(join(folder, "saved", "sheet.xlsx"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Rows = readonly (readonly unknown[])[];

/** Of fifteen figures, which is what LibreOffice writes of a number, the last may be another. */
const ROUNDING = 1e-14;

/** Our rows with the numbers of the others where they are the same but for that, and without empty cells at their ends. */
const besides = (ours: Rows, others: Rows): unknown[][] =>
  ours.map((row, at) => {
    const cells = row.map((cell, column) => {
      const other = others[at]?.[column];
      if (typeof cell !== "number" || typeof other !== "number") return cell;
      return Math.abs(cell - other) <= ROUNDING * Math.abs(cell) ? other : cell;
    });
    return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
  });

const { status, stdout } = spawnSync("soffice", ["--version"], { encoding: "utf8" });
if (status === 0) {
  it(`comes to the same in every cell as ${stdout.split(" ").slice(0, 2).join(" ")}`, {
    timeout: 120_000,
  }, async () => {
    for (const workbook of workbooks) {
      const ours = await readXlsx(Buffer.from(workbook));
      const theirs = await readXlsx(savedByLibreOffice(withoutValues(workbook)));
      expect(theirs.map(({ sheet }) => sheet)).toEqual(ours.map(({ sheet }) => sheet));
      for (const [index, { sheet, data }] of ours.entries()) {
        const rows = theirs[index]?.data ?? [];
        expect(besides(rows, rows), sheet).toEqual(besides(data, rows));
      }
    }
  });
} else {
  // Not here is not passed: there is no such test then.
  console.log("The test in LibreOffice is left out: soffice is not here.");
}
