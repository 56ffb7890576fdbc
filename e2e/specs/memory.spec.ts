import { expect } from "@playwright/test";
import { expectAccessible } from "../fixtures/axe.ts";
import { test } from "../fixtures/journey.ts";
import { Drawer } from "../pages/drawer.ts";
import { FitSection } from "../pages/fit-section.ts";
import { HardwareStep } from "../pages/hardware.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { SoFar } from "../pages/so-far.ts";
import { Workspace } from "../pages/workspace.ts";

test.use({ start: "/project/example/hardware" });

test("tells of the largest models first on how many cards each fits, and what takes most", async ({ page }) => {
  const fit = new FitSection(page);
  await new HardwareStep(page).open();
  await expect(fit.sentence).toHaveText("All 14 models fit.");
  await expect(fit.rows).toHaveCount(6);
  await expect(fit.rows.first()).toHaveText(/Width 16,384\s*16\s*49\.9 of 80\.0\s*optimizer states\s*13/);
  await expect(fit.root).toContainText("Width 16,384 on 16 cards: 49.9 GB of 80.0 GB on each H100");
  await fit.root.getByRole("button", { name: "All 14 models" }).click();
  await expect(fit.rows).toHaveCount(14);
  await fit.root.getByRole("button", { name: "Width 8,192" }).click();
  await fit.asTable.click();
  await expect(fit.root.getByRole("row", { name: /^Optimizer states/ })).toContainText("27.");
});

test("names what would make a model fit, cheapest first, and does it", async ({ page }) => {
  const fit = new FitSection(page);
  const soFar = new SoFar(page);
  await new HardwareStep(page).open();
  await fit.choice("Shared out by replicas").selectOption("0: nothing");
  await expect(fit.sentence).toHaveText("4 of 14 models do not fit as they are laid out.");
  await expect(fit.rows.first()).toContainText("does not fit");
  await expect(fit.changes.first()).toContainText("Stage 2: replicas share out optimizer states");
  await expect(fit.changes.first()).toContainText("costs no time");
  await fit.changes
    .first()
    .getByRole("button", { name: /^Do it/ })
    .click();
  await expect(fit.sentence).toHaveText("All 14 models fit.");
  await expect(fit.choice("Shared out by replicas")).toHaveValue("2");
  // Memory moves no figure of the plan.
  await expect(soFar.cost).toHaveText("12.9 M");
  await soFar.undo.click();
  await expect(fit.sentence).toHaveText("4 of 14 models do not fit as they are laid out.");
  await new Workspace(page).showText();
  await expect(new PlanTextScreen(page).field).toHaveValue(/"zeroStage": 0/);
});

test("explains bytes and cards, down to the field that states them", async ({ page }) => {
  const fit = new FitSection(page);
  const drawer = new Drawer(page);
  await new HardwareStep(page).open();
  await fit.field("Micro-batch").fill("4");
  await fit.rows.first().getByRole("button", { name: "16", exact: true }).click();
  await expect(drawer.root).toContainText("16,384: fewest cards");
  await drawer.input("Memory of one card").getByRole("button").first().click();
  await expect(drawer.root).toContainText("16,384: memory of one card");
  await expect(drawer.terms.filter({ hasText: "Gathered layers" })).toBeVisible();
  await expect(drawer.input("Micro-batch")).toContainText("4");
});

test("prints a table of memory, and warns of what cannot fit, once the plan says how it is laid out", async ({
  page,
}) => {
  const fit = new FitSection(page);
  await new HardwareStep(page).open();
  await fit.choice("Shared out by replicas").selectOption("0: nothing");
  await expect(fit.rows.first()).toContainText("does not fit");
  await new Workspace(page).step("Sheet").click();
  await expect(page.getByText("Width 16,384 does not fit: on 256 cards each NVIDIA H100").first()).toBeVisible();
  await expect(page.getByRole("row", { name: /does not fit, on 256/ }).first()).toBeVisible();
});

test("shows a fault beside the field, and keeps the figures of the last valid plan", async ({ page }) => {
  const fit = new FitSection(page);
  await new HardwareStep(page).open();
  await fit.field("Micro-batch").fill("7");
  await expect(fit.field("Micro-batch")).toHaveAttribute("aria-invalid", "true");
  await expect(fit.root.locator(".field-fault")).toContainText("a divisor of batch, which is 256");
  await expect(fit.rows.first()).toContainText("49.9 of 80.0");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test("is accessible with a model that does not fit, as bar and as table", async ({ page }) => {
      const fit = new FitSection(page);
      await new HardwareStep(page).open();
      await fit.choice("Shared out by replicas").selectOption("0: nothing");
      await expect(fit.changes.first()).toBeVisible();
      await expectAccessible(page);
      await fit.asTable.click();
      await expectAccessible(page);
    });
  });
}
