import { expect, type Page } from "@playwright/test";
import { test } from "../fixtures/journey.ts";
import { example } from "../fixtures/plans.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { ProjectStep } from "../pages/project-step.ts";
import { Workspace } from "../pages/workspace.ts";

test.use({ start: "/project/example/project" });

const parts = (page: Page) => {
  const project = new ProjectStep(page);
  const workspace = new Workspace(page);
  return {
    title: project.field("Head of the sheet", "Title"),
    funder: project.field("Head of the sheet", "Funder"),
    ceiling: project.field("Money", "Ceiling"),
    undo: workspace.barButton("Undo"),
    redo: workspace.barButton("Redo"),
    workspace,
  };
};

test("undo goes back through every step to the text as it was, and redo forth again, after a reload too", async ({
  page,
}) => {
  const { title, funder, ceiling, undo, redo, workspace } = parts(page);
  const text = new PlanTextScreen(page);
  await title.fill("Exponents");
  await funder.fill("A council");
  await ceiling.fill("14000000");
  await expect(undo).toHaveAttribute("title", /^Undo: Ceiling set to 14,000,000 USD \(Ctrl Z\)$/);
  await workspace.showText();
  const last = await text.field.inputValue();
  expect(last).not.toBe(example.text);

  await page.reload();
  await expect(text.field).toHaveValue(last);
  for (const name of [
    "Undo: Ceiling set to 14,000,000 USD (Ctrl Z)",
    "Undo: Funder set to “A council” (Ctrl Z)",
    `Undo: Title “${example.title}” to “Exponents” (Ctrl Z)`,
  ]) {
    await expect(undo).toHaveAttribute("title", name);
    await undo.click();
  }
  await expect(undo).toBeDisabled();
  await expect(text.field).toHaveValue(example.text);

  await page.reload();
  await expect(text.field).toHaveValue(example.text);
  for (let step = 0; step < 3; step += 1) await redo.click();
  await expect(redo).toBeDisabled();
  await expect(text.field).toHaveValue(last);
});

test("keys undo and redo inside a field, and the focus stays in it", async ({ page }) => {
  const { title, funder } = parts(page);
  await title.fill("Exponents");
  await funder.click();
  await page.keyboard.type("Council");
  await expect(funder).toHaveValue("Council");
  // Letters that follow each other are one step.
  await page.keyboard.press("Control+z");
  await expect(funder).toHaveValue("");
  await expect(funder).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(title).toHaveValue(example.title);
  await expect(funder).toBeFocused();
  await page.keyboard.press("Control+Shift+z");
  await expect(title).toHaveValue("Exponents");
  await page.keyboard.press("Control+y");
  await expect(funder).toHaveValue("Council");
  await expect(funder).toBeFocused();
});

test("in the text the caret goes to what was undone", async ({ page }) => {
  const text = new PlanTextScreen(page);
  await new Workspace(page).showText();
  const at = example.text.indexOf('"price": 3,') + '"price": '.length;
  await text.field.evaluate((field: HTMLTextAreaElement, from) => field.setSelectionRange(from, from + 1), at);
  await text.field.focus();
  await page.keyboard.type("2.85");
  await expect(text.field).toHaveValue(/"price": 2\.85,\s*"date"/);
  await text.field.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(0, 0));
  await page.keyboard.press("Control+z");
  await expect(text.field).toHaveValue(example.text);
  expect((await text.selected()).text).toBe("3");
});

test("a new change forgets what could be redone", async ({ page }) => {
  const { title, undo, redo } = parts(page);
  await title.fill("One");
  await undo.click();
  await expect(redo).toBeEnabled();
  await title.fill("Another");
  await expect(redo).toBeDisabled();
});
