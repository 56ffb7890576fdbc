import { expect } from "@playwright/test";
import { catalogue } from "../../electron/backend/catalogue.ts";
import { atOtherQuotes } from "../../shared/estimate/readings.ts";
import { fixed } from "../../shared/units/format/exact.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { computed } from "../fixtures/computed.ts";
import { test } from "../fixtures/journey.ts";
import { changed, example } from "../fixtures/plans.ts";
import { Drawer } from "../pages/drawer.ts";
import { tabTo } from "../pages/keyboard.ts";
import { addToLibrary, emptyLibrary, LibraryScreen } from "../pages/library.ts";
import { openText } from "../pages/open-text.ts";
import { planDocument } from "../pages/plan-document.ts";
import { QuoteStepScreen } from "../pages/quote-step.ts";

test.use({ start: "/project/example/quotes" });

const halden = {
  kind: "quote",
  value: { title: "Halden Compute", price: 2.1, currency: "USD", date: "2026-11-03", source: "e-mail" },
} as const;

test("every quote says what the whole plan would cost at it, and a figure says how", async ({ page }) => {
  const step = new QuoteStepScreen(page);
  await step.open();
  const { plan, estimated } = computed(example.text);
  await expect(step.headlines).toHaveCount(1);
  const headline = plan.quotes.find((quote) => quote.headline);
  await expect(step.total(headline?.title ?? "")).toHaveText(fixed(estimated.withReruns.cost / 1e6, 2));
  for (const { quote, cost } of atOtherQuotes(plan, estimated)) {
    const title = plan.quotes[quote]?.title ?? "";
    await expect(step.total(title)).toHaveText(fixed(cost / 1e6, 2));
    await expect(step.row(title)).toContainText(fixed(Math.abs(cost - estimated.withReruns.cost) / 1e6, 2));
  }
  await expect(step.row("Stated rental price")).toContainText("206");

  await step.total("Low price named beside it").getByRole("button").click();
  const drawer = new Drawer(page);
  await expect(drawer.value).toContainText("8,604,974.12");
  await page.keyboard.press("Escape");
  await expect(step.total("Low price named beside it").getByRole("button")).toBeFocused();
});

test("another headline costs the plan anew, and undo takes it back", async ({ page }) => {
  const step = new QuoteStepScreen(page);
  await step.open();
  await step.headline("High price named beside it").click();
  await expect(step.headlines).toHaveCount(1);
  await expect(step.soFar).toContainText("15.1 M");
  expect((await planDocument(page)).quotes.map(({ headline }) => headline === true)).toEqual([
    false,
    false,
    false,
    true,
  ]);
  await page.keyboard.press("Control+z");
  await expect(step.headline("Stated rental price")).toBeChecked();
  await expect(step.soFar).toContainText("12.9 M");
});

test("a price is typed by keyboard alone, with a fault beside it until it is one", async ({ page }) => {
  const step = new QuoteStepScreen(page);
  await step.open();
  await tabTo(page, page.getByRole("button", { name: "Quote", exact: true }));
  await page.keyboard.press("Enter");
  await expect(step.field("Title")).toBeFocused();
  await page.keyboard.type("Our provider");
  await expect(step.rows).toHaveCount(5);
  await expect(step.headlines).toHaveCount(1);
  await tabTo(page, step.field("Price of a card-hour"));
  await page.keyboard.type("2.5x");
  await expect(step.fields.locator(".field-fault")).toBeVisible();
  await expect(step.steps).toContainText("1 fault");
  await page.keyboard.press("Backspace");
  await expect(step.fields.locator(".field-fault")).toHaveCount(0);
  await expect(step.total("Our provider")).toHaveText("10.76");
  await page.keyboard.press("Escape");
  await expect(step.title("Our provider")).toBeFocused();
  await expect(step.fields).toHaveCount(0);
  // The row's radio stands before its title.
  await page.keyboard.press("Shift+Tab");
  await expect(step.headline("Stated rental price").or(step.headline("Our provider"))).not.toHaveCount(0);
  await step.headline("Our provider").focus();
  await page.keyboard.press("Space");
  await expect(step.headline("Our provider")).toBeChecked();
  await expect(step.soFar).toContainText("10.8 M");
});

