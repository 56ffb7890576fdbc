import { expect, type Locator, type Page } from "@playwright/test";
import { readNumber } from "../../shared/plan/typed/read-number.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { computed } from "../fixtures/computed.ts";
import { test } from "../fixtures/own-host.ts";
import { example } from "../fixtures/plans.ts";
import { ask, makeProject } from "../fixtures/record.ts";
import { Drawer } from "../pages/drawer.ts";
import { RevisionsScreen } from "../pages/revisions.ts";

/** The figure under a title: "486,601 USD" as a number. */
async function amount(outcome: Locator, title: string): Promise<number> {
  const text = await outcome.getByText(title, { exact: true }).locator("xpath=following-sibling::dd[1]").textContent();
  const read = readNumber((text ?? "").replace(/ [A-Z]{3}$/, ""));
  if (!read.ok) throw new Error(`${text}: ${read.error}`);
  return read.value;
}

const outcomeOf = (page: Page) => page.getByRole("region", { name: "With these cuts" });

test("a plan is fitted to 500,000: proposed, changed by hand, applied as a revision", async ({ page }) => {
  const id = await makeProject(page, [example.text], ["First revision"]);
  await page.goto(`/project/${id}/sheet`);
  await page
    .getByRole("navigation", { name: "Before you send it" })
    .getByRole("button", { name: "Fit to a sum" })
    .click();
  await expect(page.getByRole("heading", { name: "Fit to a sum" })).toBeVisible();
  const ceiling = page.getByRole("textbox", { name: "Ceiling" });
  await ceiling.fill("lots");
  await expect(ceiling).toHaveAttribute("aria-invalid", "true");
  await ceiling.fill("500k");
  const outcome = outcomeOf(page);
  await expect(outcome).toContainText("12,407,461 USD over the ceiling");
  const table = page.getByRole("region", { name: "What could go" });
  await expect(table.getByRole("row").nth(1)).toContainText("Heads 1287 experiments5,281,87540.9 %2,140");
  await expect(page.getByRole("region", { name: "The study for less" })).toContainText("At 10 % of its cost");

  await outcome.getByRole("button", { name: "Propose cuts" }).click();
  await expect(outcome).toContainText("With 6 cuts");
  expect(await amount(outcome, "With 6 cuts")).toBeLessThanOrEqual(500_000);
  await expect(outcome).toContainText("with a chance of 100 % to stay there");
  await expectAccessible(page);

  const drawer = new Drawer(page);
  await table.getByRole("button", { name: "5,281,875" }).click();
  await expect(drawer.root).toContainText("Saved by itself: Heads 128");
  await page.keyboard.press("Escape");
  await outcome.getByRole("button", { name: "100 %" }).click();
  await expect(drawer.root).toContainText("2,000 draws of the plan with the cuts made");
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await table.getByRole("checkbox", { name: "Cut Experiment “Gamma”" }).uncheck();
  await expect(outcome).toContainText("With 5 cuts");
  expect(await amount(outcome, "With 5 cuts")).toBeGreaterThan(500_000);
  await table.getByRole("checkbox", { name: "Cut Points per line 15 to 10, the low end" }).check();
  await table.getByRole("checkbox", { name: "Cut Experiment “Gamma”" }).check();
  const cut = await amount(outcome, "With 7 cuts");
  expect(cut).toBeLessThan(500_000);

  await outcome.getByRole("button", { name: "Apply as a new revision" }).click();
  await expect(page.getByText(/^The cuts are revision 2 of the plan/)).toBeVisible();
  expect(await amount(outcome, "The plan")).toBe(cut);
  await expect(outcome).toContainText("Nothing has to go.");
  const { revision } = await ask(page, "projects.read", { id });
  expect(revision.number).toBe(2);
  expect(Math.round(computed(revision.text).estimated.withReruns.cost)).toBe(cut);
});

test("the second revision stands against the first, change by change", async ({ page }) => {
  const id = await makeProject(page, [example.text], ["First revision"]);
  await page.goto(`/project/${id}/fit`);
  const outcome = outcomeOf(page);
  await page
    .getByRole("region", { name: "The study for less" })
    .getByRole("button", { name: "Choose the cuts of the study at 30 %" })
    .click();
  await expect(outcome).toContainText("With 3 cuts");
  await outcome.getByRole("button", { name: "Apply as a new revision" }).click();
  await expect(page.getByText(/^The cuts are revision 2 of the plan/)).toBeVisible();
  await page.goto(`/project/${id}/revisions`);
  const revisions = new RevisionsScreen(page);
  const effects = revisions.difference.getByRole("table", { name: "What each change does to the total" });
  await expect(effects.getByRole("rowheader", { name: "Epsilon heat maps removed, 3,744 runs" })).toBeVisible();
  await expect(effects.getByRole("row").last()).toContainText("Total−9,055,784");
  const drawer = new Drawer(page);
  await effects.getByRole("row").nth(1).getByRole("button").first().click();
  await expect(drawer.root).toContainText("Total without it");
  await page.keyboard.press("Escape");
  await revisions.difference
    .getByRole("row", { name: /^Total, USD/ })
    .getByRole("button")
    .click();
  await expect(drawer.root).toContainText("The whole: difference");
  await expect(drawer.terms).not.toHaveCount(0);
  await page.keyboard.press("Escape");
  await expectAccessible(page);
});

test("what a stern reader asks, with a paragraph to copy and the place in the plan", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/project/example/sheet");
  await page
    .getByRole("navigation", { name: "Before you send it" })
    .getByRole("button", { name: "What a stern reader asks" })
    .click();
  const challenges = page.getByRole("article");
  await expect(challenges).toHaveCount(5);
  await expect(challenges.first()).toContainText("Why this price? Others are named beside it.");
  const points = challenges.filter({ hasText: "Points per line, 10 to 15" });
  await expect(points).toContainText("Total 9,923,222 to 12,907,461 USD");
  await points.getByRole("button", { name: "9,923,222" }).click();
  await expect(new Drawer(page).value).toContainText("9,923,221.56");
  await page.keyboard.press("Escape");
  await expect(points).toContainText("Source: arXiv 2407.05872");
  await expectAccessible(page);
  await points.getByRole("button", { name: "Copy the paragraph" }).click();
  await expect(points.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Points per line is planned at 15/);
  await points.getByRole("button", { name: "Change it in the plan: Points per line, 10 to 15" }).click();
  await expect(page).not.toHaveURL(/redteam/);
});
