import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { expectAccessible } from "../fixtures/axe.ts";
import { test } from "../fixtures/own-host.ts";
import { changed, example } from "../fixtures/plans.ts";
import { ask, makeProject } from "../fixtures/record.ts";
import { Drawer } from "../pages/drawer.ts";
import { tabTo } from "../pages/keyboard.ts";
import { RevisionsScreen } from "../pages/revisions.ts";

const first = changed(changed(example.text, '"price": 3,', '"price": 2.85,'), '"likely": 15', '"likely": 10');
const second = changed(example.text, '"likely": 15', '"likely": 10');
const third = example.text;
const words = ["First revision", "Price 2.85 to 3.00 USD", "Points per line, likely 10 to 15"];

test("two revisions differ in words, in figures as a whole and by experiment, and in their text", async ({ page }) => {
  const id = await makeProject(page, [first, second, third], words);
  await page.goto(`/project/${id}/revisions`);
  const revisions = new RevisionsScreen(page);
  await expect(revisions.rows).toHaveCount(3);
  await expect(revisions.rows.first()).toContainText("Points per line, likely 10 to 15");
  await expect(revisions.rows.first()).toContainText("+2.98 M");
  await expect(revisions.rows.first()).toContainText("12.9 M");

  await expect(revisions.difference.getByRole("heading", { level: 2 })).toHaveText("From revision 2 to revision 3");
  await expect(revisions.difference.getByRole("listitem")).toHaveText(["Points per line, likely 10 to 15"]);
  expect(await revisions.figures("Total, USD")).toEqual(["9.92 M", "12.9 M", "+2.98 M", "+30.1 %"]);
  expect(await revisions.figures("Runs")).toEqual(["50,012", "58,512", "+8,500", "+17.0 %"]);
  const gamma = revisions.difference.getByRole("row").filter({ hasText: "Gamma" });
  await expect(gamma.getByRole("cell")).toHaveText(["2.27 M", "3.22 M", "+951 k", "+2,520"]);
  const text = revisions.difference.getByRole("region", { name: "Difference of the texts, line by line" });
  await expect(text.locator(".text-diff-removed")).toHaveText(/"likely": 10,$/);
  await expect(text.locator(".text-diff-added")).toHaveText(/"likely": 15,$/);

  await revisions.compare("revision 1", "revision 3");
  await expect(revisions.difference.getByRole("heading", { level: 2 })).toHaveText("From revision 1 to revision 3");
  await expect(revisions.difference.getByRole("listitem")).toHaveCount(2);
  await expect(text.locator(".text-diff-added")).toHaveCount(2);

  const effects = revisions.difference.getByRole("table", { name: "What each change does to the total" });
  await expect(effects.getByRole("row")).toHaveText([
    /^Change/,
    /Points per line, likely 10 to 15\+2,835,028\+2,835,028$/,
    /Price of Stated rental price 2\.85 to 3\.00 USD\+645,373\+496,161$/,
    /Changes together, beyond each alone\+149,212$/,
    /Total\+3,480,401\+3,480,401$/,
  ]);
  await expectAccessible(page);
});

test("two revisions with budgets differ in what they ask for, line by line", async ({ page }) => {
  const withBudget = (price: number, text: string) =>
    JSON.stringify({
      ...(JSON.parse(text) as object),
      budget: {
        layout: "nsf",
        months: 24,
        indirect: { rate: 0.5, agreement: "Ours", date: "2026-01-01" },
        lines: [{ id: "p", category: "people", title: "Postdoc", quantity: 1, price, year: "every" }],
      },
    });
  const texts = [second, withBudget(60_000, second), withBudget(80_000, third)] as const;
  const id = await makeProject(page, texts, ["Without", "With a budget", "More of it"]);
  await page.goto(`/project/${id}/revisions`);
  const revisions = new RevisionsScreen(page);
  await expect(revisions.difference.getByRole("heading", { level: 2 })).toHaveText("From revision 2 to revision 3");
  expect(await revisions.figures("Cost of used card-hours, USD")).toEqual(["9.92 M", "12.9 M", "+2.98 M", "+30.1 %"]);
  const budget = revisions.difference.getByRole("table", { name: "The difference of the budget" });
  await expect(budget.getByRole("row").filter({ hasText: "Postdoc" })).toHaveText("Postdoc120,000160,000+40,000");
  const gamma = budget.getByRole("row").filter({ hasText: "Gamma" });
  await expect(gamma).toHaveText(/^Gamma.*2,27\d,\d{3}3,22\d,\d{3}\+95\d,\d{3}$/);
  const asked = budget.getByRole("row").filter({ hasText: "Asked for" });
  await expect(asked).toHaveText("Asked for15,064,83219,601,192+4,536,360");
  await asked.getByRole("button").click();
  const drawer = new Drawer(page);
  await expect(drawer.root).toContainText("Indirect costs");
  await expect(drawer.root).toContainText("Postdoc");
  await page.keyboard.press("Escape");
  await expectAccessible(page);

  await revisions.compare("revision 1", "revision 2");
  await expect(asked).toHaveText("Asked for15,064,832+15,064,832");
});