test("a rate of the catalogue is found, taken and given another term, and becomes a price of one's own", async ({
  page,
}) => {
  const step = new QuoteStepScreen(page);
  await step.open();
  await page.getByRole("button", { name: "From the rates" }).click();
  await expect(step.picker.getByLabel("Card")).toHaveValue("h100-sxm");
  await step.picker.getByLabel("Search").fill("google");
  await step.picker.getByLabel("Rented").selectOption("reserved for three years");
  await expect(step.picker.locator("tbody tr")).toHaveCount(1);
  await step.picker.getByRole("button", { name: /^Take Google/ }).click();
  const rate = catalogue.rates.find(
    ({ provider, acceleratorId }) => provider === "Google Cloud" && acceleratorId === "h100-sxm",
  );
  const row = step.rows.last();
  await expect(row).toContainText("reserved for three years");
  await expect(row).toContainText(String(rate?.prices.reserved3y));
  await expect(row).toContainText(rate?.source ?? "nothing");
  await step.field("Rented").selectOption({ index: 0 });
  await expect(row).toContainText("on demand");
  await step.fields.getByRole("button", { name: "Type a price instead" }).click();
  await expect(step.field("Price of a card-hour")).toHaveValue(String(rate?.prices.onDemand));
  const { quotes } = await planDocument(page);
  expect(quotes.at(-1)).toMatchObject({ price: rate?.prices.onDemand, accelerator: "h100-sxm", source: rate?.source });
  expect(quotes.at(-1)).not.toHaveProperty("rate");
});

test("a quote of the library is copied, is named there, and its new price can be taken", async ({ page }) => {
  await emptyLibrary(page, "quote");
  const saved = await addToLibrary(page, halden);
  await addToLibrary(page, { kind: "quote", value: { ...halden.value, title: "Rhein", currency: "EUR" } });
  const step = new QuoteStepScreen(page);
  await step.open();
  await page.getByRole("button", { name: "From my library" }).click();
  await expect(step.picker.getByRole("row", { name: /^Rhein/ })).toContainText("EUR, converted by the plan’s exchange");
  await step.picker.getByRole("button", { name: "Take Halden Compute" }).click();
  await expect(step.total("Halden Compute")).toHaveText("9.04");
  await expect(step.fields).toContainText("as it is there now");

  await page.keyboard.press("Control+s");
  await expect(page).not.toHaveURL(/example/);
  // Saved, before the page is left.
  await expect(page.getByRole("link", { name: "revision 1" })).toBeVisible();
  const address = page.url();
  const library = new LibraryScreen(page);
  await library.open("/quotes");
  await expect(library.row("Halden Compute").getByRole("link")).toHaveText(example.title);
  await library.row("Halden Compute").getByRole("button", { name: "Halden Compute", exact: true }).click();
  await library.field("Price of a card-hour").fill("2.3");
  await library.save();
  await expect(library.status).toContainText("Saved");
  await library.row("Halden Compute").getByRole("link").click();
  await expect(page).toHaveURL(address);

  await expect(step.total("Halden Compute")).toHaveText("9.04");
  await step.title("Halden Compute").click();
  await expect(step.fields).toContainText("2.10 is 2.30 USD now");
  await step.fields.getByRole("button", { name: "Take the new offer" }).click();
  await expect(step.total("Halden Compute")).toHaveText("9.90");
  expect((await planDocument(page)).quotes.at(-1)?.from).toMatchObject({ id: saved.id, revision: 2 });
});

test("a quote of the plan goes to the library", async ({ page }) => {
  await emptyLibrary(page, "quote");
  const step = new QuoteStepScreen(page);
  await step.open();
  await step.more("Stated rental price", "Save to my library");
  await expect(page.getByText("“Stated rental price” is in your library.")).toBeVisible();
  const library = new LibraryScreen(page);
  await library.open("/quotes");
  await expect(library.row("Stated rental price")).toContainText("3.00 USD");
});

