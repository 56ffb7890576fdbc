import { expect } from "@playwright/test";
import { expectAccessible } from "../fixtures/axe.ts";
import { test } from "../fixtures/journey.ts";
import { example } from "../fixtures/plans.ts";
import { expectWhole } from "../fixtures/whole.ts";
import { ExperimentsScreen } from "../pages/experiments.ts";
import { tabTo } from "../pages/keyboard.ts";
import { openText } from "../pages/open-text.ts";
import { Workspace } from "../pages/workspace.ts";

test.use({ start: "/project/example/experiments" });

/** What a plan of a thousand experiments trains: one model. */
const small = {
  model: { layers: 2, width: 128, heads: 2, vocabulary: 1000 },
  training: { steps: 1000, batch: 8, sequence: 128 },
  hardware: { accelerator: "h100-sxm" },
};

test.beforeEach(async ({ page }) => {
  await expect(page.getByRole("textbox", { name: "Title of the experiment" })).toHaveValue("Alignment");
});

test("a sweep is built by keyboard alone, and the focus is seen at every stop", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  const sweep = screen.sweep();
  await tabTo(page, screen.list.getByRole("button", { name: "Experiment", exact: true }));
  await page.keyboard.press("Enter");
  await expect(screen.title).toBeFocused();
  await page.keyboard.type("Seeds of the widest");
  await expect(screen.row("Seeds of the widest")).toHaveCount(1);

  await tabTo(page, sweep.root.getByRole("button", { name: "Axis", exact: true }));
  await page.keyboard.press("Enter");
  // A part of its name finds a field; the arrows choose it.
  await page.keyboard.type("heads");
  await expect(page.getByRole("option").first()).toContainText("model.heads");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(sweep.next).toBeFocused();
  await sweep.typeValues([64, 96, 128]);
  await page.keyboard.press("Enter");
  await expect(sweep.axis("width")).toBeFocused();
  await expect(sweep.axis("width")).toContainText("8192 12288 16384");

  await tabTo(page, sweep.root.getByRole("button", { name: "Axis", exact: true }));
  await page.keyboard.press("Enter");
  await page.keyboard.type("seed");
  await page.keyboard.press("Enter");
  await expect(sweep.next).toBeFocused();
  await sweep.typeValues(["a", "b"]);
  await page.keyboard.press("Enter");
  await expect(sweep.equation).toContainText("3 widths");
  await expect(sweep.equation).toContainText("6 runs");
  await expect(screen.row("Seeds of the widest")).toContainText("6 runs");
});

test("a range, typed, makes the values, and what was typed in each form stays", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  const sweep = screen.sweep();
  await sweep.axis("width").click();
  await sweep.choose("Range");
  const range = sweep.editor.getByRole("textbox", { name: /^First … last/ });
  await page.keyboard.type("1…128 ×");
  await expect(sweep.equation).toContainText("as of the last valid values");
  await expect(sweep.equation).toContainText("512 runs");
  await page.keyboard.type("2");
  await expect(sweep.editor).toContainText("8 values: 1 2 4 8 16 32 64 128");
  await expect(sweep.equation).toContainText("32 runs");
  await expect(sweep.equation).not.toContainText("as of");
  await sweep.choose("Values");
  await expect(sweep.editor.getByRole("textbox", { name: "Value 8 of 8" })).toHaveValue("128");
  await sweep.choose("Range");
  await expect(range).toHaveValue("1…128 ×2");
  // Esc restores the axis as it was opened.
  await page.keyboard.press("Escape");
  await expect(sweep.equation).toContainText("12 runs");
  await page.keyboard.press("Escape");
  await expect(sweep.axis("width")).toBeFocused();
});

test("a pasted column takes the place of a count", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const screen = new ExperimentsScreen(page);
  const sweep = screen.sweep();
  await screen.select("Epsilon variants");
  await sweep.axis("setting").click();
  await page.evaluate(() => navigator.clipboard.writeText("Adam\nAdam with scaling\nSGD\n"));
  await page.keyboard.press("Control+v");
  await expect(sweep.editor.getByRole("textbox", { name: /^Value / })).toHaveCount(3);
  await expect(sweep.equation).toContainText("2,520 runs");
  // Into the list of values it goes where the focus is.
  await page.evaluate(() => navigator.clipboard.writeText("muP\tNTK"));
  await sweep.next.focus();
  await page.keyboard.press("Control+v");
  await expect(sweep.equation).toContainText("4,200 runs");
  await sweep.done();
  await expect(sweep.axis("setting")).toContainText("Adam, Adam with scaling, SGD, muP, NTK");
});

