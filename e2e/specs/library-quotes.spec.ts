import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import type { LibraryQuote } from "../../shared/money/library-quote.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { test } from "../fixtures/journey.ts";
import { ask } from "../fixtures/record.ts";
import { addToLibrary, emptyLibrary, LibraryScreen } from "../pages/library.ts";

test.use({ start: "/quotes" });

const quotes: readonly LibraryQuote[] = [
  {
    title: "Halden",
    price: 3,
    currency: "USD",
    accelerator: "h100-sxm",
    date: "2024-03-01",
    validUntil: "2024-06-01",
    quotedBy: "Kari",
    region: "Norway",
  },
  {
    title: "Fjord",
    basis: "reserved",
    price: { low: 2, likely: 2.4, high: 3 },
    commitment: { cards: 64, hours: 8_760 },
    currency: "EUR",
    accelerator: "h100-sxm",
    region: "Finland",
  },
  { title: "Night pod", basis: "spot", price: 1.2, interruptionHours: 40, currency: "USD", accelerator: "h200-sxm" },
];

test.beforeEach(async ({ page }) => {
  await emptyLibrary(page, "quote");
  for (const value of quotes) await addToLibrary(page, { kind: "quote", value });
});

test("quotes are narrowed down by what they say, by their age and by any of their words", async ({ page }) => {
  const library = new LibraryScreen(page);
  await library.open("/quotes");
  const filters = page.getByRole("region", { name: "Which quotes" });
  await filters.getByLabel("Basis").selectOption("reserved");
  await expect(library.rows).toHaveCount(1);
  await expect(library.row("Fjord")).toContainText("64 × 8,760 h");
  await filters.getByLabel("Basis").selectOption("");
  await filters.getByLabel("Card", { exact: true }).selectOption("h100-sxm");
  await expect(library.rows).toHaveCount(2);
  await filters.getByLabel("Age").selectOption("expired");
  await expect(library.rows).toHaveCount(1);
  await expect(library.row("Halden").locator(".quote-mark")).toHaveText("expired 1 June 2024");
  await filters.getByLabel("With a file").check();
  await expect(page.getByText("No quote is like this.")).toBeVisible();
  await filters.getByRole("button", { name: "Show all" }).click();
  await expect(library.rows).toHaveCount(3);
  await library.search.fill("spot H200 night");
  await expect(library.rows).toHaveCount(1);
  await expectAccessible(page);
});

test("several quotes are changed at once and taken back, and one that cannot be changed keeps all as they are", async ({
  page,
}) => {
  const library = new LibraryScreen(page);
  await library.open("/quotes");
  await page.getByLabel("Select Halden").check();
  await page.getByLabel("Select Fjord").check();
  const bulk = page.getByRole("region", { name: "Selected quotes" });
  await bulk.getByLabel("What to change").selectOption("Price, by per cent");
  await bulk.getByLabel("Price, by per cent").fill("10");
  await expectAccessible(page);
  await bulk.getByRole("button", { name: "Change 2 quotes" }).click();
  await expect(library.row("Halden")).toContainText("3.30");
  await expect(library.row("Fjord")).toContainText("2.20–3.30");
  await expect(library.row("Night pod")).toContainText("1.20");
  await library.status.getByRole("button", { name: "Undo" }).click();
  await expect(library.row("Halden")).toContainText("3.00");
  await expect(library.row("Fjord")).toContainText("2.00–3.00");

  await bulk.getByLabel("What to change").selectOption("Valid until");
  await bulk.getByLabel("Valid until").fill("2024-01-01");
  await bulk.getByRole("button", { name: "Change 2 quotes" }).click();
  await expect(bulk).toContainText("“Halden”: The quote ends before its own date.");
  await expect(bulk).toContainText("Nothing was changed.");
  await expect(library.row("Fjord").locator(".quote-mark")).toHaveCount(0);

  await page.getByLabel("Select all 3 quotes that are shown").check();
  await bulk.getByRole("button", { name: "Delete 3 quotes" }).click();
  await expect(page.getByRole("heading", { name: "No quotes yet" })).toBeVisible();
  await library.status.getByRole("button", { name: "Undo" }).click();
  await expect(library.rows).toHaveCount(3);
});

