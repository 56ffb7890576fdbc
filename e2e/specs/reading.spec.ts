import { expect } from "@playwright/test";
import { test } from "../fixtures/journey.ts";
import { example } from "../fixtures/plans.ts";
import { SheetScreen } from "../pages/sheet.ts";

test("the outline leads to every section and follows the reading", async ({ page }) => {
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  for (const name of ["Sources", "Assumptions", "Headline"]) {
    const entry = sheet.outline.getByRole("button", { name });
    await entry.click();
    const heading = name === "Headline" ? example.title : name;
    await expect(page.getByRole("heading", { name: heading, exact: true })).toBeInViewport();
    await expect(entry).toHaveAttribute("aria-current", "true");
  }
});

test("keys size the page and not the program, and another paper lays it out anew", async ({ page }) => {
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  const width = () => sheet.pages.first().evaluate((found) => Math.round(found.getBoundingClientRect().width));
  const bar = await page.getByRole("banner").boundingBox();
  const fitted = await width();
  await page.keyboard.press("Control+-");
  await expect.poll(width).toBeLessThan(fitted);
  await page.keyboard.press("Control+0");
  await expect.poll(width).toBe(794);
  expect(await page.getByRole("banner").boundingBox()).toEqual(bar);
  await page.getByRole("button", { name: "Letter" }).click();
  await expect.poll(width).toBe(816);
});
