import { expect } from "@playwright/test";
import { expectAccessible } from "../fixtures/axe.ts";
import { test } from "../fixtures/own-host.ts";
import { example, templateText } from "../fixtures/plans.ts";
import { ask, makeProject } from "../fixtures/record.ts";
import { tabTo } from "../pages/keyboard.ts";
import { ProjectsScreen } from "../pages/projects.ts";
import { SettingsScreen } from "../pages/settings.ts";

test("paper, units, time and colours are kept by the record and hold on every screen", async ({ page }) => {
  await page.goto("/settings");
  const settings = new SettingsScreen(page);
  await settings.choice("Paper", "Letter").click();
  await settings.choice("Operations", "PF-days").click();
  await settings.choice("Lengths of time", "In hours").click();
  await settings.choice("Colours", "Dark").click();
  await expect(page.locator("html")).toHaveAttribute("data-scheme", "dark");
  await expect
    .poll(() => ask(page, "settings.read", {}))
    .toMatchObject({ paper: "letter", currency: "USD", operations: "pfDays", time: "hours", theme: "dark" });

  // Painted dark from the first frame on: the scheme is there before any answer of the host.
  await page.route("**/api/**", () => {});
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-scheme", "dark");
  await page.unrouteAll();

  await page.goto("/");
  const projects = new ProjectsScreen(page);
  await expect(projects.grid.getByRole("columnheader", { name: "PF-days" })).toBeVisible();
  await expect(projects.row(example.title).getByRole("gridcell", { name: "62.7 k" })).toBeVisible();
  await page.goto("/project/example/sheet");
  await expect(page.getByRole("group", { name: "Paper" }).getByRole("button", { name: "Letter" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("a currency is three letters: what is none says so and changes nothing", async ({ page }) => {
  await page.goto("/settings");
  const settings = new SettingsScreen(page);
  const field = settings.preferences.getByRole("combobox", { name: "Currency" });
  await field.fill("eu");
  await expect(settings.preferences.getByRole("alert")).toHaveText("Three letters, as USD; USD stays until then.");
  await field.blur();
  await expect(field).toHaveValue("USD");
  await field.fill("eur");
  await expect(field).toHaveValue("EUR");
  await expect.poll(async () => (await ask(page, "settings.read", {})).currency).toBe("EUR");
});

test("it tells where the data lies and how much it is", async ({ page, data, context }) => {
  await makeProject(page, [templateText("vision-epochs"), templateText("pretrain-7b")]);
  await page.goto("/settings");
  const settings = new SettingsScreen(page);
  await expect(settings.place).toContainText(data);
  await expect(settings.place).toContainText("1 project, 2 revisions, 0 saved sheets");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await settings.place.getByRole("button", { name: "Copy the file’s path" }).click();
  await expect(settings.place.getByText("copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${data}/record.sqlite`);
});

test("a backup is taken, and restored after a question; what was there before is in a backup of its own", async ({
  page,
}) => {
  await makeProject(page, [templateText("vision-epochs")]);
  await page.goto("/settings");
  const settings = new SettingsScreen(page);
  await expect(settings.backups).toContainText("There is no backup yet.");
  await settings.backups.getByRole("button", { name: "Take a backup now" }).click();
  await expect(settings.backups.getByRole("status")).toContainText("was taken");
  await makeProject(page, [templateText("pretrain-7b")]);

  await settings.backups.getByRole("button", { name: /^Restore the backup of .*, asked for$/ }).click();
  await expect(settings.dialog).toContainText("The record as it is now is backed up first");
  await settings.dialog.getByRole("button", { name: "Cancel" }).click();
  expect((await ask(page, "projects.list", { deleted: false })).projects).toHaveLength(2);

  await settings.backups.getByRole("button", { name: /asked for$/ }).click();
  await settings.dialog.getByRole("button", { name: "Restore it" }).click();
  await expect(settings.backups.getByRole("status")).toContainText("The record is that of");
  await expect(settings.place).toContainText("1 project,");
  await expect(settings.backups).toContainText("before another backup was restored");
  await page.getByRole("link", { name: "Projects" }).click();
  await expect(page.getByText("1 in the record on this computer")).toBeVisible();
});

test("about: version, host, what it runs on, and every licence with its text", async ({ page }) => {
  await page.goto("/settings");
  const settings = new SettingsScreen(page);
  const info = await ask(page, "app.info", {});
  await expect(settings.about).toContainText(info.version);
  await expect(settings.about).toContainText(`In a browser, Node ${info.versions.Node}`);
  await settings.about.getByRole("button", { name: "Show the licences" }).click();
  await expect(settings.about.getByText("MIT License").first()).toBeVisible();
  await settings.about.getByText(/^react \d/).click();
  await expect(settings.about.getByText("Meta Platforms").first()).toBeVisible();
});

test("the command About shows its place", async ({ page }) => {
  await expect(new ProjectsScreen(page).row(example.title)).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.type("about");
  await page.keyboard.press("Enter");
  const settings = new SettingsScreen(page);
  await expect(settings.backups).toBeVisible();
  await expect(settings.about.getByRole("heading")).toBeInViewport();
});

test("by keyboard alone: paper, a backup, the licences", async ({ page }) => {
  await page.goto("/settings");
  const settings = new SettingsScreen(page);
  await expect(settings.backups).toBeVisible();
  await tabTo(page, settings.choice("Paper", /As is usual/));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(settings.choice("Paper", "Letter")).toHaveAttribute("aria-pressed", "true");
  await tabTo(page, settings.backups.getByRole("button", { name: "Take a backup now" }));
  await page.keyboard.press("Enter");
  await expect(settings.backups.getByRole("status")).toContainText("was taken");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("axe finds nothing wrong with the settings, a question, the licences", async ({ page }) => {
      await ask(page, "record.backup", {});
      await page.goto("/settings");
      const settings = new SettingsScreen(page);
      await expect(settings.backups.getByRole("table")).toBeVisible();
      await settings.about.getByRole("button", { name: "Show the licences" }).click();
      await expect(settings.about.getByText("MIT License").first()).toBeVisible();
      await expectAccessible(page);
      await settings.backups.getByRole("button", { name: /asked for$/ }).click();
      await expect(settings.dialog).toBeVisible();
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
    await page.goto("/settings");
    const settings = new SettingsScreen(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await expect(settings.backups).toBeVisible();
    await settings.about.getByRole("button", { name: "Show the licences" }).click();
    await settings.about.getByText("MIT License").first().scrollIntoViewIfNeeded();
    await expect(settings.about.getByText("MIT License").first()).toBeInViewport();
  });
}
