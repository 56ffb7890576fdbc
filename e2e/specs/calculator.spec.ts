import { expect } from "@playwright/test";
import { expectAccessible } from "../fixtures/axe.ts";
import { test } from "../fixtures/own-host.ts";
import { CalculatorScreen } from "../pages/calculator.ts";
import { tabTo } from "../pages/keyboard.ts";
import { Workspace } from "../pages/workspace.ts";

const questions = [
  "FLOP of a model",
  "Compute-optimal size",
  "What a plan buys",
  "Card time",
  "Memory",
  "Electricity and CO2e",
];

test("a model's parameters and training by every convention, and a project of them", async ({ page }) => {
  await page.goto("/");
  await new Workspace(page).rail("Calculator").click();
  const calculator = new CalculatorScreen(page);
  await expect(page).toHaveTitle("FLOP of a model · Calculator · Flopsheet");
  // Llama 3 8B, which the question begins with.
  await expect(calculator.answer("Parameters").getByTitle("8,030,261,248 parameters")).toHaveText("8.03 B");
  await expect(calculator.row("six-nd, N total")).toContainText("48,181,567,488");
  await expect(calculator.row("matmul")).toContainText("51,470,401,536");
  await expect(calculator.row("palm")).toContainText("61,066,469,376");

  // LLaMA-2 7B at 4,096.
  for (const [label, value] of [
    ["Key and value heads", ""],
    ["Feed-forward width", "11,008"],
    ["Vocabulary", "32k"],
    ["Context in training", "4096"],
    ["Training tokens", "2T"],
  ] as const) {
    await calculator.field(label).fill(value);
  }
  await expect(calculator.answer("Parameters").getByTitle("6,738,415,616 parameters")).toBeVisible();
  await expect(calculator.row("matmul")).toContainText("42,863,689,728");

  await calculator.make.click();
  await expect(page).toHaveURL(/\/project\/[0-9a-f-]+\/experiments$/);
  await expect(page.getByRole("complementary", { name: "So far" })).toContainText("8.57 × 1022");
});

test("faults stand beside their fields, and what was typed is there after a reload", async ({ page }) => {
  await page.goto("/calculator");
  const calculator = new CalculatorScreen(page);
  await calculator.field("Width").fill("4,09");
  await expect(calculator.fields).toContainText("4.09 with a point");
  await expect(calculator.field("Width")).toHaveAttribute("aria-invalid", "true");
  await expect(calculator.answers).toContainText("The answer is here as soon as every field has a number.");
  await expect(calculator.make).toBeDisabled();

  // Allowed by itself, and not beside 32 heads.
  await calculator.field("Width").fill("4096");
  await calculator.field("Key and value heads").fill("7");
  await expect(calculator.fields).toContainText("32 heads cannot share 7 keyValueHeads evenly");
  await page.reload();
  await expect(calculator.field("Key and value heads")).toHaveValue("7");
  await expect(calculator.fields).toContainText("32 heads cannot share 7 keyValueHeads evenly");
});

test("the best size for some compute, a sum and a deadline, over the fits and on a data set", async ({ page }) => {
  await page.goto("/calculator/optimum");
  const calculator = new CalculatorScreen(page);
  const size = calculator.answer("Compute-optimal size");
  await expect(size).toContainText("72.4 B");
  await expect(size).toContainText("40.4–72.4 B over the fits");
  await expect(calculator.answer("Predicted loss")).toContainText("1.918–1.974 over the fits");
  await expect(calculator.row(/approach 3, as printed/)).toContainText("32.2 B");
  await expect(calculator.answers).toContainText("An extrapolation: 4.5 times beyond the largest models");
  await expect(calculator.picture).toContainText("the loss is lowest at 72.4 B parameters");

  await calculator.field("Fit").selectOption({ label: "Hoffmann et al. 2022, approach 3" });
  await expect(size.getByTitle(/^40,360,939,842/)).toBeVisible();
  await calculator.field("Fit").selectOption({ label: "Besiroglu et al. 2024" });

  await calculator.field("Tokens of the data set").fill("1T");
  await expect(calculator.answer("Best size on this data")).toContainText("96.0 B");
  await expect(calculator.answers).toContainText("The data does not suffice: the optimum wants 1.33 T tokens");
  await calculator.field("Tokens of the data set").fill("15T");
  await expect(calculator.answers).toContainText("The data suffices");

  const given = page.getByRole("group", { name: "What is given" });
  await given.getByRole("button", { name: "A sum" }).click();
  await calculator.field("Sum").fill("3M");
  await calculator.field("Price of a card-hour").fill("3");
  await calculator.field("Utilisation of the dense peak").fill("35");
  // 1e6 card-hours × 3,600 × 989.4e12 × 0.35.
  await expect(calculator.answer("Compute").getByTitle(/^1\.24664\d*e24 FLOP$/)).toBeVisible();

  await given.getByRole("button", { name: "A deadline" }).click();
  await calculator.field("Cards").fill("1024");
  await calculator.field("Time").fill("30");
  await expect(calculator.answer("Compute").getByTitle(/^9\.191\d*e23 FLOP$/)).toBeVisible();
  await calculator.make.click();
  await expect(page).toHaveURL(/\/project\/[0-9a-f-]+\/experiments$/);
});

