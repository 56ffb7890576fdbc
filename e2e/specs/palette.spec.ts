import { expect } from "@playwright/test";
import { expectAccessible, SHEET } from "../fixtures/axe.ts";
import { test } from "../fixtures/journey.ts";
import { changed, example, renamedPlan } from "../fixtures/plans.ts";
import { ask, snapshotFor } from "../fixtures/record.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

test("a command is found by some of its letters and done, by keys alone", async ({ page }) => {
  const workspace = new Workspace(page);
  const { palette } = workspace;
  await new SheetScreen(page).shown(example.title);
  await page.keyboard.press("Control+k");
  const field = palette.getByRole("combobox", { name: "Command or project" });
  await expect(field).toBeFocused();
  await page.keyboard.type("step quo");
  await expect(palette.getByRole("option")).toHaveCount(1);
  const option = palette.getByRole("option", { name: "Step 5, quotes" });
  await expect(option).toHaveAttribute("aria-selected", "true");
  await expect(field).toHaveAttribute("aria-activedescendant", (await option.getAttribute("id")) ?? "none");
  await expectAccessible(page, SHEET);
  await page.keyboard.press("Enter");
  await expect(palette).toHaveCount(0);
  await expect(workspace.step("Quotes")).toHaveAttribute("aria-current", "step");
});

test("arrows go round the list, and Esc closes it and gives the focus back", async ({ page }) => {
  const workspace = new Workspace(page);
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  await sheet.figure("12.9 M USD").focus();
  await page.keyboard.press("Control+k");
  const options = workspace.palette.getByRole("option");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  // The plan that is open comes last, and a moment later than the commands.
  await expect(workspace.palette.getByRole("group", { name: "Recent" }).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("ArrowUp");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await expect(options.last()).toBeInViewport();
  await page.keyboard.press("ArrowDown");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.type("no such thing");
  await expect(options).toHaveCount(0);
  await expect(workspace.palette.getByRole("status")).toHaveText("Nothing has these words in its name.");
  await page.keyboard.press("Escape");
  await expect(workspace.palette).toHaveCount(0);
  await expect(sheet.figure("12.9 M USD")).toBeFocused();
});

test("recent plans stand in the rail and in the palette, and projects are found by their titles", async ({ page }) => {
  const workspace = new Workspace(page);
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  await workspace.open(renamedPlan);
  await sheet.shown(/^Renamed Exponents/);
  const address = new URL(page.url()).pathname.replace("/sheet", "");
  await workspace.rail("Projects").click();

  const recent = page.getByRole("navigation", { name: "Places" }).getByRole("list", { name: "Recent" });
  await expect(recent.getByRole("link")).toHaveText([/^Renamed Exponents/, example.title]);
  await page.keyboard.press("Control+k");
  await expect(workspace.palette.getByRole("group", { name: "Recent" }).getByRole("option")).toHaveText([
    /^Renamed Exponents/,
    example.title,
  ]);
  await page.keyboard.type("renamed expo");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${address}/experiments$`));

  // A project that this browser has not looked at is found, too, as soon as one types.
  const title = `Elsewhere ${crypto.randomUUID()}`;
  const text = changed(example.text, JSON.stringify(example.title), JSON.stringify(title));
  await ask(page, "projects.create", { id: crypto.randomUUID(), snapshot: snapshotFor(text, "First revision") });
  await page.keyboard.press("Control+k");
  await expect(workspace.palette.getByRole("option", { name: title })).toHaveCount(0);
  await page.keyboard.type(title.toLowerCase());
  await expect(workspace.palette.getByRole("group", { name: "Projects" }).getByRole("option")).toHaveText([title]);
  await page.keyboard.press("Enter");
  await expect(workspace.bar).toContainText(title);
});

test("the list of keys names every command's and those of the fields, and ? opens it but where one types", async ({
  page,
}) => {
  const workspace = new Workspace(page);
  const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await new SheetScreen(page).shown(example.title);
  await page.keyboard.press("?");
  for (const words of ["Save revision", "Find a command", "Add a value", "Copy the exact value of a figure"]) {
    await expect(keys.getByText(words, { exact: true })).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await expect(keys).toHaveCount(0);
  await workspace.showText();
  const field = page.getByRole("textbox", { name: /^Text of / });
  await field.press("Control+End");
  await page.keyboard.type("?");
  await expect(field).toHaveValue(`${example.text}?`);
  await expect(keys).toHaveCount(0);
});

test("the plan's text is saved as a file under its own name", async ({ page }) => {
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  const saved = await sheet.save(() => new Workspace(page).command("Save plan file"));
  expect(saved.name).toBe(example.name);
  expect(saved.content.toString("utf8")).toBe(example.text);
});
