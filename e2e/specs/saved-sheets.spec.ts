import { expect } from "@playwright/test";
import { expectAccessible, SHEET } from "../fixtures/axe.ts";
import { test } from "../fixtures/journey.ts";
import { readPdf, squash } from "../fixtures/pdf.ts";
import { changed, example } from "../fixtures/plans.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { SavedSheetsPanel } from "../pages/saved-sheets.ts";
import { SheetScreen } from "../pages/sheet.ts";

test("a saved sheet keeps its figures, its number and its PDF, whatever becomes of the plan", async ({ page }) => {
  const sheet = new SheetScreen(page);
  const saved = new SavedSheetsPanel(page);
  await sheet.shown(example.title);
  await expect(saved.panel).toContainText("Save the plan as a project first");
  await page.keyboard.press("Control+S");
  await expect(page.getByText("revision 1", { exact: false }).first()).toBeVisible();
  await expect(saved.panel).toContainText("None yet");
  await saved.keep(1);
  await expect(saved.rows).toHaveCount(1);

  const { name, content } = await saved.pdf(1);
  expect(name).toMatch(/sheet-1\.pdf$/);
  const pdf = await readPdf(content);
  expect(pdf.pages.map(({ text }) => text.includes(squash("Sheet 1.")))).not.toContain(false);
  expect(pdf.pages[0]?.text).toContain(squash("12.9 M"));

  // Another price: what has changed is told, and the saved sheet stays what it was.
  await page.getByRole("button", { name: "Plan as text" }).click();
  await new PlanTextScreen(page).field.fill(changed(example.text, '"price": 3,', '"price": 4,'));
  await page
    .getByRole("navigation", { name: "Steps" })
    .getByRole("link", { name: /^Sheet/ })
    .click();
  await expect(sheet.figure("17.2 M USD")).toBeVisible();
  await expect(saved.panel).toContainText("Since sheet 1");
  await expect(saved.panel).toContainText("+4.30 M USD");
  await saved.keep(2);
  await expect(saved.rows).toHaveCount(2);

  await saved.open(1);
  await expect(page.getByRole("status").filter({ hasText: "as it was saved of revision 1" })).toBeVisible();
  await expect(sheet.figure("12.9 M USD")).toBeVisible();
  await sheet.figure("12.9 M USD").click();
  await expect(page.getByRole("complementary", { name: "How was this computed" })).toContainText("12,907,461.18");
  await expectAccessible(page, SHEET);
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(sheet.figure("12.9 M USD")).toBeVisible();
  await page.getByRole("button", { name: "Close the notice" }).click();
  await expect(sheet.figure("17.2 M USD")).toBeVisible();
});
