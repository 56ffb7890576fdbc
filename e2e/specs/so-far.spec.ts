import { expect } from "@playwright/test";
import { exact } from "../../shared/units/format/exact.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { computed } from "../fixtures/computed.ts";
import { test } from "../fixtures/journey.ts";
import { changed, example } from "../fixtures/plans.ts";
import { Drawer } from "../pages/drawer.ts";
import { HardwareStep } from "../pages/hardware.ts";
import { tabTo } from "../pages/keyboard.ts";
import { openText } from "../pages/open-text.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { ProjectStep } from "../pages/project-step.ts";
import { SoFar } from "../pages/so-far.ts";
import { Workspace } from "../pages/workspace.ts";

test.use({ start: "/project/example/hardware" });

const { estimated } = computed(example.text);
const total = estimated.withReruns;
const at = (achieved: number) =>
  computed(changed(example.text, '"achieved": 3.5e14', `"achieved": ${achieved}`)).estimated.withReruns;

test("tells what the plan comes to, to read and exactly", async ({ page }) => {
  const soFar = new SoFar(page);
  await new HardwareStep(page).open();
  await expect(soFar.cost).toHaveText("12.9 M");
  await expect(soFar.cost).toHaveAttribute("data-exact", "12,907,461.18 USD");
  await expect(soFar.range).toHaveText(
    "P10–P90 11.8–12.8 M, all low 9.92 M. The likely value lies above P90, because points per line can only be fewer than 15.",
  );
  await expect(soFar.figure("cardHours")).toHaveAttribute("data-exact", `${exact(total.cardHours)} card-hours`);
  await expect(soFar.figure("flop")).toHaveAttribute("data-exact", `${exact(total.flop)} FLOP`);
  await expect(soFar.figure("runs")).toHaveText("58,512");
  await expect(soFar.figure("energy")).toHaveText("3.31");
  await expect(soFar.times).toContainText(["10 cards49.1 years", "100 cards4.9 years", "100,000 cards43.0 h"]);
  await expect(soFar.times.first()).toContainText("not all runs fit");
  await expect(soFar.movers.first()).toContainText("Price of a card-hour, 2.00 to 3.50 USD");
  await expect(soFar.movers.first()).toContainText("8.60–15.1 M");
  await expect(soFar.lastChange).toHaveCount(0);
});

test("names the cards of a shared cluster that its times hold for", async ({ page }) => {
  const soFar = new SoFar(page);
  const shared = { ...JSON.parse(example.text), clusters: [{ cards: 32_000, share: 0.25 }, { cards: 1 }] };
  await openText(page, JSON.stringify(shared));
  await page.getByRole("link", { name: /^Hardware/ }).click();
  await expect(soFar.times).toContainText([/^8,000 of 32,000 granted/, /^1 card\d/]);
  await soFar.times.first().getByRole("button").first().click();
  await expect(new Drawer(page).root).toContainText("Ideal time on 8,000 granted of 32,000 cards");
});

test("follows every keystroke, and names the last change, which can be taken back", async ({ page }) => {
  const soFar = new SoFar(page);
  const hardware = new HardwareStep(page);
  await hardware.open();
  await hardware.achieved.fill("");
  // Digit by digit: after each one the total is that of the text as it stands.
  for (const [typed, achieved] of [
    ["3", 3e12],
    ["30", 30e12],
    ["300", 300e12],
  ] as const) {
    await hardware.achieved.press(typed.slice(-1));
    await expect(hardware.achieved).toHaveValue(typed);
    await expect(soFar.cost).toHaveAttribute("data-exact", usd(at(achieved).cost));
  }
  // What is typed slowly is several changes: this is one from where it began, however fast the page is.
  await hardware.achieved.fill("350");
  await expect(soFar.cost).toHaveAttribute("data-exact", usd(total.cost));
  await hardware.achieved.fill("300");
  await expect(soFar.lastChange).toContainText("+2.15 M");
  await expect(soFar.lastChange).toContainText("+16.7 %, runs as before");
  await soFar.undo.click();
  await expect(soFar.cost).toHaveAttribute("data-exact", usd(total.cost));
  await expect(hardware.achieved).toHaveValue("350");
});

