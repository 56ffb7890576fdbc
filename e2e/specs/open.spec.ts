import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { expect } from "@playwright/test";
import { test } from "../fixtures/journey.ts";
import { example, planFile, renamedPlan, templateText, yamlPlan } from "../fixtures/plans.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

const templates = [
  "compute-optimal-ladder",
  "fine-tuning-seeds",
  "pretrain-7b",
  "scaling-exponents",
  "vision-epochs",
  "whole-project",
];

test("a plan in JSON, and the same in YAML, open by the file chooser", async ({ page }) => {
  const workspace = new Workspace(page);
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  await workspace.open(renamedPlan);
  await sheet.shown(/^Renamed Exponents/);
  const fromJson = await sheet.rows("experiments");

  const first = page.url();
  await workspace.open(yamlPlan);
  await expect(page).not.toHaveURL(first);
  await sheet.shown(/^Renamed Exponents/);
  expect(await sheet.rows("experiments")).toEqual(fromJson);
  expect((await sheet.saveCopy("CSV")).name).toBe("exponents.csv");

  // The same file again, as after a change on the disk: another project.
  const second = page.url();
  await workspace.open(renamedPlan);
  await expect(page).not.toHaveURL(second);
  await sheet.shown(/^Renamed Exponents/);
  expect(page.url()).not.toBe(first);
});

test("a file that is dropped on the window opens, and the window says that it would", async ({ page }, info) => {
  const workspace = new Workspace(page);
  const sheet = new SheetScreen(page);
  const path = info.outputPath(renamedPlan.name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, renamedPlan.buffer);
  await sheet.shown(example.title);
  const held = await workspace.holdOver(path);
  await expect(workspace.dropHint).toBeVisible();
  await held.drop();
  await expect(workspace.dropHint).toBeHidden();
  await sheet.shown(/^Renamed Exponents/);
});

for (const id of templates) {
  const title = (JSON.parse(templateText(id)) as { title: string }).title;
  test(`the template ${id} opens as a sheet whose costs add up`, async ({ page }) => {
    const sheet = new SheetScreen(page);
    await sheet.shown(example.title);
    await new Workspace(page).open(planFile(`${id}.json`, templateText(id)));
    await expect(page).not.toHaveURL(/example/);
    await sheet.shown(title);
    await expect(page).toHaveTitle(title);
    const rows = await sheet.rows("experiments");
    const total = rows.pop() ?? [];
    expect(total[0]).toBe("Total");
    const costs = rows.map((row) => Number(row[5]?.replaceAll(",", "")));
    expect(costs.reduce((sum, cost) => sum + cost, 0)).toBe(Number(total[5]?.replaceAll(",", "")));
  });
}

test("typed text is kept when another plan is opened", async ({ page }) => {
  const workspace = new Workspace(page);
  const text = new PlanTextScreen(page);
  await new SheetScreen(page).shown(example.title);
  await workspace.showText();
  await text.field.press("Control+Home");
  await page.keyboard.type(" ");
  await workspace.open(renamedPlan);
  await new SheetScreen(page).shown(/^Renamed Exponents/);
  await page.goBack();
  await expect(text.field).toHaveValue(` ${example.text}`);
  const saved = await new SheetScreen(page).save(() => page.keyboard.press("Control+Shift+s"));
  expect(saved.name).toBe(example.name);
  expect(saved.content.toString("utf8")).toBe(` ${example.text}`);
});
