import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { catalogue } from "../../electron/backend/catalogue.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { startHost } from "../fixtures/host-process.ts";
import { test } from "../fixtures/journey.ts";
import { ask } from "../fixtures/record.ts";
import { tabTo } from "../pages/keyboard.ts";
import { addToLibrary, emptyLibrary, LibraryScreen } from "../pages/library.ts";

test.use({ start: "/quotes" });

const halden = {
  kind: "quote",
  value: {
    title: "Halden Compute",
    price: 3,
    currency: "USD",
    accelerator: "h100-sxm",
    date: "2024-03-01",
    source: "e-mail, kept as PDF",
  },
} as const;

test.beforeEach(async ({ page }) => {
  await emptyLibrary(page, "quote");
  await emptyLibrary(page, "cluster");
  await emptyLibrary(page, "accelerator");
});

test("an empty page shows what a quote looks like and one action, and the first quote is made by keyboard alone", async ({
  page,
}) => {
  const library = new LibraryScreen(page);
  await library.open("/quotes");
  await expect(page.getByRole("heading", { name: "No quotes yet" })).toBeVisible();
  await expect(page.getByRole("table", { name: "What one looks like" })).toContainText("216,000");
  await expect(library.add("a quote")).toHaveCount(1);

  await tabTo(page, library.add("a quote"));
  await page.keyboard.press("Enter");
  await expect(library.field("Title")).toBeFocused();
  await page.keyboard.type("Your provider");
  await page.keyboard.press("Enter");
  await expect(library.field("Price of a card-hour")).toBeFocused();
  await expect(library.panel).toContainText("Price is missing");
  await page.keyboard.type("about 3");
  await expect(library.panel.locator(".field-fault")).toContainText("Allowed: price per card-hour as a number from 0");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("3.00");
  await expect(library.panel.locator(".field-fault")).toHaveCount(0);
  await library.field("Card").selectOption("NVIDIA H100 SXM5 80GB");
  await library.field("Quoted on").fill("2024-03-01");
  await page.keyboard.press("Enter");

  await expect(library.status).toContainText("Saved “Your provider”.");
  const row = library.row("Your provider");
  await expect(row.getByRole("button", { name: "Your provider", exact: true })).toBeFocused();
  const peak = catalogue.accelerators.find(({ id }) => id === "h100-sxm")?.densePeak.bf16 ?? 0;
  const petaflopDay = (8.64e19 / (peak * catalogue.utilisation.languageModel.utilisation * 3600)) * 3;
  await expect(row).toContainText(petaflopDay.toFixed(0));
  await expect(row).toContainText("216,000");
  await expect(row).toContainText("1 March 2024");
  await expect(row.locator(".quote-mark")).toHaveText("stale, over 90 days");
});

test("a price of a petaflop-day follows the utilisation that is typed", async ({ page }) => {
  await addToLibrary(page, halden);
  const library = new LibraryScreen(page);
  await library.open("/quotes");
  await page.getByLabel("Utilisation, per cent of the dense peak").fill("35.374974");
  await expect(library.row("Halden Compute")).toContainText("206");
  await page.getByLabel("Utilisation, per cent of the dense peak").fill("half");
  await expect(library.row("Halden Compute")).not.toContainText("206");
});