test("an earlier revision is restored as the draft, undone, restored again, and saved as a revision of its own", async ({
  page,
}) => {
  const id = await makeProject(page, [first, second, third], words);
  await page.goto(`/project/${id}/revisions`);
  const revisions = new RevisionsScreen(page);
  await revisions.choose(1, "Restore as the draft");
  await expect(revisions.notice).toContainText("Revision 1 is the draft now.");
  await expect(revisions.rows.first()).toContainText("Draft in this browser");
  await expect(revisions.difference.getByRole("heading", { level: 2 })).toHaveText("From revision 3 to the draft");
  await expect(revisions.difference.getByRole("listitem")).toHaveCount(2);

  await revisions.notice.getByRole("button", { name: "Undo" }).click();
  await expect(revisions.rows).toHaveCount(3);

  await revisions.choose(1, "Restore as the draft");
  await revisions.notice.getByRole("button", { name: "Save revision" }).click();
  await expect(revisions.rows).toHaveCount(4);
  await expect(revisions.rows.first()).toContainText("Restored revision 1");
  const { revision } = await ask(page, "projects.read", { id });
  expect(revision.number).toBe(4);
  expect(revision.text).toBe(first);
});

test("a revision is named, its name is changed and taken away; its text is shown and saved byte by byte", async ({
  page,
}) => {
  const id = await makeProject(page, [first, second], words);
  await page.goto(`/project/${id}/revisions`);
  const revisions = new RevisionsScreen(page);
  await revisions.choose(1, "Name it");
  const field = page.getByRole("textbox", { name: "Name of revision 1" });
  await expect(field).toBeFocused();
  await page.keyboard.type("as submitted");
  await page.keyboard.press("Enter");
  await expect(revisions.rows.last().locator(".revisions-label")).toHaveText("as submitted");
  await page.reload();
  await expect(revisions.rows.last().locator(".revisions-label")).toHaveText("as submitted");
  await revisions.choose(1, "Change its name");
  await page.keyboard.type("something else");
  await page.keyboard.press("Escape");
  await expect(revisions.rows.last().locator(".revisions-label")).toHaveText("as submitted");
  await revisions.choose(1, "Take its name away");
  await expect(revisions.rows.last().locator(".revisions-label")).toHaveCount(0);

  await revisions.choose(1, "Show its text");
  const dialog = page.getByRole("dialog", { name: "Text of revision 1" });
  await expect(dialog.getByRole("textbox")).toHaveValue(first);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Save its plan file" }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toBe(first);
});

test("a plan that is in no record has no revisions yet, and gets its first one here", async ({ page }) => {
  await page.goto("/project/example/revisions");
  await expect(page.getByRole("heading", { name: "No revision yet" })).toBeVisible();
  await page.goto("/project/example/text");
  await page.getByRole("textbox", { name: /^Text of / }).fill(changed(example.text, '"price": 3,', '"price": 4,'));
  await page.goto("/project/example/revisions");
  await page.getByRole("main").getByRole("button", { name: "Save revision" }).click();
  await expect(new RevisionsScreen(page).rows).toHaveCount(1);
});

test("by keyboard alone: choose, compare, restore", async ({ page }) => {
  const id = await makeProject(page, [first, second, third], words);
  await page.goto(`/project/${id}/revisions`);
  const revisions = new RevisionsScreen(page);
  await expect(revisions.rows).toHaveCount(3);
  await tabTo(page, revisions.table.getByRole("radio", { name: "Compare revision 2 as the earlier" }));
  await page.keyboard.press("ArrowDown");
  await expect(revisions.difference.getByRole("heading", { level: 2 })).toHaveText("From revision 1 to revision 3");
  await tabTo(page, revisions.table.getByRole("button", { name: "What can be done with revision 1" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Restore as the draft" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(revisions.notice).toContainText("Revision 1 is the draft now.");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("axe finds nothing wrong with the revisions, their menu, a name being typed, a text", async ({ page }) => {
      const id = await makeProject(page, [first, second, third], words);
      await page.goto(`/project/${id}/revisions`);
      const revisions = new RevisionsScreen(page);
      await expect(revisions.difference.getByRole("table").first()).toBeVisible();
      await expectAccessible(page);
      await revisions.choose(2, "Name it");
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await revisions.choose(2, "Restore as the draft");
      await expect(revisions.notice).toBeVisible();
      await expectAccessible(page);
      await revisions.choose(2, "Show its text");
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible(page);
    });
  });
}

for (const { width, height, name } of [
  { width: 1024, height: 768, name: "1024 wide" },
  { width: 1920, height: 1080, name: "1920 wide" },
  { width: 640, height: 400, name: "1280 wide at 200 %" },
]) {
  test(`everything can be reached ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const id = await makeProject(page, [first, third], words);
    await page.goto(`/project/${id}/revisions`);
    const revisions = new RevisionsScreen(page);
    await expect(revisions.rows).toHaveCount(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await revisions.choose(1, "Restore as the draft");
    await expect(revisions.notice).toBeVisible();
    await revisions.difference.getByText("As text").scrollIntoViewIfNeeded();
    await expect(revisions.difference.getByText("As text")).toBeInViewport();
  });
}
