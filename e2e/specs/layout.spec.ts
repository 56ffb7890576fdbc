import { expect } from "@playwright/test";
import { test } from "../fixtures/journey.ts";
import { example, faultyPlan } from "../fixtures/plans.ts";
import { expectWhole } from "../fixtures/whole.ts";
import { Drawer } from "../pages/drawer.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

const screens = [
  // A screen of 1280 × 900 at 200 %.
  { name: "at 200 %", viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
  { name: "at 1024 pixels", viewport: { width: 1024, height: 768 }, deviceScaleFactor: 1 },
  { name: "at 1280 pixels", viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
  { name: "at 1920 pixels", viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1 },
];

for (const { name, viewport, deviceScaleFactor } of screens) {
  test.describe(`nothing is cut off ${name}:`, () => {
    test.use({ viewport, deviceScaleFactor });

    test("the sheet, its drawer, the plan as text and its faults", async ({ page }) => {
      const workspace = new Workspace(page);
      const sheet = new SheetScreen(page);
      const drawer = new Drawer(page);
      const text = new PlanTextScreen(page);
      await sheet.shown(example.title);
      await expectWhole(page, [
        ...["Projects", "Calculator", "Quotes", "Clusters", "Catalogue", "Settings", "Commands"].map((name) =>
          workspace.rail(name),
        ),
        ...["Undo", "Redo", "Plan as text", "Save revision"].map((name) => workspace.barButton(new RegExp(`^${name}`))),
        ...["Project", "Experiments", "Hardware and speed", "Clusters", "Quotes", "Sheet"].map((name) =>
          workspace.step(name),
        ),
        ...["A4", "Letter"].map((paper) => page.getByRole("button", { name: paper, exact: true })),
        ...["Export PDF", "CSV", "JSON", "Markdown", "Print"].map((copy) =>
          sheet.copies.getByRole("button", { name: copy }),
        ),
        ...["Smaller", "Larger", "Fit the page to the window"].map((zoom) =>
          page.getByRole("button", { name: zoom, exact: true }),
        ),
        sheet.figure("12.9 M USD"),
      ]);

      await sheet.figure("12.9 M USD").click();
      await expectWhole(page, [
        drawer.root.getByRole("button", { name: "Close" }),
        drawer.root.getByRole("button", { name: "Copy the exact value" }),
        drawer.formulas.first(),
        drawer.terms.last(),
      ]);
      await drawer.root.getByRole("button", { name: "Close" }).click();

      await workspace.open(faultyPlan);
      await text.shows(6);
      await expectWhole(page, [
        page.getByRole("button", { name: "Save plan file" }),
        page.getByRole("button", { name: "Copy the list" }),
        page.getByRole("button", { name: "Apply 2 suggestions" }),
        text.back,
        text.faults.first().getByRole("button"),
        text.faults.last().getByRole("button"),
      ]);
    });

    test("a fault's place in the text is brought onto the screen", async ({ page }) => {
      const text = new PlanTextScreen(page);
      await new SheetScreen(page).shown(example.title);
      await new Workspace(page).open(faultyPlan);
      await text.shows(6);
      const line =
        faultyPlan.buffer
          .toString("utf8")
          .split("\n")
          .findIndex((found) => found.includes('"price": -3')) + 1;
      await text.faults.last().getByRole("button").click();
      await expect(text.lineNumber(line)).toBeInViewport({ ratio: 1 });
    });
  });
}

test("what is said of a draft does not move the page", async ({ page }) => {
  await page.goto("/project/example/project");
  const { bar } = new Workspace(page);
  const funder = page.getByRole("textbox", { name: "Funder" });
  await expect(funder).toBeVisible();
  const before = await bar.boundingBox();
  await funder.fill("Research council");
  await expect(bar).toContainText("draft kept");
  expect(await bar.boundingBox()).toEqual(before);
});
