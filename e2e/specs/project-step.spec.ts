import { expect } from "@playwright/test";
import { read } from "../../shared/sheet/text/amounts.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { computed } from "../fixtures/computed.ts";
import { test } from "../fixtures/journey.ts";
import { changed, example } from "../fixtures/plans.ts";
import { tabTo } from "../pages/keyboard.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { ProjectStep } from "../pages/project-step.ts";
import { SoFar } from "../pages/so-far.ts";
import { Workspace } from "../pages/workspace.ts";

test.use({ start: "/project/example/project" });

/** The document as it stands in the text view. */
async function documentOf(workspace: Workspace, text: PlanTextScreen): Promise<Record<string, unknown>> {
  await workspace.showText();
  return JSON.parse(await text.field.inputValue());
}

test("edits the head of the sheet; what is emptied has no key", async ({ page }) => {
  const project = new ProjectStep(page);
  await project.open();
  await project.field("Head of the sheet", "Title").fill("Exponents again");
  await expect(page.getByRole("heading", { level: 1, name: "Exponents again" }).first()).toBeVisible();
  await project.field("Head of the sheet", "Funder").fill("Research council");
  await project.field("Head of the sheet", "Subtitle").fill("");
  await project.field("Head of the sheet", "Date of the plan").fill("2027-01-15");
  await project.field("Money", "Currency").fill("");
  const document = await documentOf(new Workspace(page), new PlanTextScreen(page));
  expect(document).toMatchObject({ title: "Exponents again", funder: "Research council", date: "2027-01-15" });
  expect(document).not.toHaveProperty("subtitle");
  expect(document).not.toHaveProperty("currency");
});

test("offers today as the date", async ({ page }) => {
  const project = new ProjectStep(page);
  await page.clock.setFixedTime("2027-03-04T12:00:00Z");
  await page.reload();
  await project.open();
  await page.getByRole("button", { name: "Today" }).click();
  await expect(project.field("Head of the sheet", "Date of the plan")).toHaveValue("2027-03-04");
  await expect(page.getByRole("button", { name: "Today" })).toHaveCount(0);
});

test("requires a title, and says so beside it", async ({ page }) => {
  const project = new ProjectStep(page);
  await project.open();
  await project.field("Head of the sheet", "Title").fill("");
  await expect(project.field("Head of the sheet", "Title")).toHaveAttribute("aria-invalid", "true");
  await expect(new Workspace(page).step("Project")).toContainText("1 fault");
});

test("tells the chance of staying under a ceiling", async ({ page }) => {
  const project = new ProjectStep(page);
  await project.open();
  await project.field("Money", "Ceiling").fill("12,500,000");
  await expect(project.section("Money")).toContainText(
    /The total is 407 k USD over the ceiling of 12\.5 M USD, and under it in \d\d % of 10,000 draws\./,
  );
  await project.field("Money", "Ceiling").fill("20e6");
  await expect(project.section("Money")).toContainText("The total is 7.09 M USD under the ceiling of 20.0 M USD");
});

test("counts by another convention, with the difference beforehand", async ({ page }) => {
  const project = new ProjectStep(page);
  const soFar = new SoFar(page);
  await project.open();
  const palm = computed(changed(example.text, '"convention": "matmul"', '"convention": "palm"')).estimated.withReruns;
  await expect(project.convention("PaLM")).toHaveAccessibleName(/5\.68 × 1024 FLOP, \+4\.7 %/);
  await project.convention("PaLM").check();
  await expect(soFar.cost).toHaveText(read(palm.cost));
  await project.convention("6 · N").check();
  await page.getByLabel("N counts").selectOption("parameters without embeddings");
  const six = changed(example.text, '"convention": "matmul"', '"convention": {"name": "six-nd", "of": "nonEmbedding"}');
  await expect(soFar.cost).toHaveText(read(computed(six).estimated.withReruns.cost));
});

test("adds reruns as a share of all runs, and takes the whole overhead out again", async ({ page }) => {
  const project = new ProjectStep(page);
  const soFar = new SoFar(page);
  await project.open();
  await project.field("Work done again", "Reruns").and(page.getByRole("textbox")).fill("10");
  await expect(soFar.cost).toHaveText("14.2 M");
  await project.field("Work done again", "Reruns").and(page.getByRole("textbox")).fill("");
  await expect(soFar.cost).toHaveText("12.9 M");
  expect(await documentOf(new Workspace(page), new PlanTextScreen(page))).not.toHaveProperty("overhead");
});

