import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/axe.ts";
import { type HostOptions, hasDisks, startHost } from "../fixtures/host-process.ts";
import { troublesOf } from "../fixtures/journey.ts";
import { example, templateText } from "../fixtures/plans.ts";
import { cutInHalf, flipBits, holdRecord, makeNewer, prepareRecord, recordFile } from "../fixtures/prepared-record.ts";
import { ask, makeProject } from "../fixtures/record.ts";
import { ProjectsScreen } from "../pages/projects.ts";

/** A data directory for the test alone. */
const test = base.extend<{ readonly data: string }>({
  data: async ({ browserName: _ }, use) => {
    const data = mkdtempSync(join(tmpdir(), "flopsheet-e2e-state-"));
    await use(data);
    rmSync(data, { recursive: true, force: true });
  },
});

const kept = "Kept in the record";
const planOf = (title: string): string => JSON.stringify({ ...JSON.parse(templateText("vision-epochs")), title });

/** A host on the directory as it was prepared, and its first page; nothing may go wrong behind the page's back. */
async function onHost(
  browser: Browser,
  options: HostOptions,
  journey: (page: Page) => Promise<void>,
  context: Parameters<Browser["newContext"]>[0] = {},
): Promise<void> {
  const host = await startHost(options);
  const baseURL = new URL(host.address).origin;
  const opened = await browser.newContext({ baseURL, locale: "en-GB", timezoneId: "UTC", ...context });
  const troubles = troublesOf(opened, baseURL);
  try {
    const page = await opened.newPage();
    await page.goto(host.address);
    await page.waitForURL((url) => !url.searchParams.has("token"));
    await journey(page);
    expect(troubles).toEqual([]);
  } finally {
    await opened.close();
    await host.stop();
  }
}

const stateOf = (page: Page) => page.getByRole("region", { name: "State of the record" });
const hashOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

/** While the record is closed, plans open and what is typed is kept. */
async function expectDraftsWork(page: Page): Promise<void> {
  await expect(stateOf(page)).toContainText("every change is kept as a draft in this browser");
  const projects = new ProjectsScreen(page);
  await expect(projects.row(example.title)).toBeVisible();
  await page.keyboard.press("Alt+n");
  await projects.dialog.getByRole("textbox", { name: "Title" }).fill("Made meanwhile");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/project\/[0-9a-f-]{36}\/project$/);
  await page.goto("/");
  await expect(projects.row("Made meanwhile")).toContainText("draft, not in the record");
}

test("a record that another program has: its owner is named, drafts work, and it opens when it is let go", async ({
  browser,
  data,
}) => {
  await prepareRecord(browser, data, (page) => makeProject(page, [planOf(kept)]));
  const holder = await holdRecord(data);
  try {
    await onHost(browser, { data }, async (page) => {
      const state = stateOf(page);
      await expect(state.getByRole("heading")).toHaveText("Another Flopsheet has the record open");
      await expect(state).toContainText(
        `Process ${holder.pid} on login1 has held ${recordFile(data)} since 26 November 2026, 09:05.`,
      );
      await expectAccessible(page);
      await expectDraftsWork(page);

      await state.getByRole("button", { name: "Try again" }).click();
      await expect(state.getByRole("status")).toContainText("It is still so");
      holder.kill();
      await once(holder, "exit");
      await state.getByRole("button", { name: "Try again" }).click();
      await expect(state).toHaveCount(0);
      await expect(new ProjectsScreen(page).row(kept)).toBeVisible();
      await expect(new ProjectsScreen(page).row("Made meanwhile")).toBeVisible();
    });
  } finally {
    holder.kill();
  }
});

test("a record of a newer version is refused with both versions, and not a byte of it changes", async ({
  browser,
  data,
}) => {
  await prepareRecord(browser, data, (page) => makeProject(page, [planOf(kept)]));
  makeNewer(data, 99);
  const before = hashOf(recordFile(data));
  await onHost(browser, { data }, async (page) => {
    const state = stateOf(page);
    await expect(state.getByRole("heading")).toHaveText("A newer version of Flopsheet has written the record");
    await expect(state).toContainText("have version 99; this program knows them up to version");
    await expect(state.getByRole("button")).toHaveText(["Try again"]);
    await state.getByRole("button", { name: "Try again" }).click();
    await expect(state.getByRole("status")).toContainText("It is still so");
    await expectDraftsWork(page);
  });
  expect(hashOf(recordFile(data))).toBe(before);
});

for (const { how, damage } of [
  { how: "cut off", damage: cutInHalf },
  { how: "bit-flipped", damage: flipBits },
]) {
  test(`a ${how} record: the newest good backup is opened, the damaged file is kept`, async ({ browser, data }) => {
    await prepareRecord(browser, data, async (page) => {
      await makeProject(page, [planOf(kept)]);
      await ask(page, "record.backup", {});
    });
    damage(data);
    const damaged = hashOf(recordFile(data));
    await onHost(browser, { data }, async (page) => {
      const state = stateOf(page);
      await expect(state.getByRole("heading")).toHaveText("The record is damaged");
      await expect(state).toContainText(recordFile(data));
      await state.getByRole("button", { name: /^Open the newest good backup, of / }).click();
      await expect(state).toHaveCount(0);
      await expect(new ProjectsScreen(page).row(kept)).toBeVisible();
      const aside = asideOf(data);
      expect(hashOf(aside)).toBe(damaged);
    });
  });
}

