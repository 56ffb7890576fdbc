import { inflateRawSync } from "node:zlib";
import { expect } from "@playwright/test";
import readXlsx from "read-excel-file/node";
import { compareQuotes } from "../../shared/estimate/compare/compare-quotes.ts";
import { formulasOf } from "../../shared/formats/xlsx/formulas.fixture.ts";
import { fixed } from "../../shared/units/format/exact.ts";
import { computed } from "../fixtures/computed.ts";
import { test } from "../fixtures/journey.ts";
import { readPdf } from "../fixtures/pdf.ts";
import { example } from "../fixtures/plans.ts";
import { emptyLibrary, LibraryScreen } from "../pages/library.ts";
import { planDocument } from "../pages/plan-document.ts";
import { QuoteImportScreen } from "../pages/quote-import.ts";
import { QuoteStepScreen } from "../pages/quote-step.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

/** Three offers, one of them for another card than the plan's, with prices of storage and of data that is sent out. */
const offers = `title,quotedBy,accelerator,price,currency,date,cardsAvailable,storagePerTBMonth,egressPerTB
Fjord H100,Fjord,h100-sxm,2.35,USD,2026-11-03,1024,20,0
Halden A100,Halden,a100-sxm-80,0.79,USD,2026-11-10,2048,18.5,45.25
Small pod,Pod,h100-sxm,2.05,USD,2026-11-12,64,,
`;

/** As a cell is read: "1,234.50" and "(1,234.50)" are numbers, words are not. */
const amountsOf = (cells: readonly unknown[]): number[] =>
  cells.flatMap((cell) => {
    const text = String(cell ?? "").replaceAll(",", "");
    return /^[−-]?\d+(\.\d+)?$/.test(text) ? [Number(text.replace("−", "-"))] : [];
  });

/** Money in whole cents, so that sums can be held against each other without a rounding of their own. */
const cents = (amounts: readonly number[]): number[] => amounts.map((amount) => Math.round(amount * 100));

test.use({ start: "/quotes" });