test("counts electricity or not, by card or node, on a grid that is searched for", async ({ page }) => {
  const project = new ProjectStep(page);
  const soFar = new SoFar(page);
  const energy = project.section("Electricity and carbon");
  await project.open();
  await energy.getByLabel("What counts as power").selectOption("node");
  await expect(soFar.figure("energy")).toHaveText("6.03");
  await energy.getByLabel("Published PUE").selectOption({ label: "1.15 AWS, all sites, 2023" });
  await expect(energy.getByLabel("PUE", { exact: true })).toHaveValue("1.15");
  await energy.getByRole("button", { name: "Choose a grid" }).click();
  await expect(energy.getByRole("searchbox", { name: "Search grids" })).toBeFocused();
  await page.keyboard.type("france");
  await energy.getByRole("radio", { name: /^France/ }).check();
  await expect(energy).toContainText("France 56.039 g of CO2e a kWh, 2023");
  await page.keyboard.press("Escape");
  await expect(energy.getByRole("button", { name: "Choose a grid" })).toBeFocused();
  await energy.getByRole("checkbox", { name: "Count electricity" }).uncheck();
  await expect(soFar.root).toContainText("not counted");
  await energy.getByRole("checkbox", { name: "Count electricity" }).check();
  await expect(energy.getByLabel("PUE", { exact: true })).toHaveValue("1.15");
});

test("takes a grid by value", async ({ page }) => {
  const project = new ProjectStep(page);
  const energy = project.section("Electricity and carbon");
  await project.open();
  await energy.getByRole("button", { name: "Your own" }).click();
  await energy.getByLabel("Name of the grid").fill("Our supplier");
  await energy.getByLabel("Intensity").fill("35");
  const { energy: stated } = (await documentOf(new Workspace(page), new PlanTextScreen(page))) as {
    energy: { grid: object };
  };
  expect(stated.grid).toMatchObject({ name: "Our supplier", gramsPerKilowattHour: 35, date: "2023" });
});

test("compares with a training that readers know", async ({ page }) => {
  const project = new ProjectStep(page);
  await project.open();
  await expect(project.section("Comparison")).toContainText("This plan is 14.3 % of Llama 3 405B.");
  await page.getByRole("button", { name: "Llama 2 7B" }).click();
  await expect(project.section("Comparison")).toContainText("This plan is 64.5 times Llama 2 7B.");
  await page.getByRole("button", { name: "Compare with nothing" }).click();
  await expect(project.field("Comparison", "Training")).toHaveValue("");
  expect(await documentOf(new Workspace(page), new PlanTextScreen(page))).not.toHaveProperty("compareWith");
});

test("adds, changes, moves and deletes assumptions by keyboard alone", async ({ page }) => {
  const project = new ProjectStep(page);
  await project.open();
  await tabTo(page, page.getByRole("textbox", { name: "New assumption" }));
  for (const text of ["Evaluation is paid by the department.", "Storage is free.", "Nobody is on holiday."]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
  await expect(project.item("Assumption", 3)).toHaveValue("Nobody is on holiday.");
  await project.item("Assumption", 3).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(project.item("Assumption", 2)).toBeFocused();
  await expect(project.item("Assumption", 2)).toHaveValue("Nobody is on holiday.");
  await page.keyboard.press("End");
  await page.keyboard.type(" Yet.");
  await page.getByRole("button", { name: "Delete assumption 1" }).press("Enter");
  const document = await documentOf(new Workspace(page), new PlanTextScreen(page));
  expect(document.assumptions).toEqual(["Nobody is on holiday. Yet.", "Storage is free."]);
});

test("takes the key out with the last item", async ({ page }) => {
  const project = new ProjectStep(page);
  await project.open();
  const { sources } = JSON.parse(example.text);
  for (const _ of sources) await page.getByRole("button", { name: "Delete source 1" }).click();
  await project.add("assumption", "One");
  await page.getByRole("button", { name: "Delete assumption 1" }).click();
  const document = await documentOf(new Workspace(page), new PlanTextScreen(page));
  expect(document).not.toHaveProperty("sources");
  expect(document).not.toHaveProperty("assumptions");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`axe in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("finds nothing wrong, with lists open and faults shown", async ({ page }) => {
      const project = new ProjectStep(page);
      await project.open();
      await expect(project.convention("PaLM")).toHaveAccessibleName(/FLOP/);
      await expectAccessible(page);
      await page.getByRole("button", { name: "Choose a grid" }).click();
      await project.add("assumption", "Storage is free.");
      await project.field("Head of the sheet", "Title").fill("");
      await expect(page.locator(".field-fault")).toBeVisible();
      await expectAccessible(page);
    });
  });
}

for (const width of [640, 1024, 1280, 1920]) {
  test(`fits a window of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const project = new ProjectStep(page);
    await project.open();
    await expect(project.field("Money", "Ceiling")).toBeVisible();
    const overflow = await page.locator("#main").evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
