import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { expectAccessible } from "../fixtures/axe.ts";
import { test } from "../fixtures/own-host.ts";
import { changed, example, faultyPlan, planFile, templateIds, templateText } from "../fixtures/plans.ts";
import { ask, makeMany, makeProject } from "../fixtures/record.ts";
import { tabTo } from "../pages/keyboard.ts";
import { ProjectsScreen } from "../pages/projects.ts";

const MENDED = example.title.replace("Scaling", "Mended");

const titled = (title: string, template = "compute-optimal-ladder"): string => {
  const plan = JSON.parse(templateText(template)) as Record<string, unknown>;
  return JSON.stringify({ ...plan, title, funder: `Funder of ${title}` }, null, 2);
};

test("the first start shows the example with its figures, where the money goes, and what to do", async ({ page }) => {
  const projects = new ProjectsScreen(page);
  const row = projects.row(example.title);
  await expect(row).toBeVisible();
  await expect(row.getByRole("gridcell", { name: "12.9 M" })).toBeVisible();
  await expect(row.getByRole("gridcell", { name: "11.8–12.8 M" })).toBeVisible();
  await expect(row.getByRole("gridcell", { name: "58,512" })).toBeVisible();
  await expect(projects.panel.getByText("Gamma and Epsilon heat maps take half of the money")).toBeVisible();
  await expect(projects.panel.getByText("43.0 h on 100,000, ideal")).toBeVisible();
  await expect(projects.panel.getByText("P10–P90 11.8–12.8 M")).toBeVisible();

  await projects.band.getByRole("button", { name: "Open the example" }).click();
  await expect(page).toHaveURL(/\/project\/example\/experiments$/);
});