test("a quote is changed, copied, deleted and brought back", async ({ page }) => {
  await addToLibrary(page, halden);
  const library = new LibraryScreen(page);
  await library.open("/quotes");

  await library.row("Halden Compute").getByRole("button", { name: "Halden Compute", exact: true }).click();
  const price = library.panel.getByRole("group", { name: "How Price of a card-hour is stated" });
  await price.getByRole("button", { name: "Low / likely / high" }).click();
  await library.field("low").fill("2.5");
  await library.field("high").fill("2.9");
  await expect(library.panel.locator(".field-fault")).toContainText("at least likely, 3");
  await library.field("high").fill("3.5");
  await library.save();
  await expect(library.row("Halden Compute")).toContainText("2.50–3.50");

  await library.row("Halden Compute").getByRole("button", { name: "Copy Halden Compute" }).click();
  await expect(library.field("Title")).toHaveValue("Halden Compute, copy");
  await library.save();
  await expect(library.rows).toHaveCount(2);

  await library.row("Halden Compute").getByRole("button", { name: "Delete Halden Compute" }).click();
  await expect(library.status).toContainText("Deleted “Halden Compute”.");
  await expect(library.rows).toHaveCount(1);
  await library.status.getByRole("button", { name: "Undo" }).click();
  await expect(library.rows).toHaveCount(2);

  await library.row("Halden Compute, copy").getByRole("button", { name: "Delete Halden Compute, copy" }).click();
  await expect(library.status).toContainText("Deleted “Halden Compute, copy”.");
  await expect(library.rows).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(library.row("Halden Compute, copy")).toBeVisible();
});

test("what was typed and not saved can be opened again", async ({ page }) => {
  await addToLibrary(page, halden);
  const library = new LibraryScreen(page);
  await library.open("/quotes");
  await library.add("a quote").click();
  await library.field("Title").fill("Half typed");
  await page.keyboard.press("Escape");
  await expect(library.panel).toHaveCount(0);
  await library.status.getByRole("button", { name: "Open it again" }).click();
  await expect(library.field("Title")).toHaveValue("Half typed");
});

