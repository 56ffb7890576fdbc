import { expect, type Page } from "@playwright/test";
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
  await second.goto("/");
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
  await workspace.chooseColours("Dark");
  await expect(page.locator("html")).toHaveAttribute("data-scheme", "dark");
  await expect(text.field).toHaveValue(typed);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();

  await text.save();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-scheme", "dark");
  expect(await ground()).toBe(dark);
  await workspace.chooseColours("Light");
  await expect.poll(ground).not.toBe(dark);
});

test("typed text outlives the sheet and Back, and is not lost to a reload without asking", async ({ page }) => {
  const workspace = new Workspace(page);
  const text = new PlanTextScreen(page);
  await new SheetScreen(page).shown(example.title);
  await workspace.showText();
  const typed = "title: half typed";
  await text.field.fill(typed);
  await workspace.rail("Sheet").click();
  await new SheetScreen(page).shown(example.title);
  await expect(workspace.notice).toContainText(`${example.name} was changed as text and is kept beside this sheet`);
  await page.goBack();
  await expect(text.field).toHaveValue(typed);

  expect(await reloadAndStay(page)).toBe("beforeunload");
  await expect(text.field).toHaveValue(typed);

  // Once it is saved there is nothing to lose, and nobody is asked.
  await text.save();
  await page.reload();
  await new SheetScreen(page).shown(example.title);
});

/** Reloads, and stays when the browser asks; says what was asked. */
async function reloadAndStay(page: Page): Promise<string> {
  const [dialog] = await Promise.all([
    page.waitForEvent("dialog"),
    // After the answer to this call, which would otherwise wait for the person.
    page.evaluate(() => void setTimeout(() => location.reload())),
  ]);
  await dialog.dismiss();
  return dialog.type();
}