test("values are changed, moved, put between and taken out with keys", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  const sweep = screen.sweep();
  const values = () =>
    sweep.editor
      .getByRole("textbox", { name: /^Value / })
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  await sweep.axis("parameterization").click();
  await expect(sweep.next).toBeFocused();
  // Up to NTK, and behind it another.
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowLeft");
  await expect(sweep.editor.getByRole("textbox", { name: "Value 2 of 4" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Depth-muP");
  expect(await values()).toEqual(["standard", "NTK", "Depth-muP", "muP", "mean-field"]);
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(sweep.editor.getByRole("textbox", { name: "Value 2 of 5" })).toBeFocused();
  expect(await values()).toEqual(["standard", "Depth-muP", "NTK", "muP", "mean-field"]);
  await expect(sweep.equation).toContainText("15 runs");
  // Emptied, it is gone; another Backspace takes the one before it.
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Backspace");
  await expect(sweep.equation).toContainText("12 runs");
  await page.keyboard.press("Backspace");
  expect(await values()).toEqual(["NTK", "muP", "mean-field"]);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(sweep.equation).toContainText("15 runs");
});

test("a count in doubt is drawn once for all that share it, until it is detached", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  const sweep = screen.sweep();
  await screen.select("Weight decay");
  await sweep.axis("learning rate").click();
  await expect(sweep.editor).toContainText("One draw for all: points per line, used by 6 experiments");
  await expect(sweep.editor).toContainText("P10–P90 13.2–14.9, P50 14.4");
  await sweep.editor.getByRole("textbox", { name: "likely" }).fill("12");
  await expect(sweep.equation).toContainText("672 runs");
  await expect(screen.row("Epsilon variants")).toContainText("4,032 runs");
  // Esc restores the variable, too.
  await page.keyboard.press("Escape");
  await expect(sweep.equation).toContainText("840 runs");
  await expect(screen.row("Epsilon variants")).toContainText("5,040 runs");
  await sweep.editor.getByRole("textbox", { name: "likely" }).fill("12");
  await sweep.editor.getByRole("button", { name: "Detach" }).click();
  await sweep.editor.getByRole("textbox", { name: "likely" }).fill("11");
  await expect(sweep.equation).toContainText("616 runs");
  await expect(screen.row("Epsilon variants")).toContainText("4,032 runs");
});

test("variants are a table that grows by rows and columns", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  const sweep = screen.sweep();
  await screen.add("Sizes");
  await sweep.addAxis("size");
  await sweep.choose("Variants");
  await sweep.editor.getByRole("button", { name: "Row" }).click();
  for (const field of ["heads", "batch"]) {
    await sweep.editor.getByRole("combobox", { name: "Add a column" }).selectOption(field);
  }
  const cell = (name: string) => sweep.editor.getByRole("textbox", { name, exact: true });
  await cell("Label of row 1").fill("small");
  await cell("heads of small").fill("8");
  await cell("batch of small").fill("128");
  await page.keyboard.press("Enter");
  await expect(cell("Label of row 2")).toBeFocused();
  await cell("Label of row 2").fill("large");
  await cell("heads of large").fill("64");
  await expect(sweep.equation).toContainText("2 runs");
  await expect(screen.row("Sizes")).toContainText("2 runs");
  await sweep.done();
  await expect(sweep.axis("size")).toContainText("small, large");
});

test("a half-typed number keeps the last figures, and says of which plan they are", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  const sweep = screen.sweep();
  const training = await sweep.openRecipe("training", "This experiment");
  const steps = training.getByRole("textbox", { name: "Steps" });
  await steps.fill("100");
  await expect(screen.figures).not.toContainText("889 USD");
  const cost = await screen.figures.textContent();
  await steps.fill("100e");
  await expect(screen.figures).toContainText("as of the last valid plan");
  expect(await screen.figures.textContent()).toContain((cost ?? "none").slice(0, 8));
  await expect(training).toContainText("Allowed: training steps");
  await expect(screen.row("Alignment")).toContainText("1 fault");
  await training.getByRole("button", { name: "Use the plan’s steps" }).click();
  await expect(screen.figures).toContainText("889 USD");
  await expect(screen.figures).not.toContainText("as of");
  await expect(sweep.root.getByRole("button", { name: /^training / })).toContainText("plan default");
});

