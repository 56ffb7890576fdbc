import { expect, type Page } from "@playwright/test";
import { durationText } from "../../shared/units/format/duration.ts";
import { exact } from "../../shared/units/format/exact.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { computed } from "../fixtures/computed.ts";
import { test } from "../fixtures/journey.ts";
import { example } from "../fixtures/plans.ts";
import { Drawer } from "../pages/drawer.ts";
import { tabTo } from "../pages/keyboard.ts";
import { addToLibrary, emptyLibrary, LibraryScreen } from "../pages/library.ts";
import { planDocument } from "../pages/plan-document.ts";

test.use({ start: "/project/example/clusters" });

const rowsOf = (page: Page) => page.locator(".cluster-table tbody tr[data-cluster]");
const timeOf = (page: Page, index: number) => rowsOf(page).nth(index).locator(".cluster-time").first();
const detailsOf = (page: Page, index: number) => page.getByRole("region", { name: `Details of cluster ${index + 1}` });
const cardsOf = (page: Page, index: number) =>
  detailsOf(page, index).getByRole("textbox", { name: "Cards", exact: true });
const titleOf = (page: Page, index: number) => detailsOf(page, index).getByLabel("Title");
const openDetails = (page: Page, name: string) =>
  page.getByRole("button", { name: `Details of ${name}`, exact: true }).click();

test.beforeEach(async ({ page }) => {
  await expect(page.getByRole("heading", { name: "Clusters", level: 2 })).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(3);
});

test("each cluster has its ideal time, in full and explained", async ({ page }) => {
  const { plan, estimated } = computed(example.text);
  for (const [index, hours] of estimated.idealHours.entries()) {
    await expect(timeOf(page, index)).toHaveText(durationText(hours));
    await expect(timeOf(page, index).getByRole("button")).toHaveAttribute("data-exact", `${exact(hours)} h`);
  }
  expect(plan.clusters).toHaveLength(3);
  await expect(rowsOf(page).nth(2)).toContainText("12,500 nodes");
  await timeOf(page, 2).getByRole("button").click();
  await expect(new Drawer(page).value).toContainText("43.02487");
  await page.keyboard.press("Escape");
  await expect(timeOf(page, 2).getByRole("button")).toBeFocused();
});

