import { expect, type Page } from "@playwright/test";
import type { PlanView, Question, Route } from "../../renderer/navigation/router.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { expectNothingCut } from "../fixtures/cut-off.ts";
import { test } from "../fixtures/own-host.ts";
import { changed, example } from "../fixtures/plans.ts";
import { makeProject } from "../fixtures/record.ts";

/** What is there once a screen is. A view or a place that is added to the program does not compile until it is added here. */
const planViews: Readonly<Record<PlanView, (page: Page) => Promise<void>>> = {
  project: (page) => seen(page, "Project"),
  experiments: (page) => expect(page.getByRole("textbox", { name: "Title of the experiment" })).toBeVisible(),
  hardware: (page) => seen(page, "Hardware and speed"),
  clusters: (page) => seen(page, "Clusters"),
  quotes: (page) => seen(page, "Quotes"),
  budget: async (page) => {
    await page.getByRole("button", { name: "NSF", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Justification", level: 3 })).toBeVisible();
    await page.getByRole("button", { name: "Line", exact: true }).click();
    await page.getByRole("button", { name: "More of New line" }).click();
  },
  sheet: (page) =>
    expect(
      page
        .locator("[data-page]")
        .first()
        .getByText(/^P10–P90 /),
    ).toBeVisible(),
  text: (page) => expect(page.getByRole("textbox", { name: /^Text of / })).toBeVisible(),
  fit: (page) => expect(page.getByRole("heading", { name: "The study for less" })).toBeVisible(),
  redteam: (page) => seen(page, "What a stern reader asks"),
  revisions: (page) => expect(page.getByRole("table", { name: "The difference in figures" })).toBeVisible(),
};

type Place =
  | Exclude<Route["kind"], "plan" | "library" | "calculator">
  | Extract<Route, { readonly kind: "library" }>["page"]
  | `calculator ${Question}`;

/** A sheet for the printer is no screen: print.spec.ts has it. */
const places: Readonly<Record<Exclude<Place, "print">, readonly [path: string, heading: string]>> = {
  projects: ["/", "Projects"],
  quotes: ["/quotes", "Quotes"],
  quoteImport: ["/quotes/import", "Import quotes"],
  clusters: ["/clusters", "Clusters"],
  catalogue: ["/catalogue", "Catalogue"],
  settings: ["/settings", "Settings"],
  "calculator model": ["/calculator", "By every convention"],
  "calculator optimum": ["/calculator/optimum", "By every fit"],
  "calculator plan": ["/calculator/plan", "The largest runs"],
  "calculator time": ["/calculator/time", "Card-hours"],
  "calculator memory": ["/calculator/memory", "On one card, part by part"],
  "calculator energy": ["/calculator/energy", "Electricity"],
  unknown: ["/nowhere", "Nothing is at this address"],
};

/** What opens over a screen. */
const overlays: readonly (readonly [key: string, dialog: string | RegExp])[] = [
  ["Alt+n", "New project"],
  ["Control+k", "Find a command"],
  ["?", "Keyboard shortcuts"],
];

async function seen(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole("heading", { name: heading, exact: true }).first()).toBeVisible();
  // The figures of a plan come a moment after its screen.
  const soFar = page.getByRole("complementary", { name: "So far" });
  if ((await soFar.count()) > 0) await expect(soFar).toContainText(/P10–P90 /);
}

/** A project with two revisions and a change that is in none of them yet: every mark and every button is there. */
async function visited(page: Page): Promise<string> {
  const id = await makeProject(page, [example.text, changed(example.text, '"price": 3,', '"price": 2.85,')]);
  await page.goto(`/project/${id}/project`);
  await page.getByRole("textbox", { name: "Funder" }).fill("A funder");
  await expect(page.locator('[data-keeping="kept"]')).toBeVisible();
  return id;
}

async function visit(page: Page, look: (page: Page) => Promise<void>): Promise<void> {
  const id = await visited(page);
  for (const [view, there] of Object.entries(planViews)) {
    await test.step(view, async () => {
      await page.goto(`/project/${id}/${view}`);
      await there(page);
      await look(page);
    });
  }
  for (const [name, [path, heading]] of Object.entries(places)) {
    await test.step(name, async () => {
      await page.goto(path);
      await seen(page, heading);
      await look(page);
    });
  }
  await page.goto("/settings");
  await seen(page, "Settings");
  for (const [key, dialog] of overlays) {
    await test.step(`${dialog}`, async () => {
      await page.keyboard.press(key);
      await expect(page.getByRole("dialog", { name: dialog })).toBeVisible();
      await look(page);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
    });
  }
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("axe finds nothing wrong with any screen", async ({ page }) => {
      test.setTimeout(300_000);
      await visit(page, async () => {
        await expect(page.locator("html")).toHaveAttribute("data-scheme", colorScheme);
        await expectAccessible(page);
      });
    });
  });
}

for (const { name, width, height } of [
  { name: "1280 wide at 200 %", width: 640, height: 450 },
  { name: "1024 wide", width: 1024, height: 768 },
  { name: "1280 wide", width: 1280, height: 800 },
  { name: "1920 wide", width: 1920, height: 1080 },
]) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    test("every button, field and heading of any screen is on it, or can be scrolled there", async ({ page }) => {
      await visit(page, expectNothingCut);
    });
  });
}