test("experiments and axes change places with Alt and the arrows", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  const sweep = screen.sweep();
  await screen.row("Alignment").getByRole("button").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => screen.titles()).toEqual(expect.arrayContaining(["Alignment"]));
  expect((await screen.titles()).slice(0, 2)).toEqual(["Table E1 settings", "Alignment"]);
  await expect(screen.row("Alignment").getByRole("button")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(screen.title).toHaveValue("Epsilon variants");
  await sweep.axis("parameterization").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(sweep.axes.first()).toContainText("parameterization");
  await expect(sweep.axis("parameterization")).toBeFocused();
  await expect(sweep.equation).toContainText("5,040 runs");
});

test("sweeps change places with Alt and the arrows, too", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  await screen.select("Gamma");
  await page.getByRole("button", { name: "Close Search trials at width 1,024" }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(screen.sweep(0).title).toHaveValue("Search trials at width 1,024");
  await expect(page.getByRole("button", { name: "Close Search trials at width 1,024" })).toBeFocused();
  await expect(screen.row("Gamma")).toContainText("36,360 runs");
});

test("an experiment is moved by its handle", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  const handle = screen.row("Alignment").locator(".drag-handle");
  const target = await screen.row("Epsilon variants").boundingBox();
  await handle.hover();
  await page.mouse.down();
  await page.mouse.move((target?.x ?? 0) + 10, (target?.y ?? 0) + (target?.height ?? 0) - 4, { steps: 4 });
  await page.mouse.up();
  await expect
    .poll(async () => (await screen.titles()).slice(0, 3))
    .toEqual(["Table E1 settings", "Epsilon variants", "Alignment"]);
});

test("a copy stands below its original, and what is deleted comes back", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  await screen.select("Gamma");
  await screen.copyAs("Gamma again");
  expect((await screen.titles()).slice(5, 7)).toEqual(["Gamma", "Gamma again"]);
  await expect(screen.row("Gamma again")).toContainText("36,360 runs");
  await screen.pick(page.getByRole("button", { name: "More for Gamma again" }), "Delete this experiment");
  await expect(screen.rows).toHaveCount(9);
  await expect(screen.status).toContainText("Deleted Gamma again");
  await screen.status.getByRole("button", { name: "Undo" }).click();
  await expect(screen.row("Gamma again")).toHaveCount(1);
  await expect(screen.status).toBeEmpty();
});

test("a count may depend on another axis", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  const sweep = screen.sweep();
  await sweep.addCount("learning rate", 15);
  await screen.pick(
    sweep.root.getByRole("button", { name: "More for the axis learning rate" }),
    "Let the count depend on another axis",
  );
  await sweep.axis("learning rate").click();
  await sweep.editor.getByRole("textbox", { name: "32", exact: true }).fill("5");
  await expect(sweep.equation).toContainText("35 learning rates, over the widths");
  await expect(sweep.equation).toContainText("140 runs");
  await expect(screen.row("Alignment")).toContainText("140 runs");
});

test("repeats, early stopping and a condition are in the product's words", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  const sweep = screen.sweep();
  await sweep.root.getByRole("button", { name: /^Repeats, early stopping/ }).click();
  await sweep.root.getByRole("textbox", { name: "Repeats of every run" }).fill("3");
  await expect(sweep.equation).toContainText("3 repeats");
  await expect(sweep.equation).toContainText("36 runs");
  await sweep.root.getByRole("checkbox", { name: "Some runs end early" }).check();
  await expect(sweep.equation).toContainText("50 % of them end after 25 % of the training");
  await sweep.root.getByRole("textbox", { name: "Chance that it is run at all" }).fill("30");
  await expect(sweep.equation).toContainText("run with a probability of 30 %: 10.8 expected");
});

test("the chart says what it finds, also as a table", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  await screen.select("Epsilon variants");
  await expect(screen.chart).toContainText("The largest width takes 47 % of the experiment");
  await screen.chart.getByRole("button", { name: "as table" }).click();
  await expect(screen.chart.getByRole("row").filter({ hasText: "16,384" })).toContainText("888,539.71");
});

test("disputes are compared in place", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  await screen.list.getByRole("button", { name: "Compare" }).click();
  await expect(screen.list.getByRole("listitem").filter({ hasText: "Alignment with 3 optimizers" })).toContainText(
    "+1,778 USD",
  );
});

test("an address that names an axis opens it", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  const place = 'experiments[5].sweeps[1].axes["trial"]';
  await page.goto(`/project/example/experiments#${encodeURIComponent(place)}`);
  await expect(screen.title).toHaveValue("Gamma");
  await expect(screen.sweep(1).editor.getByRole("textbox", { name: "How many" })).toHaveValue("800");
});

