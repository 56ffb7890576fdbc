import { expect } from "@playwright/test";
import { EXAMPLE_SHEET } from "../fixtures/host.ts";
import { startHost } from "../fixtures/host-process.ts";
import { test, troublesOf } from "../fixtures/journey.ts";
import { readPdf } from "../fixtures/pdf.ts";
import { example } from "../fixtures/plans.ts";
import { SheetScreen } from "../pages/sheet.ts";

test("Print, by button and by Ctrl P, opens the browser's print dialog on the pages of the PDF", async ({ page }) => {
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  await page.evaluate(() => {
    let asked = 0;
    addEventListener("beforeprint", () => {
      asked += 1;
      document.documentElement.dataset.printed = String(asked);
    });
  });
  await sheet.copies.getByRole("button", { name: "Print" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-printed", "1");
  await page.keyboard.press("Control+p");
  await expect(page.locator("html")).toHaveAttribute("data-printed", "2");

  const exported = await readPdf((await sheet.savePdf()).content);
  const printed = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(printed.pages).toHaveLength(exported.pages.length);
  for (const [index, { width, height, text }] of printed.pages.entries()) {
    const same = exported.pages[index];
    expect({ width, height }).toEqual({ width: same?.width, height: same?.height });
    expect(text).toContain(`Page${index + 1}of${exported.pages.length}`);
    for (const row of same?.rows ?? []) expect(text).toContain(row.join(""));
    expect(text).not.toContain("ExportPDF");
  }
});

test("the page that is printed is handed out once, and says when it is ready or that it never will be", async ({
  page,
  context,
}) => {
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  const preparing = page.waitForResponse("**/api/print.prepare");
  await sheet.savePdf();
  const prepared = await preparing;
  const { value } = (await prepared.json()) as { value: { job: string } };

  // The PDF has used this one up.
  const used = await context.newPage();
  await used.goto(`/print/${value.job}`);
  await expect(used.getByRole("heading", { name: "This sheet cannot be printed" })).toBeVisible();
  await expect(used.locator("html")).toHaveAttribute("data-print-ready", "error");
  await used.close();

  const job = await page.evaluate(async (body) => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch("/api/print.prepare", { method: "POST", headers, body });
    return ((await answer.json()) as { value: { job: string } }).value.job;
  }, prepared.request().postData());
  const printed = await context.newPage();
  await printed.goto(`/print/${job}`);
  await expect(printed.locator("html")).toHaveAttribute("data-print-ready", "true");
  await expect(printed).toHaveTitle(example.title);
  await expect(printed.getByRole("button")).toHaveCount(0);
  const pixels = await printed
    .getByRole("img")
    .evaluateAll((charts: HTMLCanvasElement[]) => charts.map((chart) => chart.width / chart.clientWidth));
  expect(pixels.length).toBeGreaterThan(3);
  for (const ratio of pixels) expect(ratio).toBeCloseTo(3, 1);
});

test("where no PDF can be made, Export PDF says what is missing and offers the print dialog", async ({ browser }) => {
  const { address, stop } = await startHost({ env: { CHROMIUM_PATH: "/nowhere/chromium" } });
  const context = await browser.newContext();
  try {
    const troubles = troublesOf(context, new URL(address).origin);
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForURL((url) => !url.searchParams.has("token"));
    await page.goto(new URL(EXAMPLE_SHEET, address).href);
    const sheet = new SheetScreen(page);
    await sheet.shown(example.title);
    await sheet.copies.getByRole("button", { name: "Export PDF" }).click();
    await expect(sheet.copies.getByRole("status")).toContainText("CHROMIUM_PATH");
    await expect(sheet.copies.getByRole("button", { name: "Open the print dialog" })).toBeVisible();
    expect(troubles).toEqual([]);
  } finally {
    await context.close();
    await stop();
  }
});