/** The one damaged file that was put aside. */
function asideOf(data: string): string {
  const [found, ...others] = globSync("damaged/*/record.sqlite", { cwd: data });
  expect(others).toEqual([]);
  return join(data, found ?? "");
}

test("a damaged record without a backup: an empty one is begun, after a question", async ({ browser, data }) => {
  await prepareRecord(browser, data, (page) => makeProject(page, [planOf(kept)]));
  cutInHalf(data);
  const damaged = hashOf(recordFile(data));
  await onHost(browser, { data }, async (page) => {
    const state = stateOf(page);
    await expect(state).toContainText("There is no good backup to open in its place.");
    await state.getByRole("button", { name: "Begin an empty record" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("is never deleted");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    expect(hashOf(recordFile(data))).toBe(damaged);

    await state.getByRole("button", { name: "Begin an empty record" }).click();
    await dialog.getByRole("button", { name: "Begin an empty record" }).click();
    await expect(state).toHaveCount(0);
    await expect(page.getByText("0 in the record on this computer")).toBeVisible();
    expect(hashOf(asideOf(data))).toBe(damaged);
  });
});

test("a folder where the record should be is told, and left alone", async ({ browser, data }) => {
  mkdirSync(recordFile(data));
  await onHost(browser, { data }, async (page) => {
    await expect(stateOf(page).getByRole("heading")).toHaveText(/^The record cannot be (opened|written)$/);
    await expectDraftsWork(page);
  });
  expect(existsSync(recordFile(data))).toBe(true);
});

test.describe("on a disk of its own", () => {
  // biome-ignore lint/suspicious/noSkippedTests: it takes a Linux that lets everybody mount, and says so
  test.skip(!hasDisks(), "this machine lets no test have a disk of its own");

  test("a record that cannot be written is told, and settings hold for the window", async ({ browser, data }) => {
    await prepareRecord(browser, data, (page) => makeProject(page, [planOf(kept)]));
    const disk =
      'mount --bind "$DATA/record.sqlite" "$DATA/record.sqlite"; mount -o remount,ro,bind "$DATA/record.sqlite"';
    await onHost(browser, { data, disk }, async (page) => {
      await expect(stateOf(page).getByRole("heading")).toHaveText("The record cannot be written");
      await expectDraftsWork(page);
      await page.goto("/settings");
      await expect(stateOf(page)).toBeVisible();
      await page.getByRole("button", { name: "Letter" }).click();
      await expect(page.getByText("what you change here holds until this window is closed")).toBeVisible();
      await page.getByRole("link", { name: "Projects" }).click();
      await page.getByRole("link", { name: "Settings" }).click();
      await expect(page.getByRole("button", { name: "Letter" })).toHaveAttribute("aria-pressed", "true");
    });
  });

  test("a full disk is told, and with room again the record opens", async ({ browser, data }) => {
    const room = join(data, "..", `${data.split("/").pop()}-room`);
    mkdirSync(room);
    // The host's own small files have room, the record has not; it gets some when the file named `room` is there.
    const disk = [
      'mount -t tmpfs -o size=200k tmpfs "$DATA"',
      'dd if=/dev/zero of="$DATA/ballast" bs=4096 count=38 2>/dev/null',
      `(while [ ! -e "${room}/now" ]; do sleep 0.1; done; mount -o remount,size=4m "$DATA"; touch "${room}/done") >/dev/null 2>&1 &`,
    ].join("\n");
    try {
      await onHost(browser, { data, disk }, async (page) => {
        const state = stateOf(page);
        await expect(state.getByRole("heading")).toHaveText("The disk of the record is full");
        await expectDraftsWork(page);
        writeFileSync(join(room, "now"), "");
        await expect.poll(() => existsSync(join(room, "done"))).toBe(true);
        await state.getByRole("button", { name: "Try again" }).click();
        await expect(state).toHaveCount(0);
      });
    } finally {
      rmSync(room, { recursive: true, force: true });
    }
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing wrong with a damaged record in ${colorScheme}, on the list and in the settings`, async ({
    browser,
    data,
  }) => {
    await prepareRecord(browser, data, (page) => ask(page, "record.backup", {}));
    cutInHalf(data);
    await onHost(
      browser,
      { data },
      async (page) => {
        await expect(stateOf(page)).toBeVisible();
        await expectAccessible(page);
        await page.goto("/settings");
        await expect(stateOf(page)).toBeVisible();
        await expect(page.getByRole("table")).toBeVisible();
        await expectAccessible(page);
      },
      { colorScheme },
    );
  });
}
