import { expect } from "@playwright/test";
import { EXAMPLE_SHEET } from "../fixtures/host.ts";
import { test } from "../fixtures/journey.ts";
import { example } from "../fixtures/plans.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

test("a browser that was let in stays in: after a reload, and in a second tab", async ({ page, context }) => {
  await new SheetScreen(page).shown(example.title);
  await page.reload();
  await new SheetScreen(page).shown(example.title);
  const second = await context.newPage();
  await second.goto(EXAMPLE_SHEET);
  await new SheetScreen(second).shown(example.title);
  await expect(new SheetScreen(page).figure("12.9 M USD")).toBeVisible();
});

test("the choice of colours holds over a reload and leaves typed text alone", async ({ page }) => {
  const workspace = new Workspace(page);
  const text = new PlanTextScreen(page);
  await new SheetScreen(page).shown(example.title);
  await workspace.showText();
  const typed = `${example.text}\n`;
  await text.field.fill(typed);
  await workspace.chooseColours("Dark colours");
  await expect(page.locator("html")).toHaveAttribute("data-scheme", "dark");
  await expect(text.field).toHaveValue(typed);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();

  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-scheme", "dark");
  await expect(text.field).toHaveValue(typed);
  expect(await ground()).toBe(dark);
  await workspace.chooseColours("Light colours");
  await expect.poll(ground).not.toBe(dark);
  // The record keeps it for all that share this host.
  await workspace.chooseColours("Colours as the system");
});

test("half-typed text outlives the sheet, Back and a reload, and nobody is asked", async ({ page }) => {
  const workspace = new Workspace(page);
  const text = new PlanTextScreen(page);
  await new SheetScreen(page).shown(example.title);
  await workspace.showText();
  const typed = "title: half typed";
  await text.field.fill(typed);
  await workspace.step("Sheet").click();
  await new SheetScreen(page).shown(example.title);
  await page.goBack();
  await expect(text.field).toHaveValue(typed);
  // A question of the browser would hold the reload up for good.
  await page.reload();
  await expect(text.field).toHaveValue(typed);
});
