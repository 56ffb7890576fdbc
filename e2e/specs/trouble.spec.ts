import { type Browser, expect, type Page } from "@playwright/test";
import { expectAccessible, SHEET } from "../fixtures/axe.ts";
import { EXAMPLE_SHEET } from "../fixtures/host.ts";
import { startHost } from "../fixtures/host-process.ts";
import { test } from "../fixtures/journey.ts";
import { example, faultyPlan, renamedPlan } from "../fixtures/plans.ts";
import { Drawer } from "../pages/drawer.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

test("when its host ends, the program says so, keeps the sheet and still opens files", async ({ browser }) => {
  const { page, end } = await openedOnItsOwnHost(browser);
  const sheet = new SheetScreen(page);
  await end();
  await sheet.copies.getByRole("button", { name: "Export PDF" }).click();
  await expect(sheet.copies.getByRole("status")).toContainText("Flopsheet's host does not answer.");
  await expectAccessible(page, SHEET);
  await new Workspace(page).open(renamedPlan);
  await sheet.shown(/^Renamed Exponents/);
  expect((await sheet.saveCopy("CSV")).name).toBe("renamed.csv");
  await page.context().close();
});

test("no screen falls over when it is first opened after its host has ended", async ({ browser }) => {
  const { page, end } = await openedOnItsOwnHost(browser);
  const workspace = new Workspace(page);
  await end();
  for (const step of ["Project", "Experiments", "Hardware and speed", "Clusters", "Quotes", "Sheet"]) {
    await workspace.step(step).click();
    await expect(workspace.step(step)).toHaveAttribute("aria-current", "step");
    await expect(workspace.content).toBeVisible();
  }
  for (const place of ["Projects", "Quotes", "Clusters", "Catalogue", "Settings"]) {
    await workspace.rail(place).click();
    await expect(workspace.rail(place)).toHaveAttribute("aria-current", "page");
    await expect(workspace.content).toBeVisible();
  }
  await workspace.command("Keyboard shortcuts");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await workspace.open(faultyPlan);
  await expect(workspace.notice).toContainText("Flopsheet's host does not answer.");
  await new PlanTextScreen(page).shows(6);
  await page.context().close();
});

/** The example, on a host that the test can end. */
async function openedOnItsOwnHost(
  browser: Browser,
): Promise<{ readonly page: Page; readonly end: () => Promise<void> }> {
  const { address, stop } = await startHost();
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  await page.waitForURL((url) => !url.searchParams.has("token"));
  await page.goto(new URL(EXAMPLE_SHEET, address).href);
  await new SheetScreen(page).shown(example.title);
  // Every part of the program has come.
  await page.waitForFunction(() => performance.getEntriesByName("flopsheet-parts-there").length > 0);
  return { page, end: stop };
}

test.describe("a worker that cannot be had", () => {
  test.use({ provoked: /ranges\.worker|ERR_FAILED/ });

  test("leaves the sheet as it is, without ranges, and says that they are missing", async ({ page }) => {
    await page.route("**/ranges.worker*", (route) => route.abort());
    await page.reload();
    await expect(new Workspace(page).notice).toContainText("The ranges could not be drawn");
    await expect(new Workspace(page).notice).toContainText("The figures stand.");
    await new SheetScreen(page).figure("12.9 M USD").click();
    await expect(new Drawer(page).value).toHaveText("12,907,461.18 USD");
  });
});

test.describe("a worker that cannot schedule", () => {
  test.use({ provoked: /schedule\.worker|ERR_FAILED/ });

  test("leaves the chart of time against cards with the ideal line, says so, and lets the sheet be copied", async ({
    page,
  }) => {
    await page.route("**/schedule.worker*", (route) => route.abort());
    await page.reload();
    const notice = page.getByText("The curves of time against cards could not be worked out");
    await expect(notice).toContainText("The chart shows the ideal line alone");
    const { content } = await new SheetScreen(page).saveCopy("Markdown");
    expect(content.toString()).toContain("At best 49.1 years on 10 cards");
  });
});
