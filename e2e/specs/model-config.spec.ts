import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { expect, type Page, type TestInfo } from "@playwright/test";
import { expectAccessible } from "../fixtures/axe.ts";
import { test } from "../fixtures/journey.ts";
import { expectWhole } from "../fixtures/whole.ts";
import { ExperimentsScreen } from "../pages/experiments.ts";
import { FitSection } from "../pages/fit-section.ts";
import { tabTo } from "../pages/keyboard.ts";
import { ModelImportScreen } from "../pages/model-import.ts";
import { Workspace } from "../pages/workspace.ts";

test.use({ start: "/project/example/experiments" });

const llama = {
  architectures: ["LlamaForCausalLM"],
  model_type: "llama",
  hidden_size: 4_096,
  intermediate_size: 14_336,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  vocab_size: 128_256,
  max_position_embeddings: 8_192,
  tie_word_embeddings: false,
};

const unknown = { model_type: "somebodys", d_model: 1_024, n_layers: 12, num_heads: 16, vocab_size: 32_000 };

test.beforeEach(async ({ page }) => {
  await expect(page.getByRole("textbox", { name: "Title of the experiment" })).toHaveValue("Alignment");
});

/** Drops a file on the step; what the window says meanwhile is looked at. */
async function drop(page: Page, info: TestInfo, name: string, text: string): Promise<void> {
  const path = info.outputPath(name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  const held = await new Workspace(page).holdOver(path);
  await expect(page.getByText("Drop a sweep file, or a model’s config.json")).toBeVisible();
  await held.drop();
}

test("a config.json is dropped, taken for an experiment, its width swept, and what fits is seen", async ({
  page,
}, info) => {
  const experiments = new ExperimentsScreen(page);
  const screen = new ModelImportScreen(page);
  await experiments.add("Widths of Llama");
  await drop(page, info, "config.json", JSON.stringify(llama, null, 2));

  await expect(screen.offer).toContainText("8,030,261,248");
  await expect(screen.offer).toContainText("51,470,401,536");
  await expect(screen.inferred("head_dim")).toContainText("128");
  await expect(screen.inferred("mlp_bias")).toContainText("the default of LlamaConfig");
  await screen.offer.getByLabel(/^Keep its shape when the width changes/).check();
  await screen.destination.selectOption("The experiment Widths of Llama");
  await screen.taken();

  const sweep = experiments.sweep();
  await expect(sweep.root.getByRole("button", { name: /^model / })).toContainText("32 layers");
  await expect(sweep.root.getByRole("button", { name: /^model / })).toContainText("this experiment");
  // The axis begins with the width that the model has.
  await sweep.addValues("model.width", [2_048]);
  await expect(sweep.equation).toContainText("2 runs");
  await expect(page.locator(".fault-count")).toHaveCount(0);
  const editor = await sweep.openRecipe("model", "This experiment");
  await expect(editor.getByLabel("Head size", { exact: true })).toHaveValue("128");
  await expect(editor.getByLabel("Feed-forward", { exact: true })).toHaveValue("3.5");
  await sweep.closeRecipe();

  // What fits: the model of the file as it is, and the narrower one (told apart by their feed-forward), on their fewest cards.
  const steps = page.getByRole("navigation", { name: "Steps" });
  await steps.getByRole("link", { name: /^Hardware and speed/ }).click();
  const fit = new FitSection(page);
  await expect(fit.sentence).toHaveText("All 16 models fit.");
  await fit.root.getByRole("button", { name: "All 16 models" }).click();
  await expect(fit.rows.filter({ hasText: /Feed-forward 14,336/ })).toContainText(/of 80\.0/);
  await expect(fit.rows.filter({ hasText: /Feed-forward 7,168/ })).toContainText(/of 80\.0/);
  await steps.getByRole("link", { name: /^Experiments/ }).click();

  // The value, the axis, and then the whole model, are a step of undo each.
  const undo = page.getByRole("button", { name: /^Undo/ }).first();
  for (let step = 0; step < 3; step++) await undo.click();
  await expect(sweep.root.getByRole("button", { name: /^model / })).toContainText("plan default");
});

test("a model of an unknown family is taken when what was inferred was looked at", async ({ page }) => {
  const experiments = new ExperimentsScreen(page);
  const screen = new ModelImportScreen(page);
  const editor = await experiments.sweep().openRecipe("model", "Plan default");
  await screen.choose(editor, "theirs.json", JSON.stringify(unknown));
  await expect(screen.offer).toContainText("not a family that is known");
  await expect(screen.inferred("intermediate_size")).toContainText("4,096");
  await expect(screen.inferred("hidden_act")).toContainText("no");
  await expect(screen.take).toBeDisabled();
  await screen.offer.getByLabel("I looked at what was inferred, and it is right").check();
  await expectAccessible(page);
  await screen.taken();
  await expect(experiments.sweep().root.getByRole("button", { name: /^model / })).toContainText("12 layers");
});

test("a file with faults says where they are, and changes nothing", async ({ page }, info) => {
  const screen = new ModelImportScreen(page);
  await drop(page, info, "config.json", JSON.stringify({ ...llama, num_hidden_layers: "many" }, null, 2));
  await expect(screen.faults).toContainText("num_hidden_layers is not a number");
  await expect(screen.faults).toContainText("line 8, column 24");
  await expectAccessible(page);
  const chooser = page.waitForEvent("filechooser");
  await screen.faults.getByRole("button", { name: "Choose another file" }).click();
  const buffer = Buffer.from(JSON.stringify(llama));
  await (await chooser).setFiles({ name: "mended.json", mimeType: "application/json", buffer });
  await expect(screen.offer).toContainText("8,030,261,248");
  await page.keyboard.press("Escape");
  await expect(screen.offer).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Undo/ }).first()).toBeDisabled();
});

