import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/axe.ts";
import { startHost } from "../fixtures/host-process.ts";
import { test as shared } from "../fixtures/journey.ts";
import { test as own } from "../fixtures/own-host.ts";
import { changed, example, planFile, renamedPlan } from "../fixtures/plans.ts";
import { ask } from "../fixtures/record.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { ProjectStep } from "../pages/project-step.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

const titleOf = (page: Page) => new ProjectStep(page).field("Head of the sheet", "Title");
const funderOf = (page: Page) => new ProjectStep(page).field("Head of the sheet", "Funder");
const kept = (page: Page) => page.locator('[data-keeping="kept"]');

/** Opens a file and goes to the step "Project" of what it became; gives the project's id. */
async function opened(page: Page, file = renamedPlan): Promise<string> {
  const before = projectOf(page.url());
  await new Workspace(page).open(file);
  // A project of its own, and not the one that was open before.
  await page.waitForURL(({ href }) => /^[0-9a-f-]{36}$/.test(projectOf(href)) && projectOf(href) !== before);
  await new Workspace(page).step("Project").click();
  await expect(titleOf(page)).toBeVisible();
  return projectOf(page.url());
}

const projectOf = (url: string): string => /\/project\/([^/]+)/.exec(url)?.[1] ?? "";

const revisionsOf = async (page: Page, id: string) => (await ask(page, "projects.revisions", { id })).revisions;

