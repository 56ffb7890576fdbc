import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { expectAccessible } from "../fixtures/axe.ts";
import { test } from "../fixtures/journey.ts";
import { ask } from "../fixtures/record.ts";
import { emptyLibrary, LibraryScreen } from "../pages/library.ts";
import { QuoteImportScreen } from "../pages/quote-import.ts";

test.use({ start: "/quotes" });

test.beforeEach(async ({ page }) => {
  await emptyLibrary(page, "quote");
  await ask(page, "settings.write", { quoteCards: {} });
});

test.afterEach(async ({ page }) => {
  await ask(page, "settings.write", { quoteCards: {} });
});

const HEAD = "InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,Price,Region,GpuInfo,SpotPrice\r\n";
const info = (name: string, count: number, mebibytes: number) =>
  `"{'Gpus': [{'Name': '${name}', 'Count': ${count}.0, 'MemoryInfo': {'SizeInMiB': ${mebibytes}}}], 'TotalGpuMemoryInMiB': ${count * mebibytes}}"`;
const catalogue = `${HEAD}${[
  "cpu_4,,,4,16,0.10,eu-north1,,",
  `box_8x_h100_sxm,H100,8,208,1800,23.60,eu-north1,${info("H100", 8, 81_920)},10.00`,
  `box_1x_h100,H100,1,26,225,3.10,eu-west1,${info("H100", 1, 81_920)},`,
  `box_8x_h200,H200,8,208,1800,,eu-north1,${info("H200", 8, 144_384)},`,
  "box_8x_rtx,RTX-PRO-6000,8,64,512,13.52,eu-north1,,",
  `box_8x_h100_sxm,H100,8,208,1800,23.60,eu-north1,${info("H100", 8, 81_920)},10.00`,
].join("\r\n")}\r\n`;

test("a catalogue becomes quotes of the library, and goes out again", async ({ page }) => {
  const library = new LibraryScreen(page);
  await library.open("/quotes");
  await page.getByRole("link", { name: "Import a catalogue" }).click();
  const screen = new QuoteImportScreen(page);
  await expect(page.getByRole("heading", { level: 1, name: "Import quotes" })).toBeVisible();
  await expectAccessible(page);
  await screen.choose("nebius-v9-vms.csv", catalogue);

  await test.step("it says what it understood and what stays out, with the lines", async () => {
    await expect(page.getByRole("heading", { name: "SkyPilot catalogue: 6 rows" })).toBeFocused();
    await expect(screen.field("Provider")).toHaveValue("Nebius");
    const left = screen.section("Stays out");
    await expect(left).toContainText("1 CPU only: the row has no accelerator. Line 2");
    await expect(left).toContainText("1 Price is blank: unknown, not 0. Line 5");
    await expect(left).toContainText("1 The same offer stands in an earlier line. Line 7");
    await expect(left).toContainText("Its card is not known: the catalogue has no RTX-PRO-6000. Line 6");
    await expect(screen.section("Comes in")).toContainText("1 on demand, 1 spot; 1.25 to 2.95 USD a card-hour.");
    await expectAccessible(page);
  });

  await test.step("the day and the cards that it does not say are asked for", async () => {
    await expect(screen.importButton).toBeDisabled();
    await expect(page.getByText("Say of which day the prices are.")).toBeVisible();
    await screen.field("Day of the prices").fill("22.11.2026");
    await expect(page.getByText("Write the day as YYYY-MM-DD.", { exact: true })).toBeVisible();
    await screen.field("Day of the prices").fill("2026-11-22");
    await expect(screen.importButton).toHaveText("Import 2 quotes");
    await screen.card("H100, 80 GB").first().selectOption("h100-pcie");
    await expect(screen.importButton).toHaveText("Import 3 quotes");
  });

  await screen.importButton.click();
  await expect(page.getByText("3 quotes imported from nebius-v9-vms.csv.")).toBeVisible();
  await expectAccessible(page);

  await test.step("they stand in the library", async () => {
    const { rows } = await ask(page, "library.list", { kind: "quote" });
    const values = rows.map(({ content }) => (content.kind === "quote" ? content.value : null));
    // Two of them come from one line: on demand and spot.
    const place = (quote: (typeof values)[number]) => `${quote?.source} ${quote?.basis}`;
    expect(values.toSorted((a, b) => place(a).localeCompare(place(b)))).toEqual([
      expect.objectContaining({
        title: "Nebius box_8x_h100_sxm",
        price: 2.95,
        accelerator: "h100-sxm",
        date: "2026-11-22",
      }),
      expect.objectContaining({ title: "Nebius box_8x_h100_sxm", basis: "spot", price: 1.25, cardsPerNode: 8 }),
      expect.objectContaining({
        title: "Nebius box_1x_h100",
        price: 3.1,
        accelerator: "h100-pcie",
        quotedBy: "Nebius",
      }),
    ]);
  });

  await test.step("the same list again brings nothing, and remembers the card", async () => {
    await screen.open();
    await screen.choose("nebius-v9-vms.csv", catalogue);
    await screen.field("Day of the prices").fill("2026-11-22");
    await expect(screen.section("Stays out")).toContainText("3 The library has this offer already.");
    await expect(screen.card("H100, 80 GB").first()).toHaveValue("h100-pcie");
    await expect(screen.importButton).toBeDisabled();
    await page.getByLabel("Leave out 3 offers that the library has already").uncheck();
    await expect(screen.importButton).toHaveText("Import 3 quotes");
    await page.getByLabel("Leave out 3 offers that the library has already").check();
  });

  await test.step("the list of another day is a new one", async () => {
    await screen.field("Day of the prices").fill("2026-11-23");
    await expect(screen.importButton).toHaveText("Import 3 quotes");
    await screen.importButton.click();
    await expect(page.getByText("3 quotes imported")).toBeVisible();
    await page.getByRole("button", { name: "Take them out again" }).click();
    await expect(page.getByText("3 quotes taken out of the library again.")).toBeVisible();
    expect((await ask(page, "library.list", { kind: "quote" })).rows).toHaveLength(3);
  });

  await page.getByRole("link", { name: "Show the quotes" }).click();
  await expect(library.rows).toHaveCount(3);
});

