import { expect } from "@playwright/test";
import { test } from "../fixtures/journey.ts";
import { ExperimentsScreen } from "../pages/experiments.ts";
import { QuoteStepScreen } from "../pages/quote-step.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

const HEADS = [1, 2, 4, 6, 8, 12, 16, 20, 24, 32, 48, 64, 96, 128];
const WIDE = [24, 32, 48, 64, 96, 128];
const SMALLER = HEADS.slice(0, 11);
const PARAMETERIZATIONS = ["standard", "NTK", "muP", "mean-field"];
const OPTIMIZERS = ["SGD", "Adam", "Adam with parameter scaling"];
const SHARED = "pointsPerLine";

test.use({ start: "/" });

test("from a blank plan to the rerun of arXiv 2407.05872 by hand: 58,512 runs, 12,907,461.18 USD", async ({ page }) => {
  test.setTimeout(300_000);
  const workspace = new Workspace(page);
  const screen = new ExperimentsScreen(page);
  const sweep = screen.sweep(0);

  await page.getByRole("button", { name: "New project", exact: true }).first().click();
  const dialog = page.getByRole("dialog", { name: "New project" });
  await dialog.getByRole("textbox", { name: "Title" }).fill("Scaling exponents, by hand");
  await dialog.getByRole("radio", { name: "A blank plan" }).check();
  await dialog.getByRole("button", { name: "Make the project" }).click();
  await workspace.step("Experiments").click();
  await expect(screen.rows).toHaveCount(1);

  await test.step("what all experiments train", async () => {
    const model = await sweep.openRecipe("model", "Plan default");
    await model.getByRole("textbox", { name: "Layers" }).fill("8");
    await model.getByRole("textbox", { name: "Width", exact: true }).fill("");
    await model.getByRole("textbox", { name: "Heads", exact: true }).fill("");
    await model.getByRole("textbox", { name: "Head size" }).fill("128");
    await model.getByRole("textbox", { name: "Vocabulary" }).fill("32101");
    await model.getByText("Norms and biases", { exact: true }).click();
    await model.getByRole("combobox", { name: "Norm", exact: true }).selectOption("none");
    await model.getByText("Positions", { exact: true }).first().click();
    await model.getByRole("combobox", { name: "Positions", exact: true }).selectOption("none");
    await sweep.closeRecipe();

    const training = await sweep.openRecipe("training", "Plan default");
    await training.getByRole("combobox", { name: "Length as" }).selectOption("steps");
    await training.getByRole("textbox", { name: "Steps" }).fill("50000");
    await training.getByRole("textbox", { name: "Batch" }).fill("256");
    await training.getByRole("textbox", { name: "Sequence", exact: true }).fill("512");
    await sweep.closeRecipe();

    const hardware = await sweep.openRecipe("hardware", "Plan default");
    await hardware.getByRole("combobox", { name: "Speed as" }).selectOption("achieved");
    await hardware.getByRole("textbox", { name: "Achieved speed" }).fill("350");
    await sweep.closeRecipe();
  });

  await test.step("Alignment, in the experiment that is there", async () => {
    await screen.title.fill("Alignment");
    await sweep.title.fill("");
    await screen.pick(sweep.root.getByRole("button", { name: "More for the axis learning rate" }), "Delete this axis");
    await expect(sweep.axes).toHaveCount(0);
    await sweep.addValues("model.heads", [8, 16, 32]);
    await sweep.addValues("parameterization", PARAMETERIZATIONS);
    await expect(sweep.equation).toContainText("12 runs");
  });

  await test.step("Table E1 settings", async () => {
    await screen.add("Table E1 settings");
    await sweep.addValues("model.heads", WIDE);
    await sweep.addValues("parameterization", PARAMETERIZATIONS);
    await sweep.addCount("setting", 19);
    await expect(sweep.equation).toContainText("456 runs");
  });

  await test.step("Epsilon variants, with a count that nobody knows yet", async () => {
    await screen.add("Epsilon variants");
    await sweep.addValues("model.heads", HEADS);
    await sweep.addValues("parameterization", PARAMETERIZATIONS);
    await sweep.addCount("setting", 6);
    await sweep.addAxis("learning rate");
    await sweep.choose("Low / likely / high");
    for (const [end, value] of [
      ["high", "15"],
      ["likely", "15"],
      ["low", "10"],
    ] as const) {
      await sweep.editor.getByRole("textbox", { name: end, exact: true }).fill(value);
    }
    await sweep.editor.getByRole("button", { name: "Share as a variable" }).click();
    await sweep.editor.getByRole("combobox", { name: "Name of the variable" }).fill(SHARED);
    await page.keyboard.press("Enter");
    await expect(sweep.editor).toContainText("One draw for all: points per line, used by 1 experiment");
    await sweep.done();
    await expect(sweep.equation).toContainText("5,040 runs");
    await expect(sweep.equation).toContainText("3,360 all low, 5,040 all high");
  });

  await test.step("Weight decay, as a copy with an axis less", async () => {
    await screen.copyAs("Weight decay");
    await screen.pick(sweep.root.getByRole("button", { name: "More for the axis setting" }), "Delete this axis");
    await expect(sweep.equation).toContainText("840 runs");
  });

  await test.step("Epsilon heat maps", async () => {
    await screen.add("Epsilon heat maps");
    await sweep.addValues("model.heads", WIDE);
    await sweep.addValues("parameterization", PARAMETERIZATIONS);
    await sweep.addCount("kind of epsilon", 2);
    await sweep.addCount("epsilon", 6);
    await sweep.addCount("learning rate", 13);
    await expect(sweep.equation).toContainText("3,744 runs");
  });

  await test.step("Beta only", async () => {
    await screen.add("Beta only");
    await sweep.addValues("model.heads", HEADS);
    await sweep.addValues("optimizer", OPTIMIZERS);
    await sweep.addValues("parameterization", PARAMETERIZATIONS);
    await sweep.addCount("setting", 2);
    await sweep.addShared("learning rate", SHARED);
    await expect(sweep.equation).toContainText("5,040 runs");
  });

  await test.step("Gamma, a copy with another count and a second sweep", async () => {
    await screen.copyAs("Gamma");
    await sweep.axis("setting").click();
    await sweep.editor.getByRole("textbox", { name: "How many" }).fill("3");
    await sweep.done();
    await expect(sweep.equation).toContainText("7,560 runs");
    await sweep.title.fill("Curves over all widths");
    await screen.addSweep();
    const trials = screen.sweep(1);
    await trials.title.fill("Search trials at width 1,024");
    const model = await trials.openRecipe("model", "This sweep");
    await model.getByRole("textbox", { name: "Heads", exact: true }).fill("8");
    await trials.closeRecipe();
    await trials.addValues("optimizer", OPTIMIZERS);
    await trials.addValues("parameterization", PARAMETERIZATIONS);
    await trials.addCount("setting", 3);
    await trials.addCount("trial", 800);
    await expect(trials.equation).toContainText("28,800 runs");
  });

  await test.step("Adafactor", async () => {
    await screen.add("Adafactor");
    await sweep.addValues("model.heads", SMALLER);
    await sweep.addValues("optimizer", ["Adafactor", "Adam with parameter scaling"]);
    await sweep.addCount("setting", 2);
    await sweep.addValues("parameterization", PARAMETERIZATIONS);
    await sweep.addShared("learning rate", SHARED);
    await expect(sweep.equation).toContainText("2,640 runs");
  });

  await test.step("Compute-optimal, three sweeps", async () => {
    await screen.add("Compute-optimal");
    await sweep.addValues("model.heads", HEADS);
    await sweep.addValues("optimizer", ["SGD", "Adam"]);
    await sweep.addValues("parameterization", PARAMETERIZATIONS);
    await sweep.addShared("learning rate", SHARED);
    await expect(sweep.equation).toContainText("1,680 runs");

    await screen.pick(sweep.menu, "Copy this sweep");
    const adafactor = screen.sweep(1);
    await adafactor.axis("width").click();
    // The two widest models are left out.
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await adafactor.done();
    await adafactor.axis("optimizer").click();
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await adafactor.typeValues(["Adafactor"]);
    await adafactor.done();
    await expect(adafactor.equation).toContainText("720 runs");

    await screen.pick(sweep.menu, "Copy this sweep");
    // The copy stands below its original: it is moved to the end.
    await screen.pick(screen.sweep(1).menu, "Move down");
    const optimal = screen.sweep(2);
    await optimal.axis("width").click();
    for (let widest = 0; widest < 3; widest += 1) await page.keyboard.press("Backspace");
    await optimal.done();
    await optimal.axis("optimizer").click();
    await optimal.typeValues(["Adafactor"]);
    await optimal.done();
    const training = await optimal.openRecipe("training", "This sweep");
    await training.getByRole("combobox", { name: "Length as" }).selectOption("tokensPerParameter");
    await training.getByRole("textbox", { name: "Tokens for each parameter" }).fill("20");
    await optimal.closeRecipe();
    await expect(optimal.equation).toContainText("1,980 runs");
  });

  await expect(screen.rows).toHaveCount(9);
  await test.step("the price of a card-hour", async () => {
    await workspace.step("Quotes").click();
    const quotes = new QuoteStepScreen(page);
    await page.getByRole("button", { name: "Quote", exact: true }).click();
    await quotes.field("Title").fill("Stated rental price");
    await quotes.field("Price of a card-hour").fill("3");
    await quotes.headline("Stated rental price").check();
  });

  await workspace.step("Sheet").click();
  const sheet = new SheetScreen(page);
  await expect(sheet.section("experiments")).toBeVisible();
  const rows = await sheet.rows("experiments");
  expect(rows.at(-1)?.[0]).toBe("Total");
  expect(rows.at(-1)).toContain("58,512");
  expect(rows.at(-1)).toContain("12,907,461");
  const csv = await sheet.saveCopy("CSV");
  expect(csv.content.toString("utf8")).toContain("12907461.18");
});
