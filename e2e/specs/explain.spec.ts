import { expect, type Locator } from "@playwright/test";
import { computed } from "../fixtures/computed.ts";
import { test } from "../fixtures/journey.ts";
import { example } from "../fixtures/plans.ts";
import { Drawer } from "../pages/drawer.ts";
import { HardwareStep } from "../pages/hardware.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const { estimated } = computed(example.text);
const alignment = estimated.experiments[0]?.cost ?? Number.NaN;
const hours = estimated.withReruns.cardHours;

interface Asked {
  readonly what: string;
  readonly figure: (sheet: SheetScreen) => Locator;
  readonly value: number;
  readonly unit: string;
  /** Names of inputs that must be there, with words of their sources. */
  readonly from: Readonly<Record<string, string>>;
}

const asked: readonly Asked[] = [
  {
    what: "the total cost",
    figure: (sheet) => sheet.figure("12.9 M USD"),
    value: estimated.withReruns.cost,
    unit: "USD",
    from: { "Price of a card-hour": "Price of an H100 card-hour used in the hand estimate of arXiv 2407.05872" },
  },
  {
    what: "an experiment's cost",
    figure: (sheet) => sheet.cell("experiments", "Alignment", 6),
    value: alignment,
    unit: "USD",
    from: { "Price of a card-hour": "22 November 2026" },
  },
  {
    what: "the parameters of a model",
    figure: (sheet) => sheet.cell("models", "16,384", 3),
    value: 26_821_689_344,
    unit: "parameters",
    from: {},
  },
  {
    what: "an ideal time",
    figure: (sheet) => sheet.cell("times", "100,000", 2),
    value: hours / 100_000,
    unit: "h",
    from: {},
  },
  {
    what: "the energy",
    figure: (sheet) => sheet.cell("energy", "Electricity, 700 W a card", 2),
    value: estimated.energy.byCard ?? Number.NaN,
    unit: "kWh",
    from: {},
  },
  {
    what: "the difference of a dispute",
    figure: (sheet) => sheet.cell("disputes", "Alignment with 3 optimizers", 3),
    value: alignment * 3 - alignment,
    unit: "USD",
    from: {},
  },
  {
    what: "the total at another price",
    figure: (sheet) => sheet.cell("prices", "Low price named beside it", 3),
    value: hours * 2,
    unit: "USD",
    from: {},
  },
  {
    what: "a number in a sentence",
    figure: (sheet) => sheet.figure("43.0 hours"),
    value: hours / 100_000,
    unit: "h",
    from: {},
  },
];

test("every kind of figure shows its formula, its numbers and where each comes from", async ({ page }) => {
  const sheet = new SheetScreen(page);
  const drawer = new Drawer(page);
  await sheet.shown(example.title);
  for (const [index, { what, figure, value, unit, from }] of asked.entries()) {
    await test.step(what, async () => {
      // By mouse and by key in turn.
      await (index % 2 === 0 ? figure(sheet).click() : figure(sheet).press("Enter"));
      await expect(drawer.root).toBeFocused();
      await expect(figure(sheet)).toHaveAttribute("aria-expanded", "true");

      // The formula, and the same with the numbers put in: MathML that Chromium sets itself.
      await expect(drawer.formulas).toHaveCount(2);
      for (const formula of await drawer.formulas.all()) {
        await expect(formula).toBeVisible();
        expect(await formula.evaluate((math) => math.namespaceURI)).toBe("http://www.w3.org/1998/Math/MathML");
      }
      await expect(drawer.formulas.last()).toContainText(/\d/);

      expect(await drawer.inputs.count()).toBeGreaterThan(0);
      for (const input of await drawer.inputs.allInnerTexts()) {
        // Symbol, name with number, and at least one line that says who says so.
        expect(input).toMatch(/\d/);
        expect(input.split("\n").filter((line) => line.trim() !== "").length).toBeGreaterThanOrEqual(3);
      }
      for (const [name, source] of Object.entries(from)) await expect(drawer.input(name)).toContainText(source);

      const [digits = "", copiedUnit] = (await drawer.copied()).split(" ");
      expect(copiedUnit).toBe(unit);
      expect(Math.abs(Number(digits.replaceAll(",", "")) / value - 1)).toBeLessThan(1e-12);

      await page.keyboard.press("Escape");
      await expect(drawer.root).toBeHidden();
      await expect(figure(sheet)).toBeFocused();
    });
  }
});

