/** Runs that do more than pre-train, and a pilot that was measured: from the wizard to the sheet. */
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/axe.ts";
import { test } from "../fixtures/journey.ts";
import { ExperimentsScreen } from "../pages/experiments.ts";
import { HardwareStep } from "../pages/hardware.ts";
import { openText } from "../pages/open-text.ts";

test.use({ start: "/project/example/experiments" });

const plan = {
  flopsheet: 1,
  title: "Kinds of work",
  defaults: {
    model: { layers: 32, width: 4096, heads: 32, feedForward: 11008, gated: true, vocabulary: 32000 },
    training: { tokens: 1e9, sequence: 4096, batch: 64 },
    hardware: { accelerator: "h100-sxm", format: "bf16", utilisation: 0.4 },
  },
  experiments: [{ id: "one", title: "Tuning", sweeps: [{ title: "Main" }] }],
  quotes: [{ id: "stated", title: "Stated", price: 2, headline: true }],
};

async function openTraining(page: Page) {
  await openText(page, JSON.stringify(plan, null, 2));
  await page.goto("/project/example/experiments");
  const sweep = new ExperimentsScreen(page).sweep();
  await sweep.root.getByRole("button", { name: /^training/ }).click();
  await sweep.root.getByRole("button", { name: "This sweep", exact: true }).click();
  return sweep.root;
}

test("a sweep becomes one of adapters, then of rollouts, then of hours: with only the fields of each", async ({
  page,
}) => {
  const sweep = await openTraining(page);
  const kind = sweep.getByRole("combobox", { name: "What kind of work" });
  const field = (name: string) => sweep.getByRole("textbox", { name, exact: true });
  const training = sweep.getByRole("button", { name: /^training/ });
  await expect(kind).toHaveValue("pretraining");
  await expect(field("Rank of the adapters")).toHaveCount(0);

  await kind.selectOption("lora");
  await expect(field("Rank of the adapters")).toHaveValue("16");
  await expect(training).toContainText("LoRA of rank 16");
  // 29,889,396,736 operations a token at 40 % of 989.4e12.
  await expect(sweep.locator(".sweep-figures")).toContainText("1 run of 21.0 card-hours");
  await field("Rank of the adapters").fill("64");
  await expect(training).toContainText("LoRA of rank 64");
  await expectAccessible(page);

  await kind.selectOption("rollouts");
  await expect(field("Rank of the adapters")).toHaveCount(0);
  const pace = field("Tokens that a card writes in a second");
  await expect(pace).toHaveAttribute("aria-invalid", "true");
  await pace.fill("2000");
  await expect(pace).not.toHaveAttribute("aria-invalid", "true");
  await expect(sweep.getByRole("combobox", { name: "A reference model reads" })).toBeVisible();
  await expect(sweep.locator(".sweep-figures")).toContainText("1 run of 189 card-hours");

  await kind.selectOption("interactive");
  await expect(sweep.getByRole("button", { name: /^model/ })).toHaveCount(0);
  await field("Hours of one run").fill("40");
  await field("Cards that it has").fill("8");
  await expect(training).toContainText("Interactive work, 40 h on 8 cards");
  await expect(sweep.locator(".sweep-figures")).toContainText("1 run of 320 card-hours");

  await page.goto("/project/example/sheet");
  const table = page.getByRole("table").first();
  await expect(table).toContainText("Kind of work");
  await expect(table).toContainText("interactive work");

  await page.goto("/project/example/experiments");
  await page.getByRole("button", { name: /^training/ }).click();
  await page.getByRole("combobox", { name: "What kind of work" }).selectOption("pretraining");
  await expect(page.getByRole("button", { name: /^model/ })).toBeVisible();
});

test("an evaluation counts its requests, with examples before each prompt", async ({ page }) => {
  const sweep = await openTraining(page);
  await sweep.getByRole("combobox", { name: "What kind of work" }).selectOption("evaluation");
  await sweep.getByRole("combobox", { name: "Length as" }).selectOption("requests");
  const field = (name: string) => sweep.getByRole("textbox", { name, exact: true });
  await field("Requests of a run").fill("14042");
  await field("Tokens of a prompt").fill("120");
  await field("Solved examples before a prompt").fill("5");
  await expect(field("Sequence")).toHaveCount(0);
  await expect(sweep.getByRole("button", { name: /^training/ })).toContainText(
    /Evaluation, 14,042 requests = 1\.01 × 10/,
  );
  await expectAccessible(page);
});

test("a pilot that was measured says the speed, and which share of the peak that is", async ({ page }) => {
  await openText(page, JSON.stringify(plan, null, 2));
  const hardware = new HardwareStep(page);
  await hardware.open();
  await hardware.choice("State it as", "Pilot").click();
  const pace = hardware.speed.getByRole("textbox", { name: "Tokens a second of one card", exact: true });
  await pace.fill("9000");
  // 42,863,689,728 operations a token: 39.0 % of 989.4e12, and 41.9 % with every token attended to.
  await expect(hardware.standing).toContainText("39 % of the dense peak");
  await expect(hardware.standing).toContainText("41.9 % with attention over the whole sequence");
  await pace.fill("20000");
  await expect(hardware.speed).toContainText("More than published training runs reach (65 %).");
  await expectAccessible(page);
  await hardware.speed.getByRole("combobox", { name: "Measured as" }).selectOption("step");
  await hardware.speed.getByRole("textbox", { name: "Seconds of one step", exact: true }).fill("3.64");
  await expect(hardware.standing).toContainText("39 % of the dense peak");
  await hardware.choice("State it as", "Utilisation").click();
  // What was typed in that form before comes back.
  await expect(hardware.utilisation).toHaveValue("40");
});