test("cells of a spreadsheet are pasted, decimals told, the currency asked for", async ({ page }) => {
  const screen = new QuoteImportScreen(page);
  await screen.open();
  await screen.paste("Provider\tGPU\tPrice per GPU-hour\nOne Cloud\tH100 SXM\t2,950\nTwo Cloud\tMI300X\t1,990\n");
  await expect(page.getByRole("heading", { name: "Table of a spreadsheet: 2 rows" })).toBeVisible();
  await expect(screen.section("Stays out")).toContainText("can be 2.950 or 2950");
  await screen.field("Decimals").selectOption(",");
  await expect(screen.section("Comes in")).toContainText("1.99 to 2.95 USD a card-hour");
  await screen.field("Currency").fill("eur");
  await expect(screen.section("Comes in")).toContainText("1.99 to 2.95 EUR a card-hour");
  await screen.field("Day of the prices").fill("2026-11-22");
  await screen.importButton.click();
  await expect(page.getByText("2 quotes imported from pasted cells.")).toBeVisible();
});

test("what is no price list is told, and another can be chosen", async ({ page }) => {
  const screen = new QuoteImportScreen(page);
  await screen.open();
  const latin1 = Uint8Array.from("GPU;Provider;Price\nH100;Zürich;2,5\n", (letter) => letter.charCodeAt(0));
  await screen.choose("prices.csv", latin1);
  await expect(page.getByRole("alert")).toContainText("Line 2 is not in UTF-8; it may be in Latin-1 or Windows-1252.");
  await expectAccessible(page);
  await screen.choose("notes.csv", "name,age\nx,3\n");
  await expect(page.getByRole("alert")).toContainText("This is none of the tables of prices that are read.");
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the template" }).click(),
  ]);
  const text = readFileSync(await saved.path(), "utf8");
  expect(text.split("\r\n")[0]).toMatch(/^title,quotedBy,basis,accelerator,price,currency,/);
  await screen.choose("flopsheet-quotes.csv", text);
  await expect(screen.section("Stays out")).toContainText("2 It is an example of the template. Lines 2–3");
});

test("a long list is read with progress, and cancelled without a trace", async ({ page }) => {
  const screen = new QuoteImportScreen(page);
  await screen.open();
  const rows = Array.from(
    { length: 60_000 },
    (_, at) =>
      `box_${at}_h100_sxm,H100,8,208,1800,${(20 + (at % 400) / 100).toFixed(2)},eu,${info("H100", 8, 81_920)},`,
  );
  await screen.choose("lambda-vms.csv", `${HEAD}${rows.join("\n")}\n`);
  await expect(page.getByRole("heading", { name: "SkyPilot catalogue: 60,000 rows" })).toBeVisible({ timeout: 60_000 });
  await screen.field("Day of the prices").fill("2026-11-22");
  await expect(screen.importButton).toHaveText("Import 60,000 quotes");
  await screen.importButton.click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(screen.importButton).toBeVisible({ timeout: 30_000 });
  expect((await ask(page, "library.list", { kind: "quote" })).rows).toEqual([]);
});
