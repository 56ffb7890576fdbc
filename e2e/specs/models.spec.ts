import { expect } from "@playwright/test";
import { expectAccessible } from "../fixtures/axe.ts";
import { test } from "../fixtures/journey.ts";
import { expectWhole } from "../fixtures/whole.ts";
import { ExperimentsScreen } from "../pages/experiments.ts";
import { openText } from "../pages/open-text.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { ProjectStep } from "../pages/project-step.ts";

test.use({ start: "/project/example/experiments" });

const PLAN = {
  flopsheet: 1,
  title: "A mixture",
  defaults: {
    hardware: { accelerator: "h100-sxm", utilisation: 0.3 },
    training: { tokens: 1e9, batch: 8, sequence: 4096 },
  },
  experiments: [
    {
      id: "mixture",
      title: "Mixture",
      model: {
        layers: 32,
        heads: 32,
        headSize: 128,
        keyValueHeads: 8,
        feedForward: 14_336,
        gated: true,
        vocabulary: 32_000,
        experts: 8,
        expertsPerToken: 2,
      },
      sweeps: [{}],
    },
  ],
  quotes: [{ id: "offer", price: 2, headline: true, source: "a list", date: "2026-01-01" }],
};

test("a mixture is read, changed and shown under every convention, in light and dark", async ({ page }) => {
  await openText(page, JSON.stringify(PLAN, null, 2));
  await page.goto("/project/example/experiments");
  const editor = await new ExperimentsScreen(page).sweep().openRecipe("model", "This experiment");
  const picture = editor.getByRole("img");
  await expect(picture).toHaveAccessibleName(
    "Embedding (32,000 × 4,096, 131 M parameters), then 32 × [Attention (32 heads of 128, 8 keys and values, 1.34 B parameters), Experts (2 of 8 for a token, 14,336 wide, 45.1 B parameters)], then Logits (32,000, 131 M parameters)",
  );
  await expect(editor.getByText("46,702,792,704 parameters, 12,879,925,248 active")).toBeVisible();
  const row = (name: string) =>
    editor.getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${name}`) }) });
  await expect(row("six-nd, N total")).toContainText("77.3 GFLOP");
  await expect(row("megatron with")).toContainText("Megatron knows dense blocks only, and this model has experts");
  await expectWhole(page, []);
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await expectAccessible(page);
    if (process.env.SHOTS)
      await editor.locator(".model-panel").screenshot({ path: `${process.env.SHOTS}/mixture-${scheme}.png` });
  }

  // Fields that say something only of a mixture go with its experts; a wrong number is told at its field.
  await expect(editor.getByLabel("First dense blocks")).toBeVisible();
  await editor.getByLabel("Experts a token passes", { exact: true }).fill("9");
  await expect(editor.getByText("expertsPerToken 9 is more than the 8 experts that there are")).toBeVisible();
  await editor.getByLabel("Experts a token passes", { exact: true }).fill("1");
  await expect(editor.getByText("46,702,792,704 parameters, 7,242,780,672 active")).toBeVisible();
  await expect(editor.getByLabel("Query rank")).toHaveCount(0);
});

test("a published model is put in layer by layer, and its training counts examples", async ({ page }) => {
  await openText(page, JSON.stringify(PLAN, null, 2));
  await openText(
    page,
    JSON.stringify({
      ...PLAN,
      experiments: [
        {
          id: "images",
          title: "Images",
          model: { kind: "layers" },
          training: { epochs: 90, examples: 1_281_167, batch: 256 },
          sweeps: [{}],
        },
      ],
      defaults: { hardware: PLAN.defaults.hardware },
    }),
  );
  await page.goto("/project/example/experiments");
  const sweep = new ExperimentsScreen(page).sweep();
  const editor = await sweep.openRecipe("model", "This experiment");
  await editor.getByLabel("Layers of a published model").selectOption({ label: "ResNet-50: an image of 224 pixels" });
  await expect(editor.getByText("25,557,032 parameters")).toBeVisible();
  await expect(editor.getByRole("region", { name: "Layers" })).toContainText(
    "Convolution 3 → 64, 7 × 7, to 112 × 112 (stem)",
  );
  await expect(editor.getByRole("region", { name: "What each convention says" })).toContainText("24.5 GFLOP");
  await expectWhole(page, []);
  await expectAccessible(page);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/layers.png`, fullPage: true });
});

test("the step Project says which models a convention does not hold for", async ({ page }) => {
  await openText(page, JSON.stringify(PLAN, null, 2));
  const project = new ProjectStep(page);
  await project.open();
  await project.convention("Megatron").check();
  await expect(page.getByText("megatron knows dense blocks only, and this model has experts").first()).toBeVisible();
  await page.getByRole("checkbox", { name: /second forward pass/ }).check();
  await expectWhole(page, []);
  await expectAccessible(page);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/convention.png`, fullPage: true });
  await page.goto("/project/example/text");
  await expect(new PlanTextScreen(page).field).toHaveValue(/"name": "megatron",\s+"recomputation": true/);
});