test("a cluster of one's own is typed by keyboard alone, moved and taken back", async ({ page }) => {
  await tabTo(page, page.getByRole("button", { name: "Cluster", exact: true }));
  await page.keyboard.press("Enter");
  await expect(cardsOf(page, 3)).toBeFocused();
  await expect(cardsOf(page, 3)).toHaveValue("1000");
  await expect(page.locator(".field-fault")).toHaveCount(0);
  await expect(timeOf(page, 3)).toHaveText("179.3 days");
  await page.keyboard.press("Shift+Tab");
  await expect(titleOf(page, 3)).toBeFocused();
  await page.keyboard.type("Our machine room");
  await page.keyboard.press("Tab");
  await page.keyboard.type("16x");
  await expect(detailsOf(page, 3).locator(".field-fault")).toContainText("a whole number from 1 to 10,000,000");
  await page.keyboard.press("Backspace");
  await expect(timeOf(page, 3)).toHaveText("30.7 years");
  await expect(rowsOf(page).nth(3)).toContainText("2 nodes");
  await page.getByRole("button", { name: "Our machine room", exact: true }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(cardsOf(page, 2)).toHaveValue("16");
  await expect(page.getByText("Our machine room is number 3 of 4.")).toBeVisible();
  expect((await planDocument(page)).clusters).toEqual([
    { cards: 10 },
    { cards: 100 },
    { title: "Our machine room", cards: 16 },
    { cards: 100_000 },
  ]);
  await page.getByRole("button", { name: "More for Our machine room" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(rowsOf(page)).toHaveCount(3);
  await page.keyboard.press("Control+z");
  await expect(rowsOf(page).nth(2)).toContainText("Our machine room");
});

test("a plan that names no clusters says which it is shown on, and can make them its own", async ({ page }) => {
  await page.getByRole("button", { name: "Back to 10, 100 and 100,000" }).click();
  await expect(page.getByText("This plan names no clusters")).toBeVisible();
  await expect(timeOf(page, 2)).toHaveText("43.0 h");
  expect(await planDocument(page)).not.toHaveProperty("clusters");
  await openDetails(page, "10 cards");
  await expect(page.getByText("This plan names no clusters")).toBeHidden();
  await expect(cardsOf(page, 0)).toHaveValue("10");
  await cardsOf(page, 0).fill("20");
  await expect(timeOf(page, 0)).toHaveText("24.6 years");
});

test("everything that a cluster says is in its details, with what it means where it says nothing", async ({ page }) => {
  await openDetails(page, "100 cards");
  const details = detailsOf(page, 1);
  await expect(details.getByRole("textbox", { name: "Between failures of one card", exact: true })).toHaveAttribute(
    "placeholder",
    "50,677, of Llama 3",
  );
  await expect(details).toContainText("419 unexpected interruptions in 54 days on 16,384 cards");
  await details.getByRole("textbox", { name: "Granted to this project" }).fill("50");
  await expect(rowsOf(page).nth(1)).toContainText("50 of 100 granted");
  await expect(timeOf(page, 1)).toHaveText("9.8 years");
  await details.getByRole("textbox", { name: "Hours in a week" }).fill("84");
  await details.getByLabel("Starts").fill("2027-01-04");
  await details.getByRole("button", { name: "Count in allocation units" }).click();
  await details.getByLabel("Allocation unit").fill("SU");
  await details.getByLabel("for each").selectOption("node-hour");
  expect((await planDocument(page)).clusters?.[1]).toEqual({
    cards: 100,
    share: 0.5,
    hoursPerWeek: 84,
    start: "2027-01-04",
    allocation: { unit: "SU", perNodeHour: 1 },
  });
  // The step was left for its text, and is shown anew.
  await openDetails(page, "100 cards");
  await details.getByRole("textbox", { name: "Granted to this project" }).fill("0");
  await expect(details.locator(".field-fault")).toContainText("granted share of the cards");
  await expect(rowsOf(page).nth(1)).toContainText("1 fault");
});

test("clusters come from the library, go to it, and follow it when asked", async ({ page }) => {
  await emptyLibrary(page, "cluster");
  const value = { title: "Rented pod", cards: 512, cardMtbfHours: 40_000, share: 0.5 };
  const pod = await addToLibrary(page, { kind: "cluster", value });
  await page.getByRole("button", { name: "From my library" }).click();
  await page.getByRole("button", { name: "Take Rented pod" }).click();
  await expect(rowsOf(page).nth(3)).toContainText("256 of 512 granted");
  expect((await planDocument(page)).clusters?.at(3)).toMatchObject(value);
  await page.getByRole("button", { name: "More for 10 cards" }).click();
  await page.getByRole("menuitem", { name: "Save to my library" }).click();
  await expect(page.getByText("10 cards is in your library.")).toBeVisible();

  await page.keyboard.press("Control+s");
  await expect(page).not.toHaveURL(/example/);
  // Saved, before the page is left.
  await expect(page.getByRole("link", { name: "revision 1" })).toBeVisible();
  const library = new LibraryScreen(page);
  await library.open("/clusters");
  await expect(library.rows).toHaveCount(2);
  await library.row("Rented pod").getByRole("button", { name: "Rented pod", exact: true }).click();
  await library.field("Cards").fill("1024");
  await library.field("Writing a checkpoint").fill("3");
  await library.save();
  await expect(library.status).toContainText("Saved");
  await library.row("Rented pod").getByRole("link", { name: example.title }).click();
  await expect(rowsOf(page).nth(3)).toContainText("The library has changed since: 1,024 cards now.");
  await page.getByRole("button", { name: "Take it" }).click();
  await expect(rowsOf(page).nth(3)).toContainText("512 of 1,024 granted");
  expect((await planDocument(page)).clusters?.at(3)).toMatchObject({
    ...value,
    cards: 1024,
    checkpointWriteMinutes: 3,
    from: { id: pod.id, revision: 2 },
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("axe finds nothing wrong with the clusters, one's own and the presets, and with details", async ({ page }) => {
      await expect(page.getByRole("application", { name: /Arrow keys read the bands/ })).toBeVisible();
      await openDetails(page, "100 cards");
      await expectAccessible(page);
      await page.getByRole("button", { name: "Back to 10, 100 and 100,000" }).click();
      await expect(page.getByText("This plan names no clusters")).toBeVisible();
      await expectAccessible(page);
    });
  });
}

for (const size of [
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
  { width: 640, height: 400 },
]) {
  test(`at ${size.width} × ${size.height} the timeline fits, and the page does not scroll sideways`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    const chart = page.getByRole("application", { name: /Arrow keys read the bands/ });
    await chart.scrollIntoViewIfNeeded();
    await expect(chart).toBeInViewport();
    const { wide, room } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
    }));
    expect(wide).toBeLessThanOrEqual(room);
    const box = await chart.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width);
  });
}