test("a published model is found and taken by keyboard alone", async ({ page }) => {
  const experiments = new ExperimentsScreen(page);
  const screen = new ModelImportScreen(page);
  const editor = await experiments.sweep().openRecipe("model", "This sweep");
  await tabTo(page, editor.getByRole("button", { name: "A published model" }));
  await page.keyboard.press("Enter");
  await expect(screen.picker.getByRole("searchbox", { name: "Search" })).toBeFocused();
  await page.keyboard.type("mixtral");
  await expect(screen.picker.getByRole("status")).toHaveText("1 model of 51");
  await tabTo(page, screen.picker.getByRole("button", { name: "Look at Mixtral 8x7B" }));
  await page.keyboard.press("Enter");
  await expect(screen.offer).toContainText("46,702,792,704");
  await expect(screen.offer).toContainText("12,879,925,248");
  await expect(screen.take).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(screen.offer).toHaveCount(0);
  await expect(editor.getByRole("button", { name: "A published model" })).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Mixtral 8x7B is the model now" })).toHaveCount(1);
});

for (const scheme of ["light", "dark"] as const) {
  test(`the dialogs are whole and accessible, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const screen = new ModelImportScreen(page);
    const editor = await new ExperimentsScreen(page).sweep().openRecipe("model", "Plan default");
    for (const width of [1024, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      await expectWhole(page, [editor.getByRole("button", { name: "A published model" })]);
      await editor.getByRole("button", { name: "A published model" }).click();
      await expectWhole(page, [screen.picker.getByRole("button", { name: "Look at Qwen3 8B" })]);
      if (width === 1280) await expectAccessible(page);
      await screen.picker.getByRole("button", { name: "Look at DeepSeek-V2 236B" }).click();
      await expectWhole(page, [screen.take, screen.destination]);
      if (width === 1280) await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expect(screen.offer).toHaveCount(0);
    }
  });
}

test("the catalogue shows the published models, with what is not verified", async ({ page }) => {
  await page.goto(new URL("/catalogue", page.url()).href);
  await page.getByRole("button", { name: /^Models/ }).click();
  const rows = page.getByRole("table", { name: "models" }).locator("tbody tr");
  await expect(rows).toHaveCount(53);
  await expectAccessible(page);
  await page.getByRole("searchbox", { name: "Search models" }).fill("llama 65b");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("1.02 M");
  await expect(rows).toContainText("unverified");
});
