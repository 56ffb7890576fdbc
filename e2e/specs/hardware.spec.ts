import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { catalogue } from "../../electron/backend/catalogue.ts";
import { blankPlan } from "../../shared/plan/blank.ts";
import { read } from "../../shared/sheet/text/amounts.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { computed } from "../fixtures/computed.ts";
import { test } from "../fixtures/journey.ts";
import { changed, example, planFile } from "../fixtures/plans.ts";
import { ask, snapshotFor } from "../fixtures/record.ts";
import { HardwareStep } from "../pages/hardware.ts";
import { tabTo } from "../pages/keyboard.ts";
import { emptyLibrary } from "../pages/library.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { SoFar } from "../pages/so-far.ts";
import { Workspace } from "../pages/workspace.ts";

test.use({ start: "/project/example/hardware" });

const SPEED = '"achieved": 3.5e14';
const costWith = (speed: string) => computed(changed(example.text, SPEED, speed)).estimated.withReruns.cost;

test("lists every accelerator with its dense peaks and who says so, the plan's own first", async ({ page }) => {
  const hardware = new HardwareStep(page);
  await hardware.open();
  await expect(hardware.cards).toHaveCount(catalogue.accelerators.length);
  const first = page.getByRole("row").nth(1);
  await expect(first).toContainText("NVIDIA H100 SXM5 80GB");
  for (const figure of ["2022", "989.4", "1,978.9", "80", "3,350", "700", "8"]) {
    await expect(first.getByRole("cell", { name: figure, exact: true })).toBeVisible();
  }
  await expect(first).toContainText("ml-engineering, 22 Aug 2026");
  await expect(hardware.card("NVIDIA H100 SXM5 80GB")).toBeChecked();
  await expect(page.getByText("Dense peaks only.")).toContainText("1,979 for bf16 and 3,958 for fp8 are with sparsity");
});

test("finds a card by its words", async ({ page }) => {
  const hardware = new HardwareStep(page);
  await hardware.open();
  await hardware.search.fill("google 2023");
  await expect(hardware.cards).toHaveCount(2);
  await hardware.search.fill("atlantis");
  await expect(page.getByText("No accelerator has “atlantis” in its name, maker or year.")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("a card that no quote prices is priced where it is chosen, in one step, or in Quotes", async ({ page }) => {
      const text = blankPlan({ title: "A plan", date: "2026-11-22", currency: "USD" }, catalogue);
      const id = randomUUID();
      await ask(page, "projects.create", { id, snapshot: snapshotFor(text, "First revision") });
      await page.goto(`/project/${id}/hardware`);
      const card = new HardwareStep(page).card("NVIDIA A100 SXM4 80GB");
      const soFar = new SoFar(page);
      const before = (await soFar.cost.textContent()) ?? "";
      await card.check();
      const notice = page.getByText("No quote prices A100 yet");
      await expect(notice).toBeVisible();
      await expect(soFar.cost).toHaveText(before);
      await expectAccessible(page);

      await page.getByRole("button", { name: /^Take [0-9.]+ USD a card-hour of / }).click();
      await expect(notice).toHaveCount(0);
      await expect(card).toBeFocused();
      await expect(soFar.cost).not.toHaveText(before);
      await page.keyboard.press("Control+z");
      await expect(notice).toBeVisible();
      await expect(card).toBeChecked();
      await page.getByRole("button", { name: "Choose in Quotes" }).click();
      await expect(page).toHaveURL(/quotes/);
    });
  });
}

test("takes another card with the share of the peak that was stated, and undoes it in one step", async ({ page }) => {
  const hardware = new HardwareStep(page);
  const soFar = new SoFar(page);
  await hardware.open();
  await hardware.search.fill("b200");
  await hardware.card("NVIDIA B200 SXM 180GB").check();
  await expect(hardware.utilisation).toHaveValue("35.37");
  const text = changed(changed(example.text, SPEED, '"utilisation": 0.3537'), '"h100-sxm"', '"b200-sxm"');
  await expect(soFar.cost).toHaveText(read(computed(text).estimated.withReruns.cost));
  await soFar.undo.click();
  await expect(hardware.card("NVIDIA B200 SXM 180GB")).not.toBeChecked();
  await expect(soFar.cost).toHaveText("12.9 M");
  await hardware.search.fill("");
  await expect(hardware.achieved).toHaveValue("350");
});

