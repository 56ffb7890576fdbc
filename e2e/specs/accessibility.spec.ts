import { expect } from "@playwright/test";
import { expectAccessible, SHEET } from "../fixtures/axe.ts";
import { test } from "../fixtures/journey.ts";
import { example, faultyPlan, planFile } from "../fixtures/plans.ts";
import { Drawer } from "../pages/drawer.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`axe finds nothing wrong in ${colorScheme}:`, () => {
    test.use({ colorScheme });

    test.beforeEach(async ({ page }) => {
      await new SheetScreen(page).shown(example.title);
      await expect(page.locator("html")).toHaveAttribute("data-scheme", colorScheme);
    });

    test("the sheet, alone and with its drawers", async ({ page }) => {
      const sheet = new SheetScreen(page);
      const drawer = new Drawer(page);
      await expectAccessible(page);
      await sheet.figure("12.9 M USD").click();
      await expect(drawer.terms.first()).toBeVisible();
      await expectAccessible(page, SHEET);
      await sheet.pages.getByRole("button", { name: "as table" }).first().click();
      await expect(sheet.chartData.getByRole("table")).toBeVisible();
      await expectAccessible(page, SHEET);
    });

    test("the palette and the list of keys", async ({ page }) => {
      const workspace = new Workspace(page);
      await page.keyboard.press("Control+k");
      await expect(workspace.palette.getByRole("option", { name: "Save revision" })).toBeVisible();
      await expectAccessible(page, SHEET);
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
      await expectAccessible(page, SHEET);
    });

    test("the plan as text", async ({ page }) => {
      const workspace = new Workspace(page);
      const text = new PlanTextScreen(page);
      await workspace.showText();
      await expect(text.field).toBeVisible();
      await expectAccessible(page);
      await text.field.fill("half typed");
      await text.shows(1);
      await expectAccessible(page);
    });

    test("faults, the note about them beside the sheet, and a file that is refused", async ({ page }) => {
      const workspace = new Workspace(page);
      await workspace.open(faultyPlan);
      await new PlanTextScreen(page).shows(6);
      await page.keyboard.press("F8");
      await expectAccessible(page);
      await workspace.step("Sheet").click();
      await expect(page.getByRole("heading", { name: "No sheet yet" })).toBeVisible();
      await expectAccessible(page);
      await workspace.open(planFile("large.json", Buffer.alloc(1_000_001)));
      await expect(workspace.notice).toContainText("large.json was not opened");
      await expectAccessible(page);
    });

    test("an address that names nothing", async ({ page }) => {
      await page.goto("/nowhere");
      await expect(page.getByRole("heading", { name: "Nothing is at this address" })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("link", { name: "All projects" }).click();
      await expect(page.getByRole("navigation", { name: "Places" })).toBeVisible();
    });
  });
}