test("duplicates are shown, and all but the newest of each deleted and taken back", async ({ page }) => {
  const library = new LibraryScreen(page);
  const [halden, fjord] = quotes;
  if (halden === undefined || fjord === undefined) throw new Error("no quotes");
  await addToLibrary(page, { kind: "quote", value: { ...halden, title: "Halden, newer", note: "again" } });
  await addToLibrary(page, { kind: "quote", value: { ...halden, title: "Halden, newest" } });
  await addToLibrary(page, { kind: "quote", value: { ...fjord, title: "Fjord", region: "Norway" } });
  await library.open("/quotes");
  await expect(library.rows).toHaveCount(6);
  const filters = page.getByRole("region", { name: "Which quotes" });
  await filters.getByLabel("Duplicates").check();
  await expect(library.rows).toHaveCount(3);
  await expectAccessible(page);
  await filters.getByRole("button", { name: "Delete 2 older duplicates" }).click();
  await expect(page.getByText("No quote is like this.")).toBeVisible();
  await filters.getByLabel("Duplicates").uncheck();
  await expect(library.rows).toHaveCount(4);
  await expect(library.row("Halden, newest")).toHaveCount(1);
  await library.status.getByRole("button", { name: "Undo" }).click();
  await expect(library.rows).toHaveCount(6);
  await expect(library.row("Halden")).toHaveCount(1);
});

test("machines to own are told by what a used card-hour costs, and the form asks for what the basis needs", async ({
  page,
}) => {
  const library = new LibraryScreen(page);
  await library.open("/quotes");
  await library.add("a quote").click();
  await library.field("Title").fill("Eight nodes");
  await expect(library.field("Nodes")).toHaveCount(0);
  await library.field("Basis").selectOption("purchase");
  await expect(library.field("Price of a card-hour")).toHaveCount(0);
  await library.save();
  await expect(library.panel).toContainText("Purchase is missing");
  const typed = {
    "Price of a node": "300000",
    Nodes: "8",
    "Cards in a node": "8",
    Network: "15",
    "Years of use": "4",
    Used: "70",
    "Worth at the end": "10",
    "Power of a node": "10200",
    "Mean load": "80",
    PUE: "1.3",
    "Price of a kWh": "0.12",
    "Space of a node for a year": "1500",
    "Maintenance of a year": "5",
    "Staff for a year": "60000",
  };
  for (const [label, text] of Object.entries(typed)) await library.field(label).fill(text);
  await expectAccessible(page);
  await library.save();
  await expect(library.row("Eight nodes")).toContainText("2.34 USD");
});

test("the file that a quote came as is kept, downloaded, and goes with the quote's last mention of it", async ({
  page,
}) => {
  const library = new LibraryScreen(page);
  await library.open("/quotes");
  await library.row("Halden").getByRole("button", { name: "Halden", exact: true }).click();
  const content = Buffer.from("%PDF-1.7 the offer of Halden");
  const file = { name: "Offer, signed.pdf", mimeType: "application/pdf", buffer: content };
  await library.panel.locator('input[type="file"]').setInputFiles(file);
  await expect(library.panel).toContainText("Offer, signed.pdf");
  await expectAccessible(page);
  const downloading = page.waitForEvent("download");
  await library.panel.getByRole("button", { name: "Download" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("Offer, signed.pdf");
  expect(readFileSync(await download.path())).toEqual(content);
  await library.save();
  await expect(library.row("Halden")).toContainText("Offer, signed.pdf");
  await library.search.fill("signed.pdf");
  await expect(library.rows).toHaveCount(1);

  const { rows } = await ask(page, "library.list", { kind: "quote" });
  const kept = rows.find(({ content: { value } }) => "attachment" in value && value.attachment !== undefined);
  if (kept?.content.kind !== "quote") throw new Error("no quote has a file");
  const { sha256 = "" } = kept.content.value.attachment ?? {};
  await library.row("Halden").getByRole("button", { name: "Halden", exact: true }).click();
  await library.panel.getByRole("button", { name: "Take out the file" }).click();
  await library.save();
  await expect(library.rows).toHaveCount(0);
  await expect(ask(page, "library.attachment", { sha256 })).rejects.toThrow("not in the record");

  await library.search.fill("");
  await library.row("Fjord").getByRole("button", { name: "Fjord", exact: true }).click();
  await library.panel.locator('input[type="file"]').setInputFiles({ ...file, buffer: Buffer.alloc(0) });
  await expect(library.panel.getByRole("alert")).toHaveText("Offer, signed.pdf is empty.");
});

test("when a quote counts as stale is set once for all", async ({ page }) => {
  const library = new LibraryScreen(page);
  await library.open("/quotes");
  await page.getByLabel("Age").selectOption("stale");
  await expect(library.rows).toHaveCount(1);
  await page.goto("/settings");
  const days = page.getByLabel("Days after which a quote is stale");
  await days.fill("0");
  await expect(page.getByRole("alert")).toContainText("A whole number from 1 to 3,650; 90 stays until then.");
  await days.fill("3650");
  await library.open("/quotes");
  await expect(page.getByLabel("Age").locator('option[value="stale"]')).toHaveText("Stale, older than 3,650 days");
  await page.getByLabel("Age").selectOption("stale");
  await expect(page.getByText("No quote is like this.")).toBeVisible();
  await ask(page, "settings.write", { staleAfterDays: 90 });
});