test("the band and its example are put away for good, and come back when they are asked for", async ({ page }) => {
  const projects = new ProjectsScreen(page);
  await projects.band.getByRole("button", { name: "Close, and put the example away" }).click();
  await expect(page.getByText("There is no project yet.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("There is no project yet.")).toBeVisible();
  await page.getByRole("button", { name: "Show the example again" }).click();
  await expect(projects.row(example.title)).toBeVisible();
});

test("a new project begins with a template, or blank, under its own title and in the currency of the settings", async ({
  page,
}) => {
  const projects = new ProjectsScreen(page);
  await ask(page, "settings.write", { currency: "EUR" });
  await page.reload();
  await expect(projects.row(example.title)).toBeVisible();
  await page.keyboard.press("Alt+n");
  await projects.dialog.getByRole("button", { name: "Make the project" }).click();
  await expect(projects.dialog.getByRole("alert")).toHaveText("A project needs a title.");
  await projects.dialog.getByRole("textbox", { name: "Title" }).fill("From nothing");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/project\/[0-9a-f-]{36}\/project$/);

  await page.goto("/");
  await projects.band.getByRole("button", { name: "Start from a template" }).click();
  await projects.dialog.getByRole("textbox", { name: "Title" }).fill("Our ladder");
  await projects.dialog.getByRole("radio", { name: /ladder/ }).check();
  await projects.dialog.getByRole("button", { name: "Make the project" }).click();
  await expect(page).toHaveURL(/\/project\/[0-9a-f-]{36}\/experiments$/);

  const { projects: rows } = await ask(page, "projects.list", { deleted: false });
  expect(rows.map(({ title, figures }) => [title, figures?.currency]).sort()).toEqual([
    ["From nothing", "EUR"],
    ["Our ladder", "USD"],
  ]);
});

test("rows are sorted by every column, and found by title, funder and experiment", async ({ page }) => {
  await makeProject(page, [titled("Small", "vision-epochs")]);
  await makeProject(page, [titled("Large", "pretrain-7b")]);
  await makeProject(page, [titled("Middle")]);
  await page.reload();
  const projects = new ProjectsScreen(page);
  const mine = async () => (await projects.titles()).filter((title) => title !== example.title);
  await expect.poll(mine).toEqual(["Middle", "Large", "Small"]);

  await projects.sortBy("Total");
  await expect.poll(mine).toEqual(["Large", "Middle", "Small"]);
  const total = projects.grid.getByRole("columnheader", { name: "Total" });
  await expect(total).toHaveAttribute("aria-sort", "descending");
  await projects.sortBy("Total");
  await expect(total).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(mine).toEqual(["Small", "Middle", "Large"]);
  for (const column of ["Project", "Funder", "P10 to P90", "Card-hours", "FLOP", "Runs", "Revision", "Last change"]) {
    await projects.sortBy(column);
    await expect(projects.grid.getByRole("columnheader", { name: column })).toHaveAttribute("aria-sort", /cending$/);
    await expect(projects.grid.locator("[aria-sort]")).toHaveCount(1);
  }

  await page.keyboard.press("/");
  await expect(projects.search).toBeFocused();
  await page.keyboard.type("funder of large");
  await expect.poll(() => projects.titles()).toEqual(["Large"]);
  await projects.search.fill("main run");
  await expect.poll(() => projects.titles()).toEqual(["Large"]);
  await projects.search.fill("nothing like it");
  await expect(page.getByText("No project has “nothing like it”")).toBeVisible();
  await page.getByRole("button", { name: "Show all projects" }).click();
  await expect(projects.rows).toHaveCount(4);
});

test("the panel tells the last four revisions, in words and by how much", async ({ page }) => {
  const base = titled("Grown");
  const at = (price: number) => {
    const plan = JSON.parse(base) as { quotes: { rate?: string; price?: number }[] };
    plan.quotes = plan.quotes.map(({ rate: _, ...quote }) => ({ ...quote, price }));
    return JSON.stringify(plan);
  };
  const words = ["First", "Price 1", "Price 2", "Price 3", "Price 4"];
  await makeProject(page, [base, at(1), at(2), at(3), at(4)], words);
  await page.reload();
  const projects = new ProjectsScreen(page);
  await projects.row("Grown").click();
  const items = projects.panel.getByRole("listitem").filter({ hasText: /Price/ });
  await expect(items).toHaveCount(4);
  await expect(items.first()).toContainText("Price 4");
  await expect(items.first()).toContainText("today");
  await expect(items.first().locator("strong").last()).toHaveText(/^\+/);
  await projects.panel.getByRole("link", { name: "All 5 revisions" }).click();
  await expect(page).toHaveURL(/\/revisions$/);
});

test("a project is duplicated, saved as a file, deleted, brought back by undo, and restored from the deleted ones", async ({
  page,
}) => {
  const text = titled("Original");
  await makeProject(page, [text]);
  await page.reload();
  const projects = new ProjectsScreen(page);

  await projects.row("Original").click();
  await projects.panel.getByRole("button", { name: "Duplicate" }).click();
  await expect(projects.row("Copy of Original")).toHaveAttribute("aria-selected", "true");

  const [download] = await Promise.all([page.waitForEvent("download"), projects.choose("Original", "Save plan file")]);
  expect(await readFile(await download.path(), "utf8")).toBe(text);

  await projects.row("Original").focus();
  await page.keyboard.press("Delete");
  await expect(projects.undoBar.getByRole("status")).toHaveText("Original was deleted.");
  await expect(projects.row("Original")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(projects.row("Original")).toHaveCount(1);

  await projects.choose("Copy of Original", "Delete");
  await expect(projects.row("Copy of Original")).toHaveCount(0);
  await page.getByRole("button", { name: "Deleted (1)" }).click();
  await projects.choose("Copy of Original", "Restore");
  await expect(projects.undoBar.getByRole("status")).toHaveText("Copy of Original is restored.");
  await expect(projects.row("Copy of Original")).toHaveCount(1);
  await expect(projects.row("Original")).toHaveCount(1);
});

test("several plan files become projects at once; one with faults is marked, one that is no text is named", async ({
  page,
}) => {
  const projects = new ProjectsScreen(page);
  await expect(projects.rows).toHaveCount(1);
  await projects.openFiles(
    planFile("one.json", titled("One")),
    planFile("two.json", titled("Two")),
    faultyPlan,
    planFile("picture.png", Buffer.from([0x89, 0x50, 0xff, 0xfe])),
  );
  const said = page.getByRole("status").filter({ hasText: "imported" });
  await expect(said).toContainText(
    "3 plans imported. 1 of them has faults, marked in the list. picture.png was left out.",
  );
  await expect(projects.row("One")).toBeVisible();
  await expect(projects.row("Two")).toBeVisible();
  await expect(projects.row(MENDED)).toContainText("6 faults");
  await projects.row(MENDED).click();
  await expect(projects.panel).toContainText("6 faults keep this plan from being estimated.");
  const { projects: rows } = await ask(page, "projects.list", { deleted: false });
  expect(rows.find(({ title }) => title === "One")?.figures?.p10).toBeGreaterThan(0);
});

test("an import of many files is cancelled, and nothing of it is in the record", async ({ page }) => {
  const projects = new ProjectsScreen(page);
  await expect(projects.rows).toHaveCount(1);
  const files = Array.from({ length: 400 }, (_, index) => planFile(`plan-${index}.json`, titled(`Plan ${index}`)));
  await projects.openFiles(...files);
  await expect(page.getByRole("progressbar", { name: "Import of plan files" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("The import was cancelled; nothing of it is in the record.")).toBeVisible();
  expect((await ask(page, "projects.list", { deleted: false })).projects).toEqual([]);
});

test("a draft that is in no record is a row of its own, and a draft with changes marks its project", async ({
  page,
}) => {
  const id = await makeProject(page, [titled("Recorded")]);
  await page.goto(`/project/${id}/text`);
  const field = page.getByRole("textbox", { name: /^Text of / });
  await field.fill(changed(titled("Recorded"), "Funder of Recorded", "Another funder"));
  await expect(page.locator("[data-keeping=kept]")).toBeVisible();
  await page.goto("/project/example/text");
  await field.fill(changed(example.text, '"Scaling Exponents', '"My Exponents'));
  await expect(page.locator("[data-keeping=kept]")).toBeVisible();
  await page.goto("/");
  const projects = new ProjectsScreen(page);
  await expect(projects.row("Recorded")).toContainText("draft with changes");
  await expect(projects.row(example.title.replace("Scaling", "My"))).toContainText("draft, not in the record");
});

test("10,000 projects: sorted and searched in place, walked by keyboard from end to end", async ({ page }) => {
  await makeMany(page, 10_000);
  await page.reload();
  const projects = new ProjectsScreen(page);
  await expect(page.getByText("10,000 in the record on this computer")).toBeVisible();
  await expect(projects.grid).toHaveAttribute("aria-rowcount", "10002");
  expect(await projects.rows.count()).toBeLessThan(60);

  await projects.rows.first().focus();
  await page.keyboard.press("End");
  const last = projects.grid.locator('[aria-selected="true"]');
  await expect(last).toHaveAttribute("aria-rowindex", "10002");
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await page.keyboard.press("Home");
  await expect(projects.grid.locator('[aria-selected="true"]')).toHaveAttribute("aria-rowindex", "2");

  await projects.sortBy("Project");
  await expect.poll(async () => (await projects.titles())[1]).toBe("Project 00001");
  await projects.search.fill("call 3 ablations");
  await expect.poll(async () => (await projects.titles()).length).toBeLessThan(60);
  await expect(projects.grid).toHaveAttribute("aria-rowcount", String(1 + countOf(10_000)));
});

/** Projects with an odd number whose call, or whose title, has what was searched for. */
function countOf(count: number): number {
  let found = 0;
  for (let number = 1; number <= count; number += 1) {
    if (number % 2 === 1 && `call ${number % 17}`.includes("3") && `project call ${number % 17}`.includes("call"))
      found += 1;
    else if (number % 2 === 1 && String(number).padStart(5, "0").includes("3")) found += 1;
  }
  return found;
}

test("by keyboard alone: search, walk, open, menu", async ({ page }) => {
  const id = await makeProject(page, [titled("Reached")]);
  await page.reload();
  const projects = new ProjectsScreen(page);
  await expect(projects.row("Reached")).toBeVisible();
  await tabTo(page, projects.grid.locator('[aria-selected="true"]'));
  await page.keyboard.press("ArrowDown");
  await expect(projects.row("Reached")).toBeFocused();
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menuitem", { name: "Open" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(projects.row("Reached")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/project/${id}/experiments$`));
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("axe finds nothing wrong with the list, its menu, the dialog, the deleted ones and an empty list", async ({
      page,
    }) => {
      await makeProject(page, [titled("Shown"), titled("Shown", "pretrain-7b")]);
      await page.reload();
      const projects = new ProjectsScreen(page);
      await projects.row("Shown").click();
      await expect(projects.panel.getByRole("link", { name: "All 2 revisions" })).toBeVisible();
      await expectAccessible(page);
      await projects.row("Shown").getByRole("button").click();
      await expect(page.getByRole("menu")).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Alt+n");
      // The templates, and a blank plan.
      await expect(projects.dialog.getByRole("radio")).toHaveCount(templateIds.length + 1);
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await projects.choose("Shown", "Delete");
      await expect(projects.undoBar).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Deleted (1)" }).click();
      await expectAccessible(page);
      await projects.search.fill("nowhere");
      await expect(page.getByText("No project has")).toBeVisible();
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
    const projects = new ProjectsScreen(page);
    await expect(projects.row(example.title)).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await projects.panel.getByRole("button", { name: "Open" }).click();
    await expect(page).toHaveURL(/\/project\/example\//);
  });
}