test("what a plan buys is a link away from every step, and follows the plan", async ({ page }) => {
  await page.goto("/project/example/experiments");
  await page.getByRole("button", { name: "What does this plan buy" }).click();
  await expect(page).toHaveURL(/\/calculator\/plan#example$/);
  const calculator = new CalculatorScreen(page);
  await expect(calculator.answers).toContainText("The largest run trains 4.02 B parameters on 80.4 B tokens");
  await expect(calculator.row(/width 16,384/)).toContainText("26.8 B");
  await expect(calculator.picture.getByRole("img")).toBeVisible();
  await calculator.picture.getByText("As table").click();
  await expect(calculator.picture.getByRole("table")).toBeVisible();
  await page.getByRole("button", { name: "Open the plan" }).click();
  await expect(page).toHaveURL(/\/project\/example\/experiments$/);
});

test("card time, cost and electricity", async ({ page }) => {
  await page.goto("/calculator/time");
  const calculator = new CalculatorScreen(page);
  // GPT-2 on 300e9 tokens, eight A100 at 30 %: 3.4594 days.
  await calculator.field("Compute").fill("2.238077952e20");
  await calculator.field("Card").selectOption("a100-sxm-80");
  await calculator.field("Cards of the cluster").fill("8");
  await calculator.field("Price of a card-hour").fill("2");
  await expect(calculator.answer("Ideal time")).toContainText("3.5 days");
  await expect(calculator.answer("Rental cost")).toContainText("1.33 k");

  await calculator.ask("Electricity and CO2e");
  await expect(calculator.answer("Electricity").getByTitle(/^449,839\.28/)).toHaveText("450");
  await expect(calculator.answer("Greenhouse gas")).toContainText("173");
  await calculator.field("Grid").selectOption({ label: "France" });
  await expect(calculator.answer("Greenhouse gas")).toContainText("France, location-based: 56.039 g a kWh");
  await calculator.field("Power of a card from the catalogue").selectOption("h100-sxm");
  await expect(calculator.field("Power of one card")).toHaveValue("700");
});

test("what a model holds in memory, and the fewest cards", async ({ page }) => {
  await page.goto("/calculator");
  const calculator = new CalculatorScreen(page);
  // LLaMA-2 7B: the model stays from question to question.
  await calculator.field("Key and value heads").fill("");
  await calculator.field("Feed-forward width").fill("11008");
  await calculator.field("Vocabulary").fill("32000");
  await calculator.field("Context in training").fill("4096");
  await calculator.ask("Memory");
  await calculator.field("Card").selectOption("a100-sxm-80");
  await calculator.field("Recomputed").selectOption("full");
  const states = calculator.answer("Weights, gradients and states");
  await expect(states.getByTitle("121,291,481,088 bytes")).toBeVisible();
  await expect(states).toContainText("18 bytes a parameter, megatron-mixed with adamw");
  await expect(calculator.answer("Fewest cards")).toContainText("2 cards");
  await calculator.field("Precision").selectOption("pure-bf16");
  await expect(states).toContainText("8 bytes a parameter");
  await expect(calculator.answer("Fewest cards")).toContainText("1 card");
  await calculator.field("Tensor parallel").fill("0");
  await expect(calculator.fields).toContainText("Allowed: cards that share every matrix");
});

test("everything is reached by the keyboard", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Alt+5");
  const calculator = new CalculatorScreen(page);
  await expect(calculator.questions).toBeVisible();
  await tabTo(page, calculator.questions.getByRole("link", { name: "Compute-optimal size" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "FLOP", exact: true }));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await tabTo(page, calculator.field("Sum"));
  await page.keyboard.press("Control+a");
  await page.keyboard.type("250k");
  await expect(calculator.answer("Compute")).toBeVisible();
  await tabTo(page, calculator.make);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/project\/[0-9a-f-]+\/experiments$/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("axe finds nothing wrong with any question, wide and narrow", async ({ page }) => {
      await page.goto("/calculator");
      const calculator = new CalculatorScreen(page);
      await expect(page.locator("html")).toHaveAttribute("data-scheme", colorScheme);
      for (const width of [1280, 640]) {
        await page.setViewportSize({ width, height: 800 });
        for (const name of questions) {
          await calculator.ask(name);
          await expect(calculator.answers.locator("h2, h3").first()).toBeVisible();
          await expectAccessible(page);
        }
        await calculator.ask("Card time");
        await calculator.field("Cards of the cluster").fill("none");
        await expectAccessible(page);
        await calculator.field("Cards of the cluster").fill("8");
      }
    });
  });
}

for (const width of [640, 1024, 1280, 1920]) {
  test(`at ${width} px only tables and formulas scroll sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/calculator");
    const calculator = new CalculatorScreen(page);
    for (const name of questions) {
      await calculator.ask(name);
      await expect(calculator.answers.locator("h2, h3").first()).toBeVisible();
      const overflow = await page.locator(".calculator").evaluate((screen) => screen.scrollWidth - screen.clientWidth);
      expect(overflow, name).toBe(0);
    }
  });
}