test("from a price list to a budget: the sheet, the workbook and the PDF agree to the cent", async ({ page }) => {
  test.slow();
  await emptyLibrary(page, "quote");

  await test.step("a price list is imported", async () => {
    await new LibraryScreen(page).open("/quotes");
    const screen = new QuoteImportScreen(page);
    await screen.open();
    await screen.choose("offers.csv", offers);
    await expect(screen.importButton).toHaveText("Import 3 quotes");
    await screen.importButton.click();
    await expect(page.getByText("3 quotes imported from offers.csv.")).toBeVisible();
  });

  const step = new QuoteStepScreen(page);
  await test.step("its quotes come into the plan, with what the plan stores and sends out", async () => {
    await step.open();
    for (const title of ["Fjord H100", "Halden A100", "Small pod"]) {
      await page.getByRole("button", { name: "From my library" }).click();
      await step.picker.getByRole("button", { name: `Take ${title}` }).click();
      await expect(step.title(title)).toBeVisible();
    }
    await page.getByRole("button", { name: "State storage" }).click();
    const storage = page.getByRole("region", { name: "Storage" });
    await storage.getByLabel("Kept for").fill("24");
    await storage.getByLabel("Data, logs and results").fill("120");
    await storage.getByLabel("Sent out in all").fill("40");
  });

  const halden = await test.step("they are compared, each on its own card", async () => {
    await expect(step.row("Halden A100")).not.toContainText("not stated");
    const { plan, estimated } = computed(JSON.stringify(await planDocument(page)));
    const compared = compareQuotes(plan, estimated, plan.quotes);
    for (const title of ["Fjord H100", "Halden A100", "Small pod"]) {
      const offer = compared.find(({ quote }) => plan.quotes[quote]?.title === title);
      if (offer?.comparable !== true) throw new Error(`${title} is not compared`);
      await expect(step.total(title)).toHaveText(fixed(offer.total / 1e6, 2));
    }
    const offer = compared.find(({ quote }) => plan.quotes[quote]?.title === "Halden A100");
    if (offer?.comparable !== true) throw new Error("not compared");
    // 40 TB × 45.25 for the data sent out; the checkpoints and 120 TB of data for 24 months × 18.50.
    expect(offer.cost.egress).toBeCloseTo(1_810, 6);
    expect(offer.cost.storage).toBeGreaterThan(120 * 24 * 18.5);
    return offer;
  });

  await test.step("the one for another card is chosen, and the plan goes to that card", async () => {
    await step.headline("Halden A100").check();
    await expect(page.getByRole("status").filter({ hasText: "costed by" })).toContainText(
      "its work is on A100, no longer on H100",
    );
    const { plan, estimated } = computed(JSON.stringify(await planDocument(page)));
    expect(plan.cards.map(({ accelerator }) => accelerator.id)).toEqual(["a100-sxm-80"]);
    expect(estimated.withReruns.cost / halden.cost.work).toBeCloseTo(1, 3);
  });

  await test.step("a budget of two years with indirect costs, to the cent", async () => {
    await new Workspace(page).step("Budget").click();
    await page.getByRole("button", { name: "Generic budget" }).click();
    await page.getByLabel("Length").fill("24");
    await page.getByLabel("Rounded to").selectOption({ label: "0.01" });
    await page.getByLabel("Rate", { exact: true }).fill("17.5");
    await page.getByRole("button", { name: "More of Computing" }).click();
    await page.getByLabel("Work by grant year").fill("65, 35");
    await expect(page.getByRole("table", { name: "Lines of the budget", exact: true })).toContainText("Data transfer");
  });

  await page.keyboard.press("Control+7");
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  const shown = [await sheet.rows("budget-lines"), await sheet.rows("budget-sums")];
  const workbook = (await sheet.saveCopy("Excel")).content;
  const worksheets = await readXlsx(workbook);
  const printed = (await readPdf((await sheet.savePdf()).content)).pages.flatMap(({ rows }) => rows);

  for (const [index, title] of ["Budget lines", "Budget sums"].entries()) {
    const rows = shown[index] ?? [];
    const cells = worksheets.find(({ sheet: name }) => name.toLowerCase().startsWith(title.toLowerCase()))?.data ?? [];
    expect(rows.length, title).toBeGreaterThan(2);
    for (const row of rows) {
      const [name = "", ...rest] = row;
      const amounts = cents(amountsOf(rest));
      expect(amounts.length, name).toBeGreaterThan(1);
      const inWorkbook = cells
        .filter(([first]) => String(first) === name)
        .map((line) => cents(amountsOf(line.slice(1))));
      expect(inWorkbook, `${title}, ${name}, in the workbook`).toContainEqual(amounts);
      const inPdf = printed
        .filter(([first]) => first === name.replace(/\s/g, ""))
        .map((line) => cents(amountsOf(line.slice(1))));
      expect(inPdf, `${title}, ${name}, in the PDF`).toContainEqual(amounts);
    }
  }

  await test.step("the lines add up to the total, in every year and in all, and storage is among them", () => {
    const lines = shown[0] ?? [];
    // A line is its title, its code, the years and all of them.
    const total = cents(amountsOf(lines.at(-1)?.slice(2) ?? []));
    const parts = lines.slice(0, -1).map((line) => cents(amountsOf(line.slice(2))));
    expect(total).toHaveLength(3);
    expect(total).toEqual(total.map((_, column) => parts.reduce((sum, part) => sum + (part[column] ?? 0), 0)));
    const inAll = (title: string) => amountsOf(lines.find(([name]) => name === title) ?? []).at(-1);
    expect(inAll("Data transfer")).toBe(1_810);
    expect(inAll("Storage")).toBeCloseTo(halden.cost.storage ?? Number.NaN, 2);
    for (const { cached, computed: again, formula } of formulasOf(Uint8Array.from(workbook), (bytes) =>
      inflateRawSync(bytes).toString("utf8"),
    ))
      expect(Math.abs(again - cached), formula).toBeLessThanOrEqual(Math.abs(cached) * 1e-9);
  });
});