test("states the speed in either form, keeping what was typed in each, or leaves it to the advice", async ({
  page,
}) => {
  const hardware = new HardwareStep(page);
  const soFar = new SoFar(page);
  await hardware.open();
  await expect(hardware.standing).toHaveText("35.4 % of 989.4 in bf16, between the advice and the median measured");
  await hardware.choice("State it as", "Utilisation").click();
  await expect(hardware.utilisation).toHaveValue("35.37");
  await hardware.utilisation.fill("40");
  await expect(soFar.cost).toHaveText(read(costWith('"utilisation": 0.4')));
  await hardware.choice("State it as", "FLOP/s").click();
  await expect(hardware.achieved).toHaveValue("350");
  await expect(soFar.cost).toHaveText("12.9 M");
  await hardware.choice("State it as", "Advice").click();
  await expect(soFar.cost).toHaveText(read(costWith('"utilisation": 0.3')));
  await expect(hardware.standing).toContainText("It is counted with 30 % of the dense peak: Sevilla et al. 2022");
});

test("tells what other values would cost", async ({ page }) => {
  const hardware = new HardwareStep(page);
  await hardware.open();
  const rows = hardware.otherValues.getByRole("row");
  await expect(rows).toHaveText([
    `30 %, advice${read(costWith('"utilisation": 0.3'))}+2.31 M`,
    "35.4 %, this plan12.9 M",
    `40.4 %, median measured${read(costWith('"utilisation": 0.40365'))}−1.60 M`,
  ]);
  await hardware.achieved.fill("400");
  await expect(rows.filter({ hasText: "this plan" })).toHaveText(
    `40.4 %, this plan${read(costWith('"achieved": 4e14'))}`,
  );
  await expect(rows.first()).toContainText("+3.93 M");
});

test("takes a range from the advice to the median, with its source", async ({ page }) => {
  const hardware = new HardwareStep(page);
  const soFar = new SoFar(page);
  await hardware.open();
  await expect(hardware.useRange).toHaveText("Use a range, 30 to 40.4 %");
  await hardware.useRange.click();
  const part = (name: string) => hardware.speed.getByRole("textbox", { name, exact: true });
  await expect(part("low")).toHaveValue("30");
  await expect(part("likely")).toHaveValue("35.4");
  await expect(part("high")).toHaveValue("40.4");
  await expect(soFar.movers.filter({ hasText: "tilisation" })).toHaveCount(1);
  await new Workspace(page).showText();
  await expect(new PlanTextScreen(page).field).toHaveValue(/to the median of 70 measurements on H100 in bf16/);
});

test("shows faults beside the field, and keeps what was typed", async ({ page }) => {
  const hardware = new HardwareStep(page);
  await hardware.open();
  await hardware.choice("State it as", "Utilisation").click();
  await hardware.utilisation.fill("140");
  await expect(hardware.utilisation).toHaveAttribute("aria-invalid", "true");
  await expect(hardware.speed.locator(".field-fault")).toContainText("Allowed");
  await expect(hardware.speed).toContainText("More than the card can do");
  await page.reload();
  await expect(hardware.utilisation).toHaveValue("140");
});

test("takes a card of one's own, by value", async ({ page }) => {
  const hardware = new HardwareStep(page);
  const soFar = new SoFar(page);
  await hardware.open();
  await hardware.ownButton.click();
  const own = page.getByRole("region", { name: "Your own card" });
  await expect(hardware.card("NVIDIA H100 SXM5 80GB (own figures)")).toBeChecked();
  await own.getByLabel("Name", { exact: true }).fill("Lab card");
  await expect(hardware.card("Lab card")).toBeChecked();
  await own.getByLabel("bf16, dense peak").fill("500");
  await expect(hardware.standing).toContainText("70 % of 500.0 in bf16");
  await expect(hardware.speed).toContainText("More than published training runs reach");
  // The speed is stated, so the cost is as before.
  await expect(soFar.cost).toHaveText("12.9 M");
  await own.getByLabel("Thermal design power").fill("350");
  await expect(soFar.figure("energy")).toHaveText("1.66");
  await expectAccessible(page);
});

test("keeps a card of one's own in the library, and copies a card of the library with where it is from", async ({
  page,
}) => {
  const hardware = new HardwareStep(page);
  await hardware.open();
  await emptyLibrary(page, "accelerator");
  await hardware.ownButton.click();
  const own = page.getByRole("region", { name: "Your own card" });
  await own.getByLabel("Name", { exact: true }).fill("Lab card");
  await own.getByRole("button", { name: "Save to my library" }).click();
  await expect(own.getByRole("status")).toHaveText("Saved: other plans can take it from the library.");
  const { rows } = await ask(page, "library.list", { kind: "accelerator" });
  const [kept] = rows.filter(({ deletedAt }) => deletedAt === null);
  expect(kept?.content.value).toMatchObject({ name: "Lab card", densePeak: { bf16: 989.4e12 } });

  await hardware.card("NVIDIA H100 SXM5 80GB").check();
  await expect(own).toHaveCount(0);
  await hardware.card("Lab card library").check();
  await expect(own.getByLabel("Name", { exact: true })).toHaveValue("Lab card");
  await new Workspace(page).showText();
  const { defaults } = JSON.parse(await new PlanTextScreen(page).field.inputValue());
  expect(defaults.hardware.accelerator).toMatchObject({ name: "Lab card", from: { id: kept?.id, revision: 1 } });
});