shared.describe("of the example", () => {
  shared.use({ start: "/project/example/project" });

  shared("the letters typed just before a reload are there after it, with their undo", async ({ page }) => {
    for (const letters of ["ABC", "defghij", "k"]) {
      await funderOf(page).press("End");
      // Nothing is waited for: the last letter is on its way when the page goes.
      await page.keyboard.type(letters);
      await page.reload();
      await expect(funderOf(page)).toHaveValue(new RegExp(`${letters}$`));
    }
    await expect(funderOf(page)).toHaveValue("ABCdefghijk");
    for (const before of ["ABCdefghij", "ABC", ""]) {
      await new Workspace(page).barButton("Undo").click();
      await expect(funderOf(page)).toHaveValue(before);
    }
  });

  shared("a page that crashes takes nothing with it", async ({ page, context }) => {
    await titleOf(page).fill("Before the crash");
    await new Workspace(page).showText();
    await new PlanTextScreen(page).field.press("Control+End");
    await page.keyboard.type("half typed");
    const session = await context.newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    void session.send("Page.crash").catch(() => {});
    await crashed;
    const after = await context.newPage();
    await after.goto("/project/example/text");
    await expect(new PlanTextScreen(after).field).toHaveValue(/"Before the crash"[\s\S]*half typed$/);
    // The crashed page has left the draft to this one.
    await expect(new Workspace(after).barButton("Undo")).toBeEnabled();
  });

  shared("a second tab reads along, and goes on when the first is closed", async ({ page, context }) => {
    await titleOf(page).fill("One");
    const second = await context.newPage();
    await second.goto("/project/example/project");
    await expect(titleOf(second)).toHaveValue("One");
    await expect(second.getByText("This plan is open in another tab, so here it can only be read.")).toBeVisible();
    await expect(titleOf(second)).not.toBeEditable();
    await expect(new Workspace(second).barButton("Undo")).toBeDisabled();
    await expect(new Workspace(second).barButton(/^Save revision/)).toBeDisabled();
    await expectAccessible(second);

    await titleOf(page).fill("One and two");
    await expect(titleOf(second)).toHaveValue("One and two");
    await expect(new Workspace(second).bar).toContainText("One and two");
    await new Workspace(page).barButton("Undo").click();
    await expect(titleOf(second)).not.toHaveValue("One and two");
    await new Workspace(page).barButton("Redo").click();
    await expect(titleOf(second)).toHaveValue("One and two");

    await page.close();
    await expect(titleOf(second)).toBeEditable();
    await expect(second.getByText("This plan is open in another tab")).toHaveCount(0);
    await titleOf(second).fill("Three");
    await new Workspace(second).barButton("Undo").click();
    await expect(titleOf(second)).toHaveValue("One and two");
    await second.reload();
    await expect(titleOf(second)).toHaveValue("One and two");
  });

  shared("saving the example makes a project of one's own, and leaves the example as it is", async ({ page }) => {
    await titleOf(page).fill("My own exponents");
    await page.keyboard.press("Control+s");
    await expect(page).toHaveURL(/\/project\/[0-9a-f-]{36}\/project$/);
    await expect(new Workspace(page).bar).toContainText("revision 1");
    await expect(titleOf(page)).toHaveValue("My own exponents");
    await page.goto("/project/example/project");
    await expect(titleOf(page)).toHaveValue(example.title);
    await expect(new Workspace(page).barButton("Undo")).toBeDisabled();
  });

  shared("a full disk is said, asked about, and made good", async ({ page }) => {
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      Object.assign(window, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { put }) });
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
    });
    await titleOf(page).fill("Not kept");
    const { bar } = new Workspace(page);
    await expect(bar).toContainText("draft not kept: the space that this browser gives to Flopsheet is full");
    await expectAccessible(page);

    // Another place of the program and back: the page still has it.
    await new Workspace(page).rail("Settings").click();
    await page.goBack();
    await expect(titleOf(page)).toHaveValue("Not kept");
    await titleOf(page).fill("Still not kept");
    await expect(bar).toContainText("draft not kept");
    const [dialog] = await Promise.all([
      page.waitForEvent("dialog"),
      page.evaluate(() => void setTimeout(() => location.reload())),
    ]);
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();

    await page.evaluate(() => (window as unknown as { makeRoom(): void }).makeRoom());
    await bar.getByRole("button", { name: "Try again" }).click();
    await expect(kept(page)).toBeVisible();
    await page.reload();
    await expect(titleOf(page)).toHaveValue("Still not kept");
  });

  shared("a browser that keeps nothing says so", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
    await page.reload();
    await titleOf(page).fill("Not kept");
    await expect(new Workspace(page).bar).toContainText(
      "draft not kept: this browser does not let pages keep anything",
    );
    await expect(titleOf(page)).toHaveValue("Not kept");
  });

  shared.describe("with its database deleted", () => {
    // Dexie says so in the console when it lets go.
    shared.use({ provoked: /Another connection wants to delete database/ });

    shared("a database that is deleted under the page is made again with the draft", async ({ page, context }) => {
      await titleOf(page).fill("Before");
      await expect(kept(page)).toBeVisible();
      const other = await context.newPage();
      await other.goto("/settings");
      await other.evaluate(
        () =>
          new Promise((done, failed) => {
            const asked = indexedDB.deleteDatabase("flopsheet");
            asked.onsuccess = done;
            asked.onerror = failed;
          }),
      );
      await funderOf(page).fill("After");
      await expect(kept(page)).toBeVisible();
      await page.reload();
      await expect(titleOf(page)).toHaveValue("Before");
      await expect(funderOf(page)).toHaveValue("After");
    });
  });

  shared(
    "text that cannot be read leaves the forms as they were, read only, and says where to mend it",
    async ({ page }) => {
      const workspace = new Workspace(page);
      const text = new PlanTextScreen(page);
      await workspace.showText();
      await text.field.fill(changed(example.text, '"flopsheet": 1,', '"flopsheet": 1'));
      await workspace.step("Project").click();
      await expect(page.getByText(/^The text cannot be read, line \d+: /)).toBeVisible();
      await expect(titleOf(page)).toHaveValue(example.title);
      await expect(titleOf(page)).not.toBeEditable();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Mend it as text" }).click();
      await text.field.press("Control+z");
      await workspace.step("Project").click();
      await expect(titleOf(page)).toBeEditable();
    },
  );
});

