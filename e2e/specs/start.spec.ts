import { expect } from "@playwright/test";
import { computed } from "../fixtures/computed.ts";
import { startHost } from "../fixtures/host-process.ts";
import { test, troublesOf } from "../fixtures/journey.ts";
import { example } from "../fixtures/plans.ts";
import { SheetScreen } from "../pages/sheet.ts";

test("npm start prints an address that opens the app, and leaves no token behind", async ({ browser }) => {
  const { address, stop } = await startHost({ program: "scripts/start.ts" });
  const context = await browser.newContext();
  try {
    const troubles = troublesOf(context, new URL(address).origin);
    const page = await context.newPage();
    await page.goto(address);
    await expect(page.getByRole("navigation", { name: "Places" })).toBeVisible();
    expect(page.url()).toBe(`${new URL(address).origin}/`);
    await page.goBack();
    expect(page.url()).toBe("about:blank");
    expect(troubles).toEqual([]);
  } finally {
    await context.close();
    await stop();
  }
});

test("the example's three headline figures are there, each exact when it is asked", async ({ page }) => {
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  await expect(page).toHaveTitle(example.title);
  for (const [name, exact] of [
    ["12.9 M USD", "12,907,461.18 USD"],
    ["4.30 M", "4,302,487.060380523 card-hours"],
    ["5.42 × 1024 FLOP", "5.421133696079458e24 FLOP"],
  ] as const) {
    await expect(sheet.figure(name)).toHaveAccessibleDescription(`Exactly ${exact}. How was this computed?`);
    await sheet.figure(name).hover();
    await expect(page.getByText(exact, { exact: true })).toBeVisible();
  }
  await expect(sheet.figure("5.42 × 1024 FLOP").locator("sup")).toHaveText("24");
});

test("tables 1 and 2 foot: every column that adds up, adds up to its total", async ({ page }) => {
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  const { estimated } = computed(example.text);
  const rows = await sheet.rows("experiments");
  const total = rows.pop() ?? [];
  expect(rows).toHaveLength(estimated.experiments.length);
  const numbers = (column: number) => rows.map((row) => numberOf(row[column]));
  const sum = (column: number) => numbers(column).reduce((before, number) => before + number, 0);

  // Runs, card-hours, node-hours and USD are whole; shares have one decimal. FLOP say that they do not add up.
  for (const column of [1, 3, 4, 5]) expect(sum(column)).toBe(numberOf(total[column]));
  expect(sum(6)).toBeCloseTo(100, 6);
  expect(total.slice(0, 2)).toEqual(["Total", "58,512"]);
  expect(total[5]).toBe("12,907,461");

  // And no row was bent to make it so: each lies within one of what it stands for.
  estimated.experiments.forEach(({ runs, cardHours, nodeHours, cost }, index) => {
    expect(numbers(1)[index]).toBe(runs);
    [cardHours, nodeHours, cost].forEach((value, at) => {
      expect(Math.abs((numbers(3 + at)[index] ?? Number.NaN) - value)).toBeLessThan(1);
    });
  });

  const models = await sheet.rows("models");
  const modelsTotal = models.pop() ?? [];
  expect(models).toHaveLength(14);
  for (const column of [6, 7]) {
    expect(models.reduce((before, row) => before + numberOf(row[column]), 0)).toBe(numberOf(modelsTotal[column]));
  }
  expect(modelsTotal[7]).toBe(total[5]);
});

const numberOf = (words: string | undefined): number => Number((words ?? "").replaceAll(",", "").replace("−", "-"));