test("quotes are copied, put in another order and deleted; a headline that goes has a follower", async ({ page }) => {
  const step = new QuoteStepScreen(page);
  await step.open();
  await step.more("Stated rental price", "Copy");
  expect(await step.titles()).toEqual([
    "Stated rental price",
    "Stated rental price, copy",
    "Low price named beside it",
    "Middle price named beside it",
    "High price named beside it",
  ]);
  await expect(step.fields.locator("input, select").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(step.title("Stated rental price, copy")).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect
    .poll(() => step.titles())
    .toEqual([
      "Stated rental price",
      "Low price named beside it",
      "Stated rental price, copy",
      "Middle price named beside it",
      "High price named beside it",
    ]);
  await expect(step.title("Stated rental price, copy")).toBeFocused();
  await step.more("Stated rental price", "Delete");
  await expect(step.rows).toHaveCount(4);
  await expect(step.headline("Low price named beside it")).toBeChecked();
  await expect(step.soFar).toContainText("8.60 M");
  await page.keyboard.press("Control+z");
  await expect(step.headline("Stated rental price")).toBeChecked();
});

test("a price of two years ago is marked here and on the step", async ({ page }) => {
  const step = new QuoteStepScreen(page);
  await page.clock.setFixedTime(new Date("2026-11-26T12:00:00Z"));
  await openText(page, changed(example.text, '"price": 2, "date": "2026-11-22"', '"price": 2, "date": "2024-01-05"'));
  await step.steps.getByRole("link", { name: /^Quotes/ }).click();
  await expect(page.locator(".quote-old")).toHaveText("5 Jan 2024, over 90 days");
  await expect(step.steps.getByRole("link", { name: /^Quotes/ })).toContainText("1 old");
});

test("a plan in euros says what a dollar is worth, and counts a rate in dollars by it", async ({ page }) => {
  const step = new QuoteStepScreen(page);
  await openText(page, changed(example.text, '"currency": "USD"', '"currency": "EUR"'));
  await step.steps.getByRole("link", { name: /^Quotes/ }).click();
  await page.getByRole("button", { name: "From the rates" }).click();
  await expect(step.picker.getByRole("note")).toContainText("These rates are in USD, and this plan counts in EUR");
  await step.picker
    .getByRole("button", { name: /^Take / })
    .first()
    .click();
  const rates = page.getByRole("region", { name: "Exchange rates" });
  await rates.getByRole("button", { name: "Say what one USD is worth" }).click();
  await rates.getByLabel("One USD is").fill("0.5");
  const { quotes, exchangeRates = [] } = await planDocument(page);
  expect(exchangeRates).toMatchObject([{ currency: "USD", rate: 0.5 }]);
  const rate = catalogue.rates.find(({ id }) => id === quotes.at(-1)?.rate);
  const quoted = rate?.prices[quotes.at(-1)?.term ?? "onDemand"] ?? 0;
  await expect(step.rows.last()).toContainText(fixed(quoted / 2, 2));
  await expect(step.rows.last().locator(".quote-native")).toContainText("USD");
  await expectAccessible(page);
  await rates.getByRole("button", { name: "Take out the exchange rate of USD" }).click();
  await expect(rates.getByRole("button", { name: "Say what one USD is worth" })).toBeVisible();
});

test("a quote becomes a reservation, and machines to own, where it stands", async ({ page }) => {
  const step = new QuoteStepScreen(page);
  await step.open();
  await step.title("Low price named beside it").click();
  await step.fields.getByText("Terms, availability and what else is charged").click();
  await step.field("Basis").selectOption("reserved");
  await expect(step.fields.locator(".field-fault").first()).toContainText("Cards is missing");
  await step.field("Cards reserved").fill("64");
  await step.field("Hours reserved").fill("8760");
  await step.field("Region").fill("Norway");
  expect((await planDocument(page)).quotes[1]).toMatchObject({
    basis: "reserved",
    price: 2,
    commitment: { cards: 64, hours: 8_760 },
    region: "Norway",
  });
  await step.open();
  await step.title("Low price named beside it").click();
  await step.fields.getByText("Terms, availability and what else is charged").click();
  await expectAccessible(page);

  await step.field("Basis").selectOption("purchase");
  for (const [label, text] of [
    ["Price of a node", "87600"],
    ["Nodes", "1"],
    ["Cards in a node", "4"],
    ["Years of use", "1"],
    ["Used, of all hours", "50"],
    ["Power of a node", "0"],
    ["Price of a kWh", "0"],
  ] as const) {
    await step.field(label).fill(text);
  }
  await expect(step.fields.locator(".field-fault")).toHaveCount(0);
  await expect(step.row("Low price named beside it")).toContainText("5.00");
  const [, bought] = (await planDocument(page)).quotes;
  expect(bought).toMatchObject({ basis: "purchase", purchase: { nodes: 1, useShare: 0.5 }, region: "Norway" });
  expect(bought).not.toHaveProperty("price");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("axe finds nothing wrong with the quotes, their fields and what is picked from", async ({ page }) => {
      await emptyLibrary(page, "quote");
      await addToLibrary(page, halden);
      const step = new QuoteStepScreen(page);
      await step.open();
      await step.title("Stated rental price").click();
      await expect(step.fields).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: "From my library" }).click();
      await expect(step.picker.getByRole("button", { name: "Take Halden Compute" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "From the rates" }).click();
      await expect(step.picker.locator("tbody tr").first()).toBeVisible();
      await expectAccessible(page);
    });
  });
}

for (const size of [
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
  { width: 640, height: 400 },
]) {
  test(`at ${size.width} × ${size.height} the table scrolls inside the page, not the page`, async ({ page }) => {
    await page.setViewportSize(size);
    const step = new QuoteStepScreen(page);
    await step.open();
    await step.title("Stated rental price").click();
    await step.field("Source").scrollIntoViewIfNeeded();
    await expect(step.field("Source")).toBeInViewport();
    const { wide, room } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
    }));
    expect(wide).toBeLessThanOrEqual(room);
  });
}
