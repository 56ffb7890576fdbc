import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { expect } from "@playwright/test";
import { test } from "../fixtures/journey.ts";
import { example, renamedPlan, templateText, yamlPlan } from "../fixtures/plans.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

const templates = ["compute-optimal-ladder", "fine-tuning-seeds", "pretrain-7b", "scaling-exponents", "vision-epochs"];

test("a plan in JSON, and the same in YAML, open by the file chooser", async ({ page }) => {
  const workspace = new Workspace(page);
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  await workspace.open(renamedPlan);
  await sheet.shown(/^Renamed Exponents/);
  const fromJson = await sheet.rows("experiments");

  await workspace.open(yamlPlan);
  await expect(page.getByRole("banner")).toContainText(yamlPlan.name);
  await sheet.shown(/^Renamed Exponents/);
  expect(await sheet.rows("experiments")).toEqual(fromJson);

  // The same file again, as after a change on the disk.
  await workspace.open(renamedPlan);
  await expect(page.getByRole("banner")).toContainText(renamedPlan.name);
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

test("every example of the menu opens as a sheet", async ({ page }) => {
  const workspace = new Workspace(page);
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  const titles = templates.map((id) => (JSON.parse(templateText(id)) as { title: string }).title);
  await expect(await workspace.examples()).toHaveCount(titles.length);
  await page.keyboard.press("Escape");
  for (const title of titles) {
    await test.step(title, async () => {
      await (await workspace.examples()).filter({ hasText: title }).click();
      await sheet.shown(title);
      await expect(page).toHaveTitle(title);
      const rows = await sheet.rows("experiments");
      const total = rows.pop() ?? [];
      expect(total[0]).toBe("Total");
      const costs = rows.map((row) => Number(row[5]?.replaceAll(",", "")));
      expect(costs.reduce((sum, cost) => sum + cost, 0)).toBe(Number(total[5]?.replaceAll(",", "")));
    });
  }
});

test("typed text is not given up for another plan without asking", async ({ page }) => {
  const workspace = new Workspace(page);
  const text = new PlanTextScreen(page);
  await new SheetScreen(page).shown(example.title);
  await workspace.showText();
  await text.field.press("Control+Home");
  await page.keyboard.type(" ");
  await workspace.open(renamedPlan);
  await workspace.giveUpDialog.getByRole("button", { name: "Keep the text" }).click();
  await expect(text.field).toHaveValue(` ${example.text}`);

  await workspace.open(renamedPlan);
  const saved = await new SheetScreen(page).save(() =>
    workspace.giveUpDialog.getByRole("button", { name: "Save it, then go on" }).click(),
  );
  expect(saved.name).toBe(example.name);
  expect(saved.content.toString("utf8")).toBe(` ${example.text}`);
  await new SheetScreen(page).shown(/^Renamed Exponents/);
});
