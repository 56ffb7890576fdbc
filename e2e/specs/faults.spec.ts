import { expect } from "@playwright/test";
import { faultsOf } from "../fixtures/computed.ts";
import { test } from "../fixtures/journey.ts";
import { changed, example, faultyPlan, planFile } from "../fixtures/plans.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

const faultyText = faultyPlan.buffer.toString("utf8");

test("a plan with six faults tells them all: what, where, what it is and what is allowed", async ({ page }) => {
  const text = new PlanTextScreen(page);
  await new SheetScreen(page).shown(example.title);
  await new Workspace(page).open(faultyPlan);
  await text.shows(6);

  const lines = faultyText.split("\n");
  for (const [index, path, slip, value, allowed] of [
    [0, "variables.pointsPerLine.low", '"low": 16', "16", "at most likely, 15"],
    [1, "defaults.training.sequnce", '"sequnce": 512', '"sequnce"', "steps, batch, sequence"],
    [2, "defaults.hardware.cardsPerNode", '"cardsPerNode": 0', "0", "from 1 to 1,000"],
    [3, 'experiments[0].sweeps[0].axes["model.haeds"]', '"model.haeds"', '"model.haeds"', "model.heads"],
    [4, 'experiments[3].sweeps[0].axes["kind of epsilon"]', '"kind of epsilon": []', "[]", "at least 1"],
    [5, "quotes[0].price", '"price": -3', "-3", "from 0"],
  ] as const) {
    const fault = text.faults.nth(index);
    const line = lines.findIndex((found) => found.includes(slip)) + 1;
    await expect(fault.getByRole("button")).toHaveText(new RegExp(`^line ${line}, column \\d+ $`));
    await expect(fault.getByRole("definition").getByText(path, { exact: true })).toBeVisible();
    await expect(fault.getByRole("definition").getByText(value, { exact: true })).toBeVisible();
    await expect(fault).toContainText(allowed);
  }

  // Word for word what the terminal says of this file.
  for (const [index, { message, hint }] of faultsOf(faultyText).entries()) {
    await expect(text.faults.nth(index).getByRole("heading")).toHaveText(message);
    if (hint !== null) await expect(text.faults.nth(index)).toContainText(hint);
  }
});

test("faults are mended by suggestion and by hand, checked while one types, and become the sheet", async ({ page }) => {
  const sheet = new SheetScreen(page);
  const text = new PlanTextScreen(page);
  const workspace = new Workspace(page);
  await sheet.shown(example.title);
  await workspace.open(planFile("faulty.json", changed(faultyText, '"kind of epsilon": []', '"kind of epsilon": 2')));
  await text.shows(5);

  await page.getByRole("button", { name: "Apply 2 suggestions" }).click();
  await expect(text.field).toHaveValue(/"sequence": 512[\s\S]*"model\.heads": \[8, 16, 32\]/);
  await text.shows(3);

  // F8 goes from fault to fault and selects what is wrong.
  for (const [wrong, right, left] of [
    ["16", "10", 2],
    ["0", "8", 1],
    ["-3", "3", 0],
  ] as const) {
    await page.keyboard.press("F8");
    expect((await text.selected()).text).toBe(wrong);
    await page.keyboard.insertText(right);
    await expect(text.faults.first()).toContainText("You changed this place; it is checked when you pause.");
    // Now, and not after the pause.
    await page.keyboard.press("Control+Enter");
    if (left > 0) await text.shows(left);
  }
  await expect(text.field).toHaveCount(0);
  await workspace.step("Sheet").click();
  await sheet.shown(/^Mended Exponents/);
  await expect(sheet.figure("12.9 M USD")).toBeVisible();
});

test("each fault leads to its place in the text and selects what is wrong, and no more", async ({ page }) => {
  const text = new PlanTextScreen(page);
  await new SheetScreen(page).shown(example.title);
  await new Workspace(page).open(faultyPlan);
  await text.shows(6);
  for (const [index, { line }] of faultsOf(faultyText).entries()) {
    await text.faults.nth(index).getByRole("button").click();
    await expect(text.lineNumber(line ?? 0)).toBeInViewport();
    const wrong = ["16", '"sequnce"', "0", '"model.haeds"', "[]", "-3"][index];
    expect(await text.selected()).toEqual({ text: wrong, line });
  }
});

test("Ctrl Z takes suggestions back, all at once", async ({ page }) => {
  const text = new PlanTextScreen(page);
  await new SheetScreen(page).shown(example.title);
  await new Workspace(page).open(faultyPlan);
  await text.shows(6);
  await page.getByRole("button", { name: "Apply 2 suggestions" }).click();
  await expect(text.field).toHaveValue(/"sequence": 512/);
  await text.field.press("Control+z");
  await expect(text.field).toHaveValue(faultyText);
});

test("a faulty file takes nothing from the plan that was open", async ({ page }) => {
  const sheet = new SheetScreen(page);
  const text = new PlanTextScreen(page);
  await sheet.shown(example.title);
  const before = await sheet.rows("experiments");
  await new Workspace(page).open(faultyPlan);
  await expect(page.getByText("It has no figures until they are mended.")).toBeVisible();
  await page.goBack();
  await sheet.shown(example.title);
  expect(await sheet.rows("experiments")).toEqual(before);
  await page.goForward();
  await text.shows(6);
  await expect(text.field).toHaveValue(faultyText);
});

test("the last good sheet stays while the text has faults, and says that it is of an earlier text", async ({
  page,
}) => {
  const sheet = new SheetScreen(page);
  const text = new PlanTextScreen(page);
  const workspace = new Workspace(page);
  await sheet.shown(example.title);
  const before = await sheet.rows("experiments");
  await workspace.showText();
  await text.field.fill(faultyText);
  await text.shows(6);
  await expect(page.getByText("All figures are as of the last text without faults.")).toBeVisible();

  await page.getByRole("button", { name: "Back to the sheet" }).click();
  await sheet.shown(example.title);
  expect(await sheet.rows("experiments")).toEqual(before);
  await expect(page.getByText("this is its sheet as of the last valid plan")).toBeVisible();
  await page.getByRole("button", { name: "Mend them in the text" }).click();
  await text.shows(6);
  await expect(text.field).toHaveValue(faultyText);
});
