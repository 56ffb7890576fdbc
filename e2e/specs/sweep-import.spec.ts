import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { deflateRawSync } from "node:zlib";
import { expect } from "@playwright/test";
import { rowsXml, workbookOf } from "../../shared/formats/sweeps/workbook/workbook.fixture.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { expectNothingCut } from "../fixtures/cut-off.ts";
import { test } from "../fixtures/journey.ts";
import { renamedPlan } from "../fixtures/plans.ts";
import { expectWhole } from "../fixtures/whole.ts";
import { ExperimentsScreen } from "../pages/experiments.ts";
import { tabTo } from "../pages/keyboard.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { SweepImportScreen } from "../pages/sweep-import.ts";
import { Workspace } from "../pages/workspace.ts";

test.use({ start: "/project/example/experiments" });

const wandb = `program: train.py
method: grid
parameters:
  learning_rate: {values: [3e-4, 1e-3, 3e-3]}
  size: {values: [512, 768, 1024]}
  updates: {values: [1000, 2000]}
  seed: {values: [0, 1]}
`;

const bayes = `method: bayes
parameters:
  lr: {distribution: log_uniform_values, min: 1e-5, max: 0.1}
  n_embd: {distribution: q_uniform, min: 256, max: 2048, q: 128}
`;

test.beforeEach(async ({ page }) => {
  await expect(page.getByRole("textbox", { name: "Title of the experiment" })).toHaveValue("Alignment");
});

test("a W&B sweep is dropped, two parameters are mapped, and the bill is there", async ({ page }, info) => {
  const path = info.outputPath("width-sweep.yaml");
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, wandb);
  const held = await new Workspace(page).holdOver(path);
  await expect(page.getByText("Drop a sweep file, or a model’s config.json")).toBeVisible();
  await held.drop();

  const screen = new SweepImportScreen(page);
  await expect(screen.root).toContainText("W&B sweep, all combinations.");
  await expect(screen.equation).toContainText("36 runs");
  await screen.target("size").selectOption("model.width");
  await screen.target("updates").selectOption("training.steps");
  await expect(screen.equation).toContainText("3 widths");
  await expect(screen.bill).toContainText(/^Adds [\d.]+ USD, [\d.]+ card-hours/);
  const bill = (await screen.bill.locator("strong").first().textContent()) ?? "";
  await screen.add.click();

  const experiments = new ExperimentsScreen(page);
  await expect(experiments.title).toHaveValue("Width sweep");
  await expect(experiments.title).toBeFocused();
  await expect(experiments.row("Width sweep")).toContainText("36 runs");
  await expect(experiments.figures).toContainText(`${bill} USD`);
  await expect(experiments.sweep().equation).toContainText("3 widths");

  // One step of undo takes it out again.
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expect(experiments.row("Width sweep")).toHaveCount(0);

  // The same names are known the next time.
  await screen.choose("again.yaml", wandb);
  await expect(screen.target("size")).toHaveValue("model.width");
  await expect(screen.target("updates")).toHaveValue("training.steps");
});

test("what a file leaves open is asked for, by keyboard alone", async ({ page }) => {
  const screen = new SweepImportScreen(page);
  await screen.choose("bayes.yaml", bayes);
  await expect(screen.root.getByRole("heading", { name: "From a sweep file" })).toBeFocused();
  await expect(screen.equation).toContainText("not known yet");
  await expect(screen.add).toBeDisabled();
  await tabTo(page, screen.root.getByRole("textbox", { name: "Runs until it is stopped" }));
  await page.keyboard.type("none");
  await expect(screen.root).toContainText("Write a whole number from 1");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("30");
  await expect(screen.equation).toContainText("30 runs");

  // A range that sets a field is counted by values that stand for it.
  const values = screen.root.getByRole("textbox", { name: "Values that stand for n_embd" });
  await expect(values).toHaveValue("512, 1152, 1792");
  await tabTo(page, values);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expect(screen.root).toContainText("Write the values that it stands for");
  await page.keyboard.type("512, 1024");
  await expect(screen.root).toContainText("The 30 runs are spread evenly over 2 settings.");
  await tabTo(page, screen.add);
  await page.keyboard.press("Enter");

  const experiments = new ExperimentsScreen(page);
  await expect(experiments.title).toBeFocused();
  await expect(experiments.row("Bayes")).toContainText("30 runs");
  await expect(experiments.sweep().equation).toContainText("15 trials");
});

