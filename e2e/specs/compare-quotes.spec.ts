import { expect } from "@playwright/test";
import { expectAccessible } from "../fixtures/axe.ts";
import { test } from "../fixtures/journey.ts";
import { example } from "../fixtures/plans.ts";
import { Drawer } from "../pages/drawer.ts";
import { openText } from "../pages/open-text.ts";
import { QuoteStepScreen } from "../pages/quote-step.ts";

test.use({ start: "/project/example/quotes" });

/** The example at three offers of one card, and one of another. */
const offers = JSON.stringify({
  ...(JSON.parse(example.text) as object),
  quotes: [
    { id: "stated", title: "Our price", price: 3, headline: true, cardsAvailable: 1_024, date: "2026-11-22" },
    { id: "half", title: "Half a year", basis: "reserved", price: 2.1, commitment: { cards: 1_024, hours: 4_380 } },
    { id: "small", title: "Small pod", price: 2, cardsAvailable: 256 },
    { id: "other", title: "Other card", price: 1.29, accelerator: "a100-sxm-80", cardsAvailable: 1_024 },
  ],
});

test("three quotes are compared, one is chosen, and the total is another", async ({ page }) => {
  const step = new QuoteStepScreen(page);
  await openText(page, offers);
  await step.steps.getByRole("link", { name: /^Quotes/ }).click();
  await expect(step.total("Half a year")).toHaveText("9.42");
  await expect(step.total("Small pod")).toHaveText("8.60");
  await expect(step.total("Other card")).toHaveText("17.60");
  await expect(step.row("Half a year")).toContainText("175");
  await expect(step.row("Half a year")).toContainText("reserved, 1,024 cards for 4,380 hours");
  await expect(step.row("Half a year")).toContainText("−3.49");
  // At 1,280 wide every column is in sight.
  await page.setViewportSize({ width: 1280, height: 800 });
  const frame = page.locator(".quote-table-frame");
  expect(await frame.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
  await expect(page.getByRole("button", { name: "Fit to a sum" })).toBeVisible();

  // Paid for and not used, and how that was computed.
  await step.row("Half a year").getByRole("button", { name: "0.38" }).click();
  await expect(new Drawer(page).value).toContainText("383,5");
  await page.keyboard.press("Escape");

  const comparison = page.getByRole("region", { name: "Comparison" });
  await expect(comparison.getByRole("heading", { level: 3 }).first()).toHaveText(/worth considering|cheaper or faster/);
  const inTime = comparison.getByRole("table").getByRole("rowheader");
  await expect(inTime).toHaveText([/^Half a year reserved/, "Our price"]);
  await comparison.getByLabel("Days until the work has to be done").fill("1000");
  await expect(inTime).toHaveText(["Small pod", /^Half a year/, "Our price", "Other card"]);
  await comparison.getByLabel("Days until the work has to be done").fill("180");
  await comparison.getByRole("radio", { name: "parts of the cost" }).check();
  await expect(comparison.getByRole("img", { name: /Half a year: 4 %/ })).toBeVisible();
  await comparison.getByRole("button", { name: "as table" }).click();
  await expect(comparison.getByRole("row", { name: /^Half a year/ }).first()).toContainText("9,418,752.00");
  await expectAccessible(page);

  await step.row("Our price").getByRole("button", { name: "Our price", exact: true }).focus();
  await page.getByRole("button", { name: "Sort by total" }).click();
  expect(await step.titles()).toEqual(["Small pod", "Half a year", "Our price", "Other card"]);

  await comparison.getByRole("button", { name: "Use Half a year" }).click();
  await expect(step.headline("Half a year")).toBeChecked();
  await expect(step.soFar).toContainText("9.04 M");
  await page.keyboard.press("Control+z");
  await expect(step.headline("Our price")).toBeChecked();
});

test("the budget comes to what the comparison says of the headline quote, and says why", async ({ page }) => {
  const step = new QuoteStepScreen(page);
  const study = {
    id: "a",
    title: "First study",
    training: { runKind: "interactive", hours: 1_000.25, cards: 8 },
    sweeps: [{ axes: { seed: 10 } }],
  };
  const terms = { wholeNodes: true, cardsPerNode: 16, cardsAvailable: 24, billingIncrementMinutes: 60 };
  const plan = {
    flopsheet: 1,
    title: "Whole nodes",
    quotes: [{ id: "fjord", title: "Fjord", price: 2.5, headline: true, ...terms }],
    defaults: { hardware: { accelerator: "h100-sxm" } },
    experiments: [study],
    clusters: [{ cards: 100 }],
    budget: { layout: "generic", indirect: { rate: 0, agreement: "None", date: "2026-01-01" } },
  };
  await openText(page, JSON.stringify(plan));
  await step.steps.getByRole("link", { name: /^Quotes/ }).click();
  // Three runs at a time on two nodes: 8 cards of them are idle in each of three rounds, and in a fourth on one node.
  const comparison = page.getByRole("region", { name: "Comparison" });
  await comparison.getByRole("button", { name: "as table" }).click();
  await expect(comparison.getByRole("row", { name: /^Fjord/ }).first()).toContainText("280,080.00");

  await step.steps.getByRole("link", { name: /^Budget/ }).click();
  const row = (name: RegExp) => page.getByRole("row", { name }).first();
  await expect(row(/^First study/)).toContainText("200,050");
  await expect(row(/^Rounding to billing increments/)).toContainText("10");
  await expect(row(/^Total/)).toContainText("280,080");
  await row(/^Idle in whole nodes/)
    .getByRole("button", { name: "80,020" })
    .first()
    .click();
  const drawer = new Drawer(page);
  await expect(drawer.input("Card-hours held")).toContainText("112,028");
  await expect(drawer.input("Card-hours of the work")).toContainText("80,020");
  await expectAccessible(page);
});

test("a quote for another card is chosen in one click, and taken back in one", async ({ page }) => {
  const step = new QuoteStepScreen(page);
  await openText(page, offers);
  await step.steps.getByRole("link", { name: /^Quotes/ }).click();
  await expect(step.total("Other card")).toHaveText("17.60");
  await step.headline("Other card").check();
  await expect(step.headline("Other card")).toBeChecked();
  await expect(page.getByRole("status").filter({ hasText: "costed by" })).toHaveText(
    /^The plan is costed by “Other card” now, and its work is on A100, no longer on H100\. 17\.6 M USD for the work, 12\.9 M before\./,
  );
  await expect(step.soFar).toContainText("17.6 M");
  await step.steps.getByRole("link", { name: /^Hardware/ }).click();
  await expect(page.getByRole("radio", { name: /A100/, checked: true })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("radio", { name: /H100/, checked: true })).toBeVisible();
  await step.steps.getByRole("link", { name: /^Quotes/ }).click();
  await expect(step.headline("Our price")).toBeChecked();
  await expect(page.getByRole("status").filter({ hasText: "costed by" })).toHaveCount(0);

  // The button beside the chart says what it will change.
  const comparison = page.getByRole("region", { name: "Comparison" });
  await comparison.getByLabel("Days until the work has to be done").fill("1000");
  await step.more("Half a year", "Delete");
  await step.more("Small pod", "Delete");
  await expect(comparison.getByText("moves the work from H100 to A100")).toBeVisible();
  await comparison.getByRole("button", { name: "Use Other card" }).click();
  await expect(step.headline("Other card")).toBeChecked();
  await expectAccessible(page);
});

test("machines to own are weighed against the rental", async ({ page }) => {
  const step = new QuoteStepScreen(page);
  await step.open();
  await page.getByRole("button", { name: "Rent or buy" }).click();
  await expect(page.getByRole("heading", { name: "Rent or buy" })).toBeFocused();
  await page.getByRole("button", { name: "Add a purchase" }).click();
  const answer = page.locator(".rent-or-buy-answer");
  await expect(answer).toContainText("Owning costs 1.03 M USD less than renting, 3.68 M against 4.71 M");
  const stated = answer.getByRole("row", { name: /as stated/ });
  await expect(stated).toContainText("2.34");
  await expect(stated).toContainText("54.7 %");
  await expectAccessible(page);

  await stated.getByRole("button", { name: "54.7 %" }).click();
  await expect(new Drawer(page).root).toContainText("Break-even use of Own nodes, 8 × 8");
  await page.keyboard.press("Escape");

  await page.getByLabel("against renting at").selectOption({ label: "Low price named beside it, 2.00" });
  await expect(stated).toContainText("82.1 %");
  await expect(answer).toContainText("541 k USD more than renting");
  await page.getByLabel("Used in all").fill("90");
  await expect(answer.getByRole("row", { name: /used 90 %, as stated/ })).toContainText("1.82");
  await page.getByRole("button", { name: "All quotes" }).click();
  await expect(step.total("Own nodes, 8 × 8")).toHaveText("7.85");
});
