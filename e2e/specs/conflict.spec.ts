import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { expectAccessible, SHEET } from "../fixtures/axe.ts";
import { test } from "../fixtures/journey.ts";
import { changed, example } from "../fixtures/plans.ts";
import { ask, snapshotFor } from "../fixtures/record.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { ProjectStep } from "../pages/project-step.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

test.use({ start: "/settings" });

const theirText = changed(changed(example.text, '"price": 3,', '"price": 6,'), '"Adafactor"', '"Adafactor, again"');

/** A project whose draft in this browser was made of revision 1, while the record has revision 2 of somebody else. */
async function diverged(page: Page): Promise<string> {
  const id = randomUUID();
  await ask(page, "projects.create", { id, snapshot: snapshotFor(example.text, "First revision") });
  await page.goto(`/project/${id}/project`);
  await titleOf(page).fill("Mine");
  await expect(page.locator('[data-keeping="kept"]')).toBeVisible();
  await ask(page, "projects.save", { id, baseRevision: 1, snapshot: snapshotFor(theirText, "Theirs") });
  return id;
}

const titleOf = (page: Page) => new ProjectStep(page).field("Head of the sheet", "Title");
const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Your draft and the record" });

async function revision(page: Page, id: string, number?: number) {
  const read = await ask(page, "projects.read", number === undefined ? { id } : { id, revision: number });
  return { ...read.revision, title: (JSON.parse(read.revision.text) as { title: string }).title };
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("saving over a newer revision shows both sides in words and figures, and writes nothing", async ({ page }) => {
      const id = await diverged(page);
      await page.keyboard.press("Control+s");
      const dialog = dialogOf(page);
      await expect(dialog.getByRole("heading", { name: "In the record, revision 2" })).toBeVisible();
      await expect(dialog).toContainText(/Price of .* 3\.00 to 6\.00 USD/);
      await expect(dialog).toContainText("“Adafactor” renamed to “Adafactor, again”");
      await expect(dialog).toContainText(`Title “${example.title}” to “Mine”`);
      await expect(dialog).toContainText("25.8 M USD");
      await expect(dialog).toContainText("12.9 M USD");
      await expectAccessible(page, SHEET);

      // Deciding later loses nothing either.
      await page.keyboard.press("Escape");
      await expect(dialog).toHaveCount(0);
      await expect(titleOf(page)).toHaveValue("Mine");
      await expect(page.getByText("The record has revision 2 of this plan")).toBeVisible();
      await expectAccessible(page, SHEET);
      expect((await revision(page, id)).number).toBe(2);
    });
  });
}

test("mine is saved as the next revision, and theirs stays as one", async ({ page }) => {
  const id = await diverged(page);
  await page.keyboard.press("Control+s");
  await dialogOf(page).getByRole("button", { name: "Save mine as revision 3" }).click();
  await expect(new Workspace(page).bar).toContainText("Revision 3 saved");
  await expect(page.getByText("The record has revision 2")).toHaveCount(0);
  expect(await revision(page, id)).toMatchObject({ number: 3, title: "Mine" });
  expect((await revision(page, id)).change).toContain("6.00 to 3.00 USD");
  expect((await revision(page, id, 2)).text).toBe(theirText);
});

test("mine becomes a project of its own, and this one is as the record has it", async ({ page }) => {
  const id = await diverged(page);
  await page.keyboard.press("Control+s");
  await dialogOf(page).getByRole("button", { name: "Keep mine as a project of its own" }).click();
  await expect(page).not.toHaveURL(new RegExp(id));
  await expect(titleOf(page)).toHaveValue("Mine");
  await expect(new Workspace(page).bar).toContainText("revision 1");
  const own = /\/project\/([^/]+)/.exec(page.url())?.[1] ?? "";
  expect(await revision(page, own)).toMatchObject({ number: 1, title: "Mine" });

  await page.goto(`/project/${id}/text`);
  await expect(new PlanTextScreen(page).field).toHaveValue(theirText);
  await expect(new Workspace(page).bar).toContainText("revision 2");
  expect((await revision(page, id)).number).toBe(2);
});

test("the record's is taken, and undo brings mine back, after a reload too", async ({ page }) => {
  const id = await diverged(page);
  await page.keyboard.press("Control+s");
  await dialogOf(page).getByRole("button", { name: "Take the record's" }).click();
  await expect(titleOf(page)).toHaveValue(example.title);
  await expect(new Workspace(page).bar).toContainText("revision 2");
  await expect(new Workspace(page).barButton("Undo")).toHaveAttribute(
    "title",
    "Undo: Revision 2 of the record taken (Ctrl Z)",
  );
  await page.reload();
  await expect(titleOf(page)).toHaveValue(example.title);
  await page.keyboard.press("Control+z");
  await expect(titleOf(page)).toHaveValue("Mine");
  await page.keyboard.press("Control+s");
  await expect(new Workspace(page).bar).toContainText("Revision 3 saved");
  expect(await revision(page, id)).toMatchObject({ number: 3, title: "Mine" });
});

test("a draft that builds on an older revision says so when it is opened", async ({ page }) => {
  const id = await diverged(page);
  await page.goto("/settings");
  await page.goto(`/project/${id}/sheet`);
  await new SheetScreen(page).shown("Mine");
  await expect(
    page.getByText(/^The record has revision 2 of this plan, saved today, .*your draft builds on revision 1/),
  ).toBeVisible();
  await page.getByRole("button", { name: "Compare and choose" }).click();
  await expect(dialogOf(page)).toBeVisible();
  await expect(dialogOf(page).getByRole("heading", { name: "The record has gone on" })).toBeFocused();
});

test("a plan without a draft shows the record's newest revision, whoever saved it", async ({ page }) => {
  const id = randomUUID();
  await ask(page, "projects.create", { id, snapshot: snapshotFor(example.text, "First revision") });
  await page.goto(`/project/${id}/text`);
  await expect(new PlanTextScreen(page).field).toHaveValue(example.text);
  await ask(page, "projects.save", { id, baseRevision: 1, snapshot: snapshotFor(theirText, "Theirs") });
  await page.reload();
  await expect(new PlanTextScreen(page).field).toHaveValue(theirText);
  await expect(new Workspace(page).bar).toContainText("revision 2");
});