test("names the sweeps that state hardware of their own, and leads to them", async ({ page }) => {
  const text = JSON.parse(example.text);
  text.title = "Own hardware";
  text.experiments[1].hardware = { utilisation: 0.2 };
  const workspace = new Workspace(page);
  await new HardwareStep(page).open();
  await workspace.open(planFile("own.json", JSON.stringify(text)));
  await expect(page.getByRole("heading", { name: "Own hardware", level: 1 }).first()).toBeVisible();
  await workspace.step("Hardware and speed").click();
  const note = page.getByText("This is the plan’s default.");
  await expect(note).toContainText(`${text.experiments[1].title}, utilisation`);
  await note.getByRole("button").click();
  await expect(page).toHaveURL(/\/experiments#experiments%5B1%5D\.hardware$/);
});

test("is worked by keyboard alone: search, choose, type a speed", async ({ page }) => {
  const hardware = new HardwareStep(page);
  const soFar = new SoFar(page);
  await hardware.open();
  await tabTo(page, hardware.search);
  await page.keyboard.type("a100 sxm4 80");
  await tabTo(page, hardware.card("NVIDIA A100 SXM4 80GB"));
  await page.keyboard.press("Space");
  await expect(hardware.card("NVIDIA A100 SXM4 80GB")).toBeChecked();
  await tabTo(page, hardware.utilisation);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("40");
  const text = changed(changed(example.text, SPEED, '"utilisation": 0.4'), '"h100-sxm"', '"a100-sxm-80"');
  await expect(soFar.cost).toHaveText(read(computed(text).estimated.withReruns.cost));
});

test("shows what was measured on the card as a cloud, and the plan among it", async ({ page }) => {
  const hardware = new HardwareStep(page);
  await hardware.open();
  await expect(hardware.chart.getByRole("heading")).toHaveText("70 measurements on H100 in bf16 reach 26 to 46 %");
  await expect(hardware.chart).toContainText(
    "MosaicML llm-foundry, models of 758 M to 64.9 B on 8 to 512 cards, model FLOP utilisation; beside them 5 published runs",
  );
  for (const words of [
    "context up to 2,048",
    "4,096 to 65,536",
    "ticks: the plan’s 14 models",
    "40.4 %, median measured",
  ]) {
    await expect(hardware.chart.getByText(words)).toBeVisible();
  }
  await expect(page.getByText("7 of the 14 models are smaller")).toHaveText(
    "7 of the 14 models are smaller than anything measured here (758 M). They take 4.4 % of the money.",
  );
  const picture = hardware.chart.getByRole("img");
  await expect(picture).toHaveAccessibleName(/Share of the dense peak that 75 measured runs reached/);
  await picture.locator(".measured-short").first().hover({ force: true });
  const tip = hardware.chart.locator(".measured-tip");
  await expect(tip).toContainText("MPT-70B: 41.3 %");
  await expect(tip).toContainText("64.9 B parameters, 512 × H100 80GB in bf16, context 2,048");
  await expect(tip).toContainText("MosaicML llm-foundry, training benchmarks of MPT models, no date");
  await hardware.search.hover();
  await expect(tip).toHaveCount(0);
});

test("shows the same as a table, with source and date", async ({ page }) => {
  const hardware = new HardwareStep(page);
  await hardware.open();
  await hardware.chart.getByRole("button", { name: "as table" }).click();
  await expect(hardware.chart.getByRole("row")).toHaveCount(1 + 70 + 5);
  const best = hardware.chart.getByRole("row").nth(1);
  for (const words of ["MPT-7B", "6.66 B", "8 × H100 80GB", "2,048", "46.4", "MosaicML llm-foundry"]) {
    await expect(best).toContainText(words);
  }
  await expect(hardware.chart.getByRole("row").last()).toContainText("no date");
});

test("compares fp8 with what was measured in fp8, and refuses a share of the bf16 peak for it", async ({ page }) => {
  const hardware = new HardwareStep(page);
  await hardware.open();
  await hardware.useRange.click();
  await hardware.choice("Format", "fp8").click();
  await expect(hardware.chart.getByRole("heading")).toHaveText("12 measurements on H100 in fp8 reach 14 to 39 %");
  const peak = hardware.speed.getByLabel("A share of the peak in");
  await expect(peak).toHaveValue("bf16");
  await expect(hardware.speed.locator(".field-fault")).toContainText(
    "This utilisation is a share of the bf16 peak, and the runs compute in fp8. Allowed: fp8.",
  );
  await peak.selectOption("fp8");
  await expect(hardware.speed.locator(".field-fault")).toHaveCount(0);
  await peak.selectOption("");
  await expect(peak).toHaveCount(0);
});

test("states a utilisation by width, point by point", async ({ page }) => {
  const hardware = new HardwareStep(page);
  const soFar = new SoFar(page);
  await hardware.open();
  await hardware.choice("State it as", "By width").click();
  const width = (point: number) => hardware.widths.getByLabel(`Width of point ${point}`);
  const share = (point: number) => hardware.widths.getByLabel(`Utilisation of point ${point}`);
  await expect(width(1)).toHaveValue("128");
  await expect(width(2)).toHaveValue("16384");
  await expect(share(2)).toHaveValue("35.37");
  await expect(soFar.cost).toHaveText("12.9 M");
  await share(1).fill("10");
  await share(2).fill("40");
  const points = (...rows: readonly (readonly [number, number])[]) =>
    `"utilisation": {"byWidth": [${rows.map(([at, of]) => `{"width": ${at}, "utilisation": ${of}}`).join(", ")}]}`;
  const two = costWith(points([128, 0.1], [16_384, 0.4]));
  await expect(soFar.cost).toHaveText(read(two));
  await expect(hardware.standing.first()).toContainText("Between two widths on a straight line in log width");
  await expect(hardware.speed).toContainText("10 to 40 % of 989.4 in bf16 for the plan’s 14 models");
  await expect(hardware.otherValues.getByRole("row").filter({ hasText: "by width, this plan" })).toContainText(
    read(two),
  );
  await expect(hardware.chart.getByText("this plan, by width")).toBeVisible();

  await hardware.speed.getByRole("button", { name: "Width", exact: true }).click();
  await width(3).fill("1024");
  await expect(hardware.widths.locator(".field-fault")).toContainText("a width above 16,384");
  await hardware.widths.getByRole("button", { name: "Remove point 3" }).click();
  await width(2).fill("4096");
  await expect(hardware.speed).toContainText("4 models lie beyond the table and take the utilisation of its end.");
  await expect(soFar.cost).toHaveText(read(costWith(points([128, 0.1], [4_096, 0.4]))));
  await expect(hardware.widths.getByRole("button", { name: "Remove point 1" })).toBeDisabled();
  await hardware.choice("State it as", "FLOP/s").click();
  await expect(hardware.achieved).toHaveValue("350");
  await expect(soFar.cost).toHaveText("12.9 M");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`axe in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("finds nothing wrong with the cards, the speed and the chart", async ({ page }) => {
      const hardware = new HardwareStep(page);
      await hardware.open();
      await expect(hardware.otherValues.getByRole("row")).toHaveCount(3);
      await expectAccessible(page);
      await hardware.chart.getByRole("button", { name: "as table" }).click();
      await hardware.useRange.click();
      await expectAccessible(page);
      await hardware.choice("State it as", "By width").click();
      await hardware.chart.getByRole("button", { name: "as table" }).click();
      await expect(hardware.widths).toBeVisible();
      await expectAccessible(page);
    });
  });
}

for (const width of [640, 1024, 1280, 1920]) {
  test(`fits a window of ${width} pixels: nothing but the tables scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const hardware = new HardwareStep(page);
    await hardware.open();
    await expect(hardware.achieved).toBeVisible();
    const [speed, chart] = await Promise.all([
      hardware.speed.getByRole("group", { name: "State it as" }).boundingBox(),
      hardware.chart.boundingBox(),
    ]);
    const isBeside = (speed?.y ?? 0) < (chart?.y ?? 0) + (chart?.height ?? 0) && (chart?.x ?? 0) > (speed?.x ?? 0);
    if (isBeside) expect((speed?.x ?? 0) + (speed?.width ?? 0)).toBeLessThanOrEqual(chart?.x ?? 0);
    const overflow = await page.locator("#main").evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await hardware.useRange.scrollIntoViewIfNeeded();
    await expect(hardware.useRange).toBeInViewport({ ratio: 1 });
  });
}