test("a change of another window is offered, and neither is lost", async ({ page, context }) => {
  await addToLibrary(page, halden);
  const mine = new LibraryScreen(page);
  await mine.open("/quotes");
  const otherPage = await context.newPage();
  const theirs = new LibraryScreen(otherPage);
  await theirs.open("/quotes");

  const change = async (library: LibraryScreen, source: string) => {
    await library.row("Halden Compute").getByRole("button", { name: "Halden Compute", exact: true }).click();
    await library.field("Source").fill(source);
  };
  await change(mine, "my call");
  await change(theirs, "their letter");
  await theirs.save();
  const conflict = mine.panel.getByRole("alert");
  await expect(conflict).toContainText("changed meanwhile");
  await expect(mine.panel.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
  await expectAccessible(page);

  await conflict.getByRole("button", { name: "Keep mine as a copy" }).click();
  await expect(mine.field("Title")).toHaveValue("Halden Compute, copy");
  await mine.save();
  await expect(mine.row("Halden Compute, copy")).toContainText("my call");
  await expect(mine.row("Halden Compute")).toContainText("their letter");
  await expect(theirs.row("Halden Compute, copy")).toContainText("my call");

  await change(mine, "my second call");
  await change(theirs, "their second letter");
  await theirs.save();
  await mine.panel.getByRole("button", { name: "Take theirs" }).click();
  await expect(mine.field("Source")).toHaveValue("their second letter");
  await expect(mine.panel.getByRole("alert")).toHaveCount(0);
  // A form in which nothing was typed follows by itself.
  await change(theirs, "their third letter");
  await theirs.save();
  await expect(mine.field("Source")).toHaveValue("their third letter");

  await mine.field("Source").fill("my third call");
  await theirs.row("Halden Compute").getByRole("button", { name: "Delete Halden Compute", exact: true }).click();
  await expect(mine.panel.getByRole("alert")).toContainText("deleted meanwhile");
});

test("500 quotes are searched and sorted, and those in sight are in the page", async ({ page }) => {
  const rows = [...Array(500).keys()].map((index) => ({
    id: crypto.randomUUID(),
    baseRevision: null,
    content: {
      kind: "quote" as const,
      value: { title: `Provider ${index}`, price: 500 - index, currency: "USD", source: `list ${index % 7}` },
    },
  }));
  await ask(page, "library.saveMany", { rows });
  const library = new LibraryScreen(page);
  await library.open("/quotes");
  await expect(page.getByRole("table")).toHaveAttribute("aria-rowcount", "501");
  expect(await library.rows.count()).toBeLessThan(100);
  await page.locator(".library-main").evaluate((main) => main.scrollTo(0, main.scrollHeight));
  await expect(library.row("Provider 499")).toBeInViewport();
  await page.locator(".library-main").evaluate((main) => main.scrollTo(0, 0));
  await expect(library.rows.first()).toContainText("Provider 0");
  await library.head("Card-hour").click();
  await expect(library.rows.first()).toContainText("Provider 499");
  await library.head("Card-hour").click();
  await expect(library.rows.first()).toContainText("Provider 0");
  await page.keyboard.press("/");
  await expect(library.search).toBeFocused();
  await page.keyboard.type("list 3 provider 49");
  const found = [...Array(500).keys()].filter((n) => {
    const text = `provider ${n} list ${n % 7}`;
    return text.includes("49") && text.includes("3");
  });
  await expect(library.rows).toHaveCount(found.length);
  await library.search.fill("no such provider");
  await expect(page.getByText("No quote has “no such provider” in it.")).toBeVisible();
});

test("a cluster is added, and refused with more cards than there are", async ({ page }) => {
  const library = new LibraryScreen(page);
  await library.open("/clusters");
  await expect(page.getByRole("heading", { name: "No clusters yet" })).toBeVisible();
  await library.add("a cluster").click();
  await library.field("Title").fill("Machine room");
  await library.field("Cards").fill("16.5");
  await library.save();
  await expect(library.panel.locator(".field-fault")).toContainText("a whole number from 1 to 10,000,000");
  await library.field("Cards").fill("1,024");
  await library.save();
  await expect(library.row("Machine room")).toContainText("737,280");
});

test("the catalogue tells every peak, its traps and its sources, and is copied to one's own", async ({ page }) => {
  const library = new LibraryScreen(page);
  await library.open("/catalogue");
  const shipped = page.getByRole("table", { name: "Shipped with Flopsheet" });
  await expect(shipped.locator("tbody tr")).toHaveCount(catalogue.accelerators.length);
  await library.search.fill("h100 sxm");
  await shipped.getByRole("button", { name: "NVIDIA H100 SXM5 80GB" }).click();
  const card = catalogue.accelerators.find(({ id }) => id === "h100-sxm");
  await expect(library.panel).toContainText("989.4");
  for (const { title } of card?.sources ?? []) await expect(library.panel).toContainText(title);
  if (card?.sparseTrap != null) await expect(library.panel).toContainText(card.sparseTrap.note);

  await library.panel.getByRole("button", { name: "Copy to my own" }).click();
  await expect(library.field("Name")).toHaveValue("NVIDIA H100 SXM5 80GB, own");
  await library.field("bf16").fill("900");
  await library.save();
  await library.search.fill("own");
  await expect(library.row("NVIDIA H100 SXM5 80GB, own")).toContainText("900");
  const { rows } = await ask(page, "library.list", { kind: "accelerator" });
  expect(rows.map(({ content }) => content.kind === "accelerator" && content.value.densePeak.bf16)).toEqual([9e14]);

  await page.getByRole("button", { name: /^Rental rates/ }).click();
  await expect(page.getByRole("table").locator("tbody tr")).toHaveCount(catalogue.rates.length);
  await page.getByRole("button", { name: /^Measurements/ }).click();
  await expect(page.getByRole("table").locator("tbody tr")).toHaveCount(283);
  await library.search.fill("mlperf gb200 405b");
  await expect(page.getByRole("table").locator("tbody tr")).toHaveCount(7);
  await expect(page.getByRole("table").locator("tbody tr").first()).toContainText("worked out");
  await page.getByRole("button", { name: /^Grids/ }).click();
  await expect(page.getByRole("table").locator("tbody tr")).toHaveCount(catalogue.grids.length);
  await library.search.fill("France");
  await expect(page.getByRole("table")).toContainText("56.039");
});

test("when its host has ended the page says so, and what was typed stays", async ({ browser }) => {
  const { address, stop } = await startHost();
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  await page.waitForURL((url) => !url.searchParams.has("token"));
  const library = new LibraryScreen(page);
  await page.goto(new URL("/quotes", address).href);
  await library.add("a quote").click();
  await library.field("Title").fill("Halden");
  await library.field("Price of a card-hour").fill("3");
  await stop();
  await library.save();
  await expect(library.panel.getByRole("alert")).toContainText("Not saved: Flopsheet's host does not answer.");
  await expect(library.field("Title")).toHaveValue("Halden");
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(page.getByText("The library cannot be read.")).toBeVisible();
  await page.getByRole("link", { name: "The state of the record, in Settings" }).click();
  await expect(page).toHaveURL(/\/settings$/);
  await page.context().close();
});

test("while the record is closed the page says why, and where to see to it; the catalogue is there", async ({
  browser,
}) => {
  const data = mkdtempSync(join(tmpdir(), "flopsheet-closed-"));
  writeFileSync(join(data, "record.sqlite"), "This is no database. ".repeat(1_000));
  const { address, stop } = await startHost({ data });
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  await page.waitForURL((url) => !url.searchParams.has("token"));
  await page.goto(new URL("/quotes", address).href);
  await expect(page.getByRole("alert")).toContainText("The library cannot be read.");
  await expect(page.getByRole("button", { name: "Add a quote" })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto(new URL("/catalogue", address).href);
  await expect(page.getByRole("table", { name: "Shipped with Flopsheet" }).locator("tbody tr")).toHaveCount(
    catalogue.accelerators.length,
  );
  await page.getByRole("link", { name: "The state of the record, in Settings" }).click();
  await expect(page).toHaveURL(/\/settings$/);
  await page.context().close();
  await stop();
  rmSync(data, { recursive: true, force: true });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("axe finds nothing wrong with the library's pages", async ({ page }) => {
      const library = new LibraryScreen(page);
      await library.open("/quotes");
      await expect(page.getByRole("heading", { name: "No quotes yet" })).toBeVisible();
      await expectAccessible(page);
      await addToLibrary(page, halden);
      await library.open("/quotes");
      await library.row("Halden Compute").getByRole("button", { name: "Copy Halden Compute" }).click();
      await library.field("Price of a card-hour").fill("much");
      await expectAccessible(page);
      await library.open("/clusters");
      await expect(page.getByRole("heading", { name: "No clusters yet" })).toBeVisible();
      await expectAccessible(page);
      await library.open("/catalogue");
      await page.getByRole("button", { name: "AWS Trainium2" }).click();
      await expect(library.panel).toBeVisible();
      await expectAccessible(page);
      for (const shelf of [/^Measurements/, /^Rental rates/, /^Grids/]) {
        await page.getByRole("button", { name: shelf }).click();
        // All rows are alike, and axe takes a second for every ten of them.
        if (shelf.test("Measurements")) await library.search.fill("mlperf fp8");
        await expectAccessible(page);
      }
    });
  });
}

for (const size of [
  { width: 1024, height: 768 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  // 1280 at 200 %.
  { width: 640, height: 400 },
]) {
  test(`at ${size.width} × ${size.height} everything is within reach`, async ({ page }) => {
    await page.setViewportSize(size);
    await addToLibrary(page, halden);
    const library = new LibraryScreen(page);
    await library.open("/quotes");
    await expect(library.add("a quote")).toBeInViewport();
    await expectNoOverflow(page);
    await library.add("a quote").click();
    await library.field("Note").fill("seen");
    await expect(library.field("Note")).toBeInViewport();
    await library.panel.getByRole("button", { name: "Cancel" }).click();
    await library.open("/catalogue");
    await expectNoOverflow(page);
  });
}

/** The page itself never scrolls sideways: tables do, inside it. */
async function expectNoOverflow(page: Page): Promise<void> {
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  expect(wide).toBeLessThanOrEqual(room);
}
