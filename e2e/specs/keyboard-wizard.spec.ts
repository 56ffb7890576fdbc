import { expect } from "@playwright/test";
import { test } from "../fixtures/own-host.ts";
import { readPdf, squash } from "../fixtures/pdf.ts";
import { ExperimentsScreen } from "../pages/experiments.ts";
import { HardwareStep } from "../pages/hardware.ts";
import { tabTo } from "../pages/keyboard.ts";
import { ProjectStep } from "../pages/project-step.ts";
import { ProjectsScreen } from "../pages/projects.ts";
import { QuoteStepScreen } from "../pages/quote-step.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { SoFar } from "../pages/so-far.ts";
import { Workspace } from "../pages/workspace.ts";

test("from nothing to a saved PDF through every step by keyboard alone, the focus seen at every stop", async ({
  page,
}) => {
  const { keyboard } = page;
  const workspace = new Workspace(page);
  const soFar = new SoFar(page);
  await page.evaluate(() => {
    addEventListener("pointerdown", () => document.documentElement.setAttribute("data-pressed", ""), true);
  });

  await test.step("a project", async () => {
    const projects = new ProjectsScreen(page);
    await expect(projects.rows).toHaveCount(1);
    await tabTo(page, page.getByRole("button", { name: /^New project/ }));
    await keyboard.press("Enter");
    await expect(projects.dialog.getByRole("textbox", { name: "Title" })).toBeFocused();
    await keyboard.type("By keyboard");
    await tabTo(page, projects.dialog.getByRole("radio", { checked: true }));
    const blank = projects.dialog.getByRole("radio", { name: "A blank plan" });
    if (!(await blank.isChecked())) await keyboard.press("ArrowUp");
    await expect(blank).toBeChecked();
    await tabTo(page, projects.dialog.getByRole("button", { name: "Make the project" }));
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/\/project\/[0-9a-f-]{36}\/project$/);
  });

  await test.step("1, project", async () => {
    const project = new ProjectStep(page);
    await tabTo(page, project.field("Head of the sheet", "Funder"));
    await keyboard.type("Research council");
    await expect(soFar.lastChange).toContainText("Funder");
  });

  await test.step("2, experiments", async () => {
    await keyboard.press("Control+2");
    const screen = new ExperimentsScreen(page);
    const sweep = screen.sweep();
    await tabTo(page, screen.title);
    await keyboard.press("Control+a");
    await keyboard.type("Learning rates");
    await tabTo(page, sweep.root.getByRole("button", { name: "Axis", exact: true }));
    await keyboard.press("Enter");
    await keyboard.type("seed");
    await keyboard.press("Enter");
    await expect(sweep.next).toBeFocused();
    await sweep.typeValues(["a", "b", "c"]);
    await keyboard.press("Enter");
    await expect(sweep.axis("seed")).toBeFocused();
    await expect(sweep.equation).toContainText("3 seeds");
  });

  await test.step("3, hardware and speed", async () => {
    await keyboard.press("Control+3");
    const hardware = new HardwareStep(page);
    await tabTo(page, hardware.utilisation);
    await keyboard.press("Control+a");
    await keyboard.type("45");
    await expect(soFar.lastChange).toContainText("Utilisation");
  });

  await test.step("4, clusters", async () => {
    await keyboard.press("Control+4");
    await tabTo(page, page.getByRole("button", { name: "Cluster", exact: true }));
    await keyboard.press("Enter");
    await expect(
      page.getByRole("region", { name: "Details of cluster 4" }).getByRole("textbox", { name: "Cards", exact: true }),
    ).toBeFocused();
    await keyboard.press("Shift+Tab");
    await expect(
      page.getByRole("region", { name: "Details of cluster 4" }).getByRole("textbox", { name: "Title" }),
    ).toBeFocused();
    await keyboard.type("Our machine room");
    await keyboard.press("Tab");
    await keyboard.press("Control+a");
    await keyboard.type("16");
    await expect(soFar.times.filter({ hasText: "Our machine room" })).toHaveCount(1);
  });

  await test.step("5, quotes", async () => {
    await keyboard.press("Control+5");
    const quotes = new QuoteStepScreen(page);
    const before = quotes.headlines.first();
    await tabTo(page, page.getByRole("button", { name: "Quote", exact: true }));
    await keyboard.press("Enter");
    await expect(quotes.field("Title")).toBeFocused();
    await keyboard.type("Our provider");
    await tabTo(page, quotes.field("Price of a card-hour"));
    await keyboard.type("2.5");
    await keyboard.press("Escape");
    await expect(quotes.title("Our provider")).toBeFocused();
    await tabTo(page, before, "Shift+Tab");
    await keyboard.press("ArrowDown");
    await expect(quotes.headline("Our provider")).toBeChecked();
  });

  await keyboard.press("Control+s");
  await expect(workspace.bar).toContainText("Revision 2 saved");

  await test.step("7, sheet", async () => {
    await keyboard.press("Control+7");
    const sheet = new SheetScreen(page);
    // Nothing of a blank plan is in doubt: there is no range to wait for.
    await expect(sheet.pages.first().getByText(/^Page 1 of \d+$/)).toBeVisible();
    await tabTo(page, sheet.copies.getByRole("button", { name: "Export PDF" }));
    const { content } = await sheet.save(() => keyboard.press("Enter"));
    const pdf = await readPdf(content);
    const words = pdf.pages.map(({ text }) => text).join("");
    for (const said of ["Research council", "Learning rates", "45.0 % of the dense", "Our machine room", "2.50 USD"]) {
      expect(words).toContain(squash(said));
    }
    const row = (await sheet.rows("experiments")).at(-1) ?? [];
    expect(row).toContain("9");
    expect(pdf.pages.flatMap(({ rows }) => rows)).toContainEqual(row.map(squash).filter((cell) => cell !== ""));
    await expect(page.locator("[data-pressed]")).toHaveCount(0);
  });
});
