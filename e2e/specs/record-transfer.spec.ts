import { expect } from "@playwright/test";
import { startHost } from "../fixtures/host-process.ts";
import { test } from "../fixtures/own-host.ts";
import { changed, example, templateText } from "../fixtures/plans.ts";
import { ask, makeMany, makeProject } from "../fixtures/record.ts";
import { ProjectsScreen } from "../pages/projects.ts";
import { SettingsScreen } from "../pages/settings.ts";

test("the record is saved as a file and put into a fresh folder's host: everything is there", async ({
  page,
  browser,
}, info) => {
  const id = await makeProject(page, [example.text, changed(example.text, '"price": 3,', '"price": 2.5,')]);
  const gone = await makeProject(page, [templateText("vision-epochs")]);
  await ask(page, "projects.label", { id, revision: 1, label: "as submitted" });
  await ask(page, "projects.delete", { id: gone });
  await ask(page, "settings.write", { currency: "EUR", operations: "pfDays" });
  const before = {
    listed: await ask(page, "projects.list", { deleted: false }),
    deleted: await ask(page, "projects.list", { deleted: true }),
    revisions: await ask(page, "projects.revisions", { id }),
    first: await ask(page, "projects.read", { id, revision: 1 }),
    settings: await ask(page, "settings.read", {}),
  };
  await page.goto("/settings");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    new SettingsScreen(page).transfer.getByRole("button", { name: "Save the record as a file" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^flopsheet-record-\d{4}-\d\d-\d\d\.sqlite$/);
  const file = info.outputPath(download.suggestedFilename());
  await download.saveAs(file);

  const other = await startHost();
  const context = await browser.newContext({ baseURL: new URL(other.address).origin });
  try {
    const there = await context.newPage();
    await there.goto(other.address);
    await there.waitForURL((url) => !url.searchParams.has("token"));
    await makeProject(there, [templateText("pretrain-7b")]);
    await there.goto("/settings");
    const settings = new SettingsScreen(there);
    await settings.chooseRecord(file);
    await expect(settings.dialog).toContainText("The record here has 1 project, 1 revision and 0 saved sheets.");
    await expect(settings.dialog).toContainText("A backup of it is taken first");
    await settings.dialog.getByRole("button", { name: "Replace the record" }).click();
    await expect(settings.transfer.getByRole("status").last()).toContainText("now, with 1 project.");
    await expect(settings.backups).toContainText("before a record was imported");

    expect({
      listed: await ask(there, "projects.list", { deleted: false }),
      deleted: await ask(there, "projects.list", { deleted: true }),
      revisions: await ask(there, "projects.revisions", { id }),
      first: await ask(there, "projects.read", { id, revision: 1 }),
      settings: await ask(there, "settings.read", {}),
    }).toEqual(before);
    await there.getByRole("link", { name: "Projects" }).click();
    await expect(new ProjectsScreen(there).row(example.title).last()).toContainText("2");
    await expect(there.getByText("1 in the record on this computer")).toBeVisible();
  } finally {
    await context.close();
    await other.stop();
  }
});

test("a file that is no record is refused and changes nothing", async ({ page }) => {
  await makeProject(page, [templateText("pretrain-7b")]);
  await page.goto("/settings");
  const settings = new SettingsScreen(page);
  await settings.chooseRecord({
    name: "holiday.sqlite",
    mimeType: "application/vnd.sqlite3",
    buffer: Buffer.alloc(20_000, "no record "),
  });
  await settings.dialog.getByRole("button", { name: "Replace the record" }).click();
  await expect(settings.transfer.getByRole("status").last()).toContainText("The record is as it was.");
  expect((await ask(page, "projects.list", { deleted: false })).projects).toHaveLength(1);
});

test("saving and replacing can be cancelled between two parts", async ({ page }, info) => {
  // More than one part of 6 MB.
  await makeMany(page, 14_000);
  await page.goto("/settings");
  const settings = new SettingsScreen(page);
  await expect(settings.place).toContainText("14,000 projects");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    settings.transfer.getByRole("button", { name: "Save the record as a file" }).click(),
  ]);
  const file = info.outputPath("record.sqlite");
  await download.saveAs(file);

  let held: () => void = () => {};
  const second = new Promise<void>((resolve) => {
    held = resolve;
  });
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  /** Holds the answer to the second part until the person has pressed Cancel. */
  const holdSecondPart = (method: string) =>
    page.route(`**/api/${method}`, async (route) => {
      if ((JSON.parse(route.request().postData() ?? "{}") as { part?: number }).part === 1) {
        held();
        await released;
      }
      await route.continue();
    });
  await holdSecondPart("record.export");
  await settings.transfer.getByRole("button", { name: "Save the record as a file" }).click();
  await second;
  await expect(settings.transfer.getByRole("progressbar", { name: "Saving the record" })).toBeVisible();
  await settings.transfer.getByRole("button", { name: "Cancel" }).click();
  release();
  await expect(settings.transfer.getByRole("status").last()).toHaveText("Cancelled; no file was saved.");
  await page.unrouteAll({ behavior: "wait" });

  const handedOver = new Promise<void>((resolve) => {
    held = resolve;
  });
  await holdSecondPart("import.rows");
  await settings.chooseRecord(file);
  await settings.dialog.getByRole("button", { name: "Replace the record" }).click();
  await handedOver;
  await settings.transfer.getByRole("button", { name: "Cancel" }).click();
  await expect(settings.transfer.getByRole("status").last()).toHaveText("Cancelled; the record is as it was.");
  expect((await ask(page, "record.info", {})).projects).toBe(14_000);
});