test("says 0 where the result is equal", async ({ page }) => {
  const soFar = new SoFar(page);
  const project = new ProjectStep(page);
  await project.open();
  await project.field("Head of the sheet", "Funder").fill("Research council");
  await expect(soFar.lastChange).toContainText(/\b0 the result is the same/);
});

test("keeps the last valid figures while the text has faults, says so, and leads to them", async ({ page }) => {
  const soFar = new SoFar(page);
  const hardware = new HardwareStep(page);
  await hardware.open();
  await hardware.achieved.fill("350 x");
  await expect(soFar.note).toHaveText("as of the last valid plan, 1 fault in the text");
  await expect(soFar.cost).toHaveAttribute("data-exact", usd(total.cost));
  await expectAccessible(page);
  await soFar.note.getByRole("button").click();
  await expect(new PlanTextScreen(page).field).toBeVisible();
  await page.goBack();
  await hardware.achieved.fill("350");
  await expect(soFar.note).toHaveCount(0);
});

test("tells those who cannot see it, once the typing rests", async ({ page }) => {
  const soFar = new SoFar(page);
  const hardware = new HardwareStep(page);
  await hardware.open();
  await expect(soFar.cost).toBeVisible();
  await expect(soFar.announced).toHaveText("");
  await hardware.achieved.fill("300");
  await expect(soFar.announced).toHaveText("So far 15.1 M USD");
});

test("opens how a figure was computed; Esc gives the focus back, and an input leads to where it is changed", async ({
  page,
}) => {
  const soFar = new SoFar(page);
  const drawer = new Drawer(page);
  const hardware = new HardwareStep(page);
  await new ProjectStep(page).open();
  await soFar.cost.click();
  await expect(drawer.value).toHaveText("12,907,461.18 USD");
  await expect(soFar.cost).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Escape");
  await expect(drawer.root).toHaveCount(0);
  await expect(soFar.cost).toBeFocused();
  await page.keyboard.press("Enter");
  await drawer.input("Achieved speed per card").getByRole("button", { name: "Change it in the plan" }).click();
  await expect(hardware.achieved).toBeFocused();
});

test("shows a figure in full on focus, and copies it so", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const soFar = new SoFar(page);
  await new HardwareStep(page).open();
  await soFar.figure("energy").focus();
  const energy = `${exact(estimated.energy.kilowattHours ?? Number.NaN)} kWh`;
  await expect(page.locator(".figure-tip")).toHaveText(energy);
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(energy);
});

test("is reached and worked by keyboard alone", async ({ page }) => {
  const soFar = new SoFar(page);
  const hardware = new HardwareStep(page);
  await hardware.open();
  await tabTo(page, hardware.achieved);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("300");
  await expect(soFar.cost).toHaveText("15.1 M");
  await tabTo(page, soFar.cost);
  await page.keyboard.press("Enter");
  await expect(new Drawer(page).root).toBeFocused();
  await page.keyboard.press("Escape");
  await tabTo(page, soFar.undo);
  await page.keyboard.press("Enter");
  await expect(soFar.cost).toHaveText("12.9 M");
});

test.describe("where there is no room beside the step", () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test("is a bar with four figures, the rest on a tap", async ({ page }) => {
    const soFar = new SoFar(page);
    await new HardwareStep(page).open();
    await expect(soFar.cost).toHaveText("12.9 M");
    await expect(soFar.root).toContainText("P10–P90 11.8–12.8 M, all low 9.92 M");
    await expect(soFar.figure("cardHours")).toHaveText("4.30 M");
    await expect(soFar.figure("flop")).toHaveText("5.42 × 1024");
    await expect(soFar.figure("runs")).toHaveCount(0);
    await soFar.allFigures.click();
    await expect(soFar.figure("runs")).toHaveText("58,512");
    await expect(soFar.times).toHaveCount(3);
    await expectAccessible(page);
    await soFar.fewerFigures.click();
    await expect(soFar.figure("runs")).toHaveCount(0);
  });
});

test("is a bar beside the quotes however wide the window is", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  const soFar = new SoFar(page);
  await new HardwareStep(page).open();
  await expect(soFar.cost).toBeVisible();
  await expect(soFar.allFigures).toHaveCount(0);
  await new Workspace(page).step("Quotes").click();
  await expect(soFar.allFigures).toBeVisible();
});

const usd = (amount: number): string =>
  `${amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })} USD`;