test("Esc leaves the plan as it was, and the focus on the button", async ({ page }) => {
  const screen = new SweepImportScreen(page);
  await screen.choose("bayes.yaml", bayes);
  await page.keyboard.press("Escape");
  await expect(screen.root).toHaveCount(0);
  await expect(page.getByRole("button", { name: "From a sweep file" })).toBeFocused();
  await expect(new ExperimentsScreen(page).title).toHaveValue("Alignment");
});

test("a fault of the file is told with its line, and another file chosen", async ({ page }) => {
  const screen = new SweepImportScreen(page);
  await screen.choose("sweep.yaml", "method: grid\nparameters:\n  lr: {min: 0.1, max: 1}\n");
  await expect(screen.root.getByRole("alert")).toContainText("A grid cannot run over the range of lr");
  await expect(screen.root.getByRole("alert")).toContainText("line 3, column 7");
  await expectAccessible(page);
  const chooser = page.waitForEvent("filechooser");
  await screen.root.getByRole("button", { name: "Choose another file" }).click();
  await (await chooser).setFiles({
    name: "job.sh",
    mimeType: "text/x-sh",
    buffer: Buffer.from("#!/bin/bash\n#SBATCH --array=0-99%10\nsrun python train.py\n"),
  });
  await expect(screen.root).toContainText("Slurm array, one a task, at most 10 at a time.");
  await expect(screen.equation).toContainText("100 runs");
});

test("values that a field cannot have, and a field set twice, are said beside the parameter", async ({ page }) => {
  const screen = new SweepImportScreen(page);
  await screen.choose("sweep.yaml", wandb);
  await screen.target("learning_rate").selectOption("model.width");
  await expect(screen.root).toContainText("model.width cannot be 0.0003.");
  await expect(screen.add).toBeDisabled();
  await screen.target("learning_rate").selectOption("out");
  await screen.target("size").selectOption("training.steps");
  await screen.target("updates").selectOption("training.steps");
  await expect(screen.root).toContainText("size sets training.steps already.");
});

test("an Excel workbook is a table of runs", async ({ page }) => {
  const screen = new SweepImportScreen(page);
  const rows = rowsXml([
    ["hidden_size", "lr"],
    [512, 0.1],
    [512, 0.2],
    [1024, 0.1],
  ]);
  await screen.choose(
    "runs.xlsx",
    workbookOf(rows, (bytes) => new Uint8Array(deflateRawSync(bytes))),
  );
  await expect(screen.root).toContainText("Table of runs, row by row.");
  await expect(screen.equation).toContainText("3 runs");
  await expect(screen.target("hidden_size")).toHaveValue("model.width");
  await screen.add.click();
  const experiments = new ExperimentsScreen(page);
  await expect(experiments.row("Runs")).toContainText("3 runs");
});

test("a file that is too large, and a plan: the one is refused, the other opened", async ({ page }, info) => {
  const screen = new SweepImportScreen(page);
  await screen.choose("large.yaml", `# ${"x".repeat(1_000_001)}`);
  await expect(screen.root.getByRole("alert")).toContainText("larger than a sweep file may be");
  const path = info.outputPath(renamedPlan.name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, renamedPlan.buffer);
  await (await new Workspace(page).holdOver(path)).drop();
  await new SheetScreen(page).shown(/^Renamed Exponents/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the importer is accessible and whole, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const screen = new SweepImportScreen(page);
    // 640 pixels are 1280 at 200 %.
    for (const width of [1920, 1280, 1024, 640]) {
      await page.setViewportSize({ width, height: 900 });
      if (width === 1920) await screen.choose("bayes.yaml", bayes);
      await expectWhole(page, [
        screen.target("n_embd"),
        screen.root.getByLabel("Values that stand for n_embd"),
        screen.add,
      ]);
      await expectNothingCut(page);
    }
    await expectAccessible(page);
  });
}

test("in a narrow window the file is chosen in the menu of experiments", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 800 });
  await page.getByRole("button", { name: /9 experiments$/ }).click();
  const screen = new SweepImportScreen(page);
  await screen.choose("bayes.yaml", bayes);
  await expect(screen.root.getByRole("heading", { name: "From a sweep file" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /9 experiments$/ })).toBeFocused();
});