test("the sum opens down to one run, and back again", async ({ page }) => {
  const sheet = new SheetScreen(page);
  const drawer = new Drawer(page);
  await sheet.shown(example.title);
  await sheet.figure("12.9 M USD").click();
  await expect(drawer.terms).toHaveCount(estimated.experiments.length);
  await drawer.input("Operations of all experiments").getByRole("button", { name: "Open the sum" }).click();
  await expect(drawer.terms.first()).toBeInViewport();

  for (const [term, below] of [
    ["Alignment", "888.81 USD"],
    ["Its one sweep", "888.81 USD"],
    ["width 1,024", "51.58 USD"],
  ] as const) {
    await drawer.terms.getByRole("button", { name: term }).click();
    await expect(drawer.root).toBeFocused();
    await expect(drawer.value).toHaveText(below);
  }
  await drawer.input("Operations of one run").getByRole("button", { name: "How this was computed" }).click();
  await expect(drawer.value).toContainText("FLOP");

  for (const above of ["51.58 USD", "888.81 USD", "888.81 USD", "12,907,461.18 USD"]) {
    await drawer.back();
    await expect(drawer.value).toHaveText(above);
  }
  await expect(drawer.root.getByRole("button", { name: /^Back to / })).toHaveCount(0);
  await drawer.root.getByRole("button", { name: "Close" }).click();
  await expect(drawer.root).toBeHidden();
  await expect(sheet.figure("12.9 M USD")).toBeFocused();
});

test("an input leads to the field where it is changed, and a change there to the new sheet", async ({ page }) => {
  const sheet = new SheetScreen(page);
  const drawer = new Drawer(page);
  await sheet.shown(example.title);
  for (const [input, step, value] of [
    ["Achieved speed per card", "hardware#defaults.hardware.achieved", "350"],
    // A range is changed where it is used first.
    ["Points per line", "experiments#variables.pointsPerLine", "10"],
    // A price is changed together with its date and source.
    ["Price of a card-hour", "quotes#quotes%5B0%5D", "Stated rental price"],
  ] as const) {
    await sheet.figure("12.9 M USD").click();
    await drawer.input(input).getByRole("button", { name: "Change it in the plan" }).click();
    await expect(page).toHaveURL(new RegExp(`/project/example/${step}`));
    await expect(page.locator(":focus")).toHaveValue(value);
    await page.goBack();
  }

  await page.goto("/project/example/hardware");
  await new HardwareStep(page).achieved.fill("175");
  await new Workspace(page).step("Sheet").click();
  await expect(sheet.figure("25.8 M USD")).toBeVisible();
});

test("a bar of a chart can be asked, and the data behind it read and copied", async ({ page }) => {
  const sheet = new SheetScreen(page);
  const drawer = new Drawer(page);
  await sheet.shown(example.title);
  const chart = sheet.section("cost-by-axis");
  await chart.getByRole("button", { name: "as table" }).click();
  const row = sheet.chartData.getByRole("row").filter({ hasText: "16,384" });
  await expect(row.getByRole("button").first()).toHaveAccessibleDescription(/^Exactly 5,281,874\.91 USD\./);
  await sheet.chartData.getByRole("button", { name: /^Copy the table/ }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n").find((line) => line.startsWith("16"))).toMatch(/\t5281874\.913/);
  await page.keyboard.press("Escape");
  await expect(chart.getByRole("button", { name: "as table" })).toBeFocused();

  // The tallest bar stands at the right end.
  const canvas = chart.getByRole("img");
  await expect(canvas).toHaveAccessibleName(/^Figure 1\. The largest width takes 41 % of the money\.$/);
  const { width, height } = (await canvas.boundingBox()) ?? { width: 0, height: 0 };
  await canvas.click({ position: { x: width - 30, y: height / 2 } });
  await expect(drawer.root).toContainText("5,281,874.91 USD");
});