own.describe("and the record", () => {
  // The last is of axe, where a style sheet had not come before the host went.
  own.use({ provoked: /ERR_|Failed to load resource|Couldn't load preload assets/ });

  own(
    "a draft outlives the kill of its host, is saved again, and nothing is there twice",
    async ({ page, data, own: host }) => {
      const workspace = new Workspace(page);
      const id = await opened(page);
      await titleOf(page).fill("Typed before the kill");
      await host.kill();
      await funderOf(page).fill("Typed after it");
      await expect(kept(page)).toBeVisible();
      await page.keyboard.press("Control+s");
      await expect(workspace.notice).toContainText(
        "Not saved: Flopsheet's host does not answer. Start it again with npm start, then save again.",
      );
      await expect(workspace.notice).toContainText("Your draft is kept in this browser.");
      await expectAccessible(page);

      const again = await startHost({ data, port: Number(new URL(host.address).port) });
      try {
        await page.reload();
        await expect(titleOf(page)).toHaveValue("Typed before the kill");
        await expect(funderOf(page)).toHaveValue("Typed after it");
        await page.keyboard.press("Control+s");
        await expect(workspace.bar).toContainText("Revision 2 saved");
        await expect(workspace.barButton(/^Save revision/)).toBeDisabled();
        const revisions = await revisionsOf(page, id);
        expect(revisions.map(({ number }) => number)).toEqual([2, 1]);
        expect(revisions[0]?.change).toContain("Funder set to “Typed after it”");
        const { projects } = await ask(page, "projects.list", { deleted: false });
        expect(projects).toHaveLength(1);
      } finally {
        await again.stop();
      }
    },
  );

  own("a save whose answer is lost is not made twice, whatever was typed since", async ({ page }) => {
    const workspace = new Workspace(page);
    const id = await opened(page);
    await titleOf(page).fill("First");
    await page.route("**/api/projects.save", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.keyboard.press("Control+s");
    await expect(workspace.notice).toContainText("Not saved");
    await page.unroute("**/api/projects.save");
    await workspace.notice.getByRole("button", { name: "Save again" }).click();
    await expect(workspace.bar).toContainText("Revision 2 saved");
    expect((await revisionsOf(page, id)).map(({ number }) => number)).toEqual([2, 1]);

    await titleOf(page).fill("Second");
    await page.route("**/api/projects.save", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.keyboard.press("Control+s");
    await expect(workspace.notice).toContainText("Not saved");
    await page.unroute("**/api/projects.save");
    await titleOf(page).fill("Third");
    await page.keyboard.press("Control+s");
    await expect(workspace.bar).toContainText("Revision 4 saved");
    const revisions = await revisionsOf(page, id);
    expect(revisions.map(({ change }) => change)).toEqual([
      "Title “Second” to “Third”",
      expect.stringContaining("to “Second”"),
      expect.stringContaining("to “First”"),
      "Opened renamed.json",
    ]);
  });

  own("a new plan whose first save is not answered becomes one project", async ({ page }) => {
    await page.route("**/api/projects.create", async (route) => {
      await route.fetch();
      await route.abort();
    });
    const id = await opened(page);
    await expect(new Workspace(page).notice).toContainText(
      "renamed.json is a draft in this browser, not in the record.",
    );
    await page.unroute("**/api/projects.create");
    await titleOf(page).fill("Changed meanwhile");
    await page.keyboard.press("Control+s");
    await expect(new Workspace(page).bar).toContainText("Revision 2 saved");
    const { projects } = await ask(page, "projects.list", { deleted: false });
    expect(projects.map((project) => [project.id, project.title, project.revision])).toEqual([
      [id, "Changed meanwhile", 2],
    ]);
  });

  own("the example becomes one project, however often its save is asked for", async ({ page }) => {
    await page.goto("/project/example/project");
    await funderOf(page).fill("Research council");
    await expect(kept(page)).toBeVisible();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press("Control+s");
    await expect(new Workspace(page).bar).toContainText("revision 1");
    const { projects } = await ask(page, "projects.list", { deleted: false });
    expect(projects.map(({ funder, revision }) => [funder, revision])).toEqual([["Research council", 1]]);
  });

  own("a plan that is saved leaves no draft, and its undo list begins anew", async ({ page }) => {
    const workspace = new Workspace(page);
    const id = await opened(page);
    await titleOf(page).fill("Saved");
    await page.keyboard.press("Control+s");
    await expect(workspace.bar).toContainText("Revision 2 saved");
    await expect(workspace.barButton("Undo")).toBeDisabled();
    await workspace.rail("Projects").click();
    await expect.poll(() => storedDrafts(page)).toEqual([]);
    await page.goto(`/project/${id}/project`);
    await expect(titleOf(page)).toHaveValue("Saved");
    await expect(workspace.bar).toContainText("revision 2");
  });

  own("a plan that is not there, and one that was deleted, say so and lead on", async ({ page }) => {
    await page.goto("/project/00000000-0000-4000-8000-000000000000/experiments");
    await expect(page.getByRole("heading", { name: "There is no such plan" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "All projects" }).click();
    const id = await opened(page);
    await ask(page, "projects.delete", { id });
    await page.goto(`/project/${id}/project`);
    await expect(page.getByText("This project was deleted today")).toBeVisible();
    await page.getByRole("button", { name: "Restore it" }).click();
    await expect(page.getByText("This project was deleted")).toHaveCount(0);
    await titleOf(page).fill("Back again");
    await page.keyboard.press("Control+s");
    await expect(new Workspace(page).bar).toContainText("Revision 2 saved");
  });

  own(
    "a file opened while the record is closed is a draft, and is saved when the record is free",
    async ({ page, data, own: host }) => {
      await page.waitForLoadState("networkidle");
      // Another program has the record's file while the host starts.
      await host.kill();
      const holder = new DatabaseSync(join(data, "record.sqlite"));
      holder.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
      const closed = await startHost({ data, port: Number(new URL(host.address).port) });
      try {
        const workspace = new Workspace(page);
        await page.goto("/");
        await opened(page);
        const notice = workspace.notice.filter({ hasText: "renamed.json" });
        await expect(notice).toContainText("renamed.json is a draft in this browser, not in the record.");
        await page.keyboard.press("Control+s");
        await expect(page.getByText(/^Not saved\. .*Your draft is kept in this browser\./)).toBeVisible();
        await expect(workspace.bar).toContainText("not in the record");

        holder.close();
        await ask(page, "record.reopen", {});
        await page.keyboard.press("Control+s");
        await expect(workspace.bar).toContainText("Revision 1 saved");
        expect((await ask(page, "projects.list", { deleted: false })).projects).toHaveLength(1);
      } finally {
        await closed.stop();
      }
    },
  );
});

shared("opening a file twice makes two projects, each with its own draft", async ({ page }) => {
  await new SheetScreen(page).shown(example.title);
  const first = await opened(page, planFile("twice.json", renamedPlan.buffer));
  await titleOf(page).fill("First of two");
  const second = await opened(page, planFile("twice.json", renamedPlan.buffer));
  expect(second).not.toBe(first);
  await expect(titleOf(page)).toHaveValue(/^Renamed/);
  await page.goto(`/project/${first}/project`);
  await expect(titleOf(page)).toHaveValue("First of two");
});

/** Ids of the drafts in the browser's database. */
function storedDrafts(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((done, failed) => {
        const opening = indexedDB.open("flopsheet");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction("drafts").objectStore("drafts").getAllKeys();
          asked.onsuccess = () => done(asked.result.map(String));
          asked.onerror = () => failed(asked.error);
          opening.result.close();
        };
      }),
  );
}
