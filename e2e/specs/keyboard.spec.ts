import { expect } from "@playwright/test";
import { test } from "../fixtures/journey.ts";
import { example, renamedPlan } from "../fixtures/plans.ts";
import { Drawer } from "../pages/drawer.ts";
import { tabTo } from "../pages/keyboard.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

test("from the opened page to a saved CSV without a mouse, and the focus is seen at every stop", async ({ page }) => {
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  await tabTo(page, sheet.copies.getByRole("button", { name: "CSV" }));
  const saved = await sheet.save(() => page.keyboard.press("Enter"));
  expect(saved.name).toBe("scaling-exponents.csv");
  expect(saved.content.toString("utf8")).toContain("12907461.18");
});

test("the first stop skips to the sheet, and its tables are one stop each", async ({ page }) => {
  const sheet = new SheetScreen(page);
  const drawer = new Drawer(page);
  await sheet.shown(example.title);
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await tabTo(page, skip);
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  await tabTo(page, sheet.cell("experiments", "Alignment", 2));
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp"]) await page.keyboard.press(key);
  const asked = sheet.cell("experiments", "Table E1 settings", 4);
  await expect(asked).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(drawer.root).toBeFocused();
  await expect(drawer.root).toContainText("129,652");
  await page.keyboard.press("Escape");
  await expect(drawer.root).toBeHidden();
  await expect(asked).toBeFocused();
  await tabTo(page, sheet.section("cost-by-axis").getByRole("button", { name: "as table" }));
});

test("the first stop skips to the plan as text too, and does not leave it", async ({ page }) => {
  const text = new PlanTextScreen(page);
  await new SheetScreen(page).shown(example.title);
  await new Workspace(page).showText();
  await expect(text.field).toBeVisible();
  await page.getByRole("link", { name: "Skip to the content" }).press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await expect(text.field).toBeVisible();
});

test("the palette, the file chooser and the text are reached by keys, and Esc gives the focus back", async ({
  page,
}) => {
  const workspace = new Workspace(page);
  const sheet = new SheetScreen(page);
  const text = new PlanTextScreen(page);
  await sheet.shown(example.title);
  await tabTo(page, workspace.rail("Commands"));
  await page.keyboard.press("Enter");
  await expect(workspace.palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(workspace.rail("Commands")).toBeFocused();

  const chooser = await workspace.chooser(() => page.keyboard.press("Control+o"));
  await chooser.setFiles(renamedPlan);
  await sheet.shown(/^Renamed Exponents/);

  await tabTo(page, workspace.barButton("Plan as text"));
  await page.keyboard.press("Enter");
  await tabTo(page, text.field);
  const saved = await sheet.save(() => page.keyboard.press("Control+Shift+s"));
  expect(saved).toEqual({ name: renamedPlan.name, content: renamedPlan.buffer });
  await page.keyboard.press("Control+Enter");
  await sheet.shown(/^Renamed Exponents/);
});

test.describe("with the clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("a focused figure tells its exact value, and Ctrl C copies it", async ({ page }) => {
    const sheet = new SheetScreen(page);
    await sheet.shown(example.title);
    const figure = sheet.figure("12.9 M USD");
    await figure.focus();
    await expect(page.getByText("12,907,461.18 USD", { exact: true })).toBeVisible();
    await page.keyboard.press("Control+c");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("12,907,461.18 USD");
  });
});