test("a plan without experiments shows what one is, and one action", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  for (let left = 9; left > 0; left -= 1) {
    await screen.rows.first().getByRole("button").click();
    await page.keyboard.press("Delete");
    await expect(screen.rows).toHaveCount(left - 1);
  }
  await expect(page.getByRole("heading", { name: "No experiments yet" })).toBeVisible();
  await page.getByRole("button", { name: "Add an experiment" }).click();
  await expect(screen.title).toBeFocused();
  await expect(screen.rows).toHaveCount(1);
});

test("a thousand experiments are listed at once, and the last is a key away", async ({ page }) => {
  const screen = new ExperimentsScreen(page);
  const experiments = Array.from({ length: 1_000 }, (_, index) => ({
    id: `e${index}`,
    title: `Experiment ${index + 1}`,
    sweeps: [{ axes: { seed: (index % 5) + 1 } }],
  }));
  const plan = { ...JSON.parse(example.text), experiments, disputes: [], defaults: small };
  await openText(page, JSON.stringify(plan));
  await new Workspace(page).step("Experiments").click();
  await expect(screen.row("Experiment 1")).toBeVisible();
  expect(await screen.rows.count()).toBeLessThan(100);
  await screen.row("Experiment 1").getByRole("button").focus();
  await page.keyboard.press("End");
  await expect(screen.title).toHaveValue("Experiment 1000");
  await expect(screen.row("Experiment 1000").getByRole("button")).toBeFocused();
  await screen.title.fill("The last one");
  await expect(screen.row("The last one")).toBeVisible();
});

const screens = [
  // A screen of 1280 × 900 at 200 %.
  { name: "at 200 %", viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
  { name: "at 1024 pixels", viewport: { width: 1024, height: 768 }, deviceScaleFactor: 1 },
  { name: "at 1280 pixels", viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
  { name: "at 1920 pixels", viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1 },
];

for (const { name, viewport, deviceScaleFactor } of screens) {
  test.describe(`nothing is cut off ${name}:`, () => {
    test.use({ viewport, deviceScaleFactor });

    test("the list, the experiment and its open forms", async ({ page }) => {
      const screen = new ExperimentsScreen(page);
      const sweep = screen.sweep();
      if (viewport.width < 1100) {
        const menu = page.getByRole("button", { name: /9 experiments$/ });
        await menu.click();
        await expectWhole(page, [screen.list.getByRole("button", { name: "Compare" }), screen.row("Gamma")]);
        await page.keyboard.press("Escape");
        await expect(menu).toBeFocused();
        await menu.click();
      }
      await screen.select("Epsilon variants");
      await expectWhole(page, [
        screen.title,
        screen.figures.getByRole("button", { name: "1.90 M" }),
        page.getByRole("button", { name: "More for Epsilon variants" }),
        sweep.figures,
        sweep.axis("width"),
        sweep.equation,
        screen.chart.getByRole("button", { name: "as table" }),
      ]);
      await sweep.axis("learning rate").click();
      await expectWhole(page, [
        ...["Values", "Range", "Count", "Low / likely / high", "Variants", "Done", "Detach"].map((button) =>
          sweep.editor.getByRole("button", { name: button, exact: true }),
        ),
        ...["low", "likely", "high"].map((end) => sweep.editor.getByRole("textbox", { name: end, exact: true })),
      ]);
      await sweep.done();
      const model = await sweep.openRecipe("model", "This sweep");
      await expectWhole(page, [
        model.getByRole("button", { name: "Plan default" }),
        model.getByRole("textbox", { name: "Layers", exact: true }),
        model.getByRole("combobox", { name: "Positions", exact: true }),
      ]);
    });
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`axe finds nothing wrong in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("in any of the forms", async ({ page }) => {
      const screen = new ExperimentsScreen(page);
      const sweep = screen.sweep();
      await screen.select("Epsilon variants");
      await expectAccessible(page);
      await sweep.axis("width").click();
      await expectAccessible(page);
      await sweep.choose("Range");
      await expectAccessible(page);
      await sweep.done();
      await sweep.axis("learning rate").click();
      await expectAccessible(page);
      await sweep.choose("Variants");
      await sweep.editor.getByRole("button", { name: "Row" }).click();
      await expectAccessible(page);
      await sweep.done();
      await sweep.openRecipe("model", "This sweep");
      await expectAccessible(page);
      await sweep.root.getByRole("button", { name: /^More: a note/ }).click();
      await page.getByRole("button", { name: "Not repeated" }).click();
      await screen.chart.getByRole("button", { name: "as table" }).click();
      await sweep.root.getByRole("button", { name: "Axis", exact: true }).click();
      await page.keyboard.type("he");
      await expectAccessible(page);
    });
  });
}
