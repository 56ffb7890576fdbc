/** A plan of every kind of model, from its text to its sheet and to how each of its figures was computed. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ALL_CONVENTIONS, type Convention } from "../compute/convention.ts";
import { numericSides, traceOf } from "../estimate/explain/trace-of.fixture.ts";
import { publishedModels as models } from "../models/fixtures/published-models.ts";
import { shippedCatalogue } from "../plan/catalogue.fixture.ts";
import { describeFault } from "../plan/faults/describe-fault.ts";
import { readPlan } from "../plan/read.ts";
import type { ResolvedPlan } from "../plan/resolved.ts";
import { inputOf, sheetOf, tableOf, wordsOf } from "./fixtures/sheet-of.ts";
import { sheetProblems } from "./fixtures/sheet-problems.ts";
import { assumptionsInWords } from "./sections/assumptions.ts";

const asset = (path: string) => readFileSync(new URL(`../../assets/${path}`, import.meta.url), "utf8");
const catalogue = shippedCatalogue(asset);

const tokens = { tokens: 1e9, batch: 8, sequence: 2_048 };
const images = { steps: 1_000, batch: 256 };

const PLAN = {
  flopsheet: 1,
  title: "Every kind of model",
  defaults: { hardware: { accelerator: "h100-sxm", utilisation: 0.3 } },
  experiments: [
    { id: "mixture", title: "Mixture", model: models.mixtral_8x7b, training: tokens, sweeps: [{}] },
    { id: "latent", title: "Latent", model: models.deepseek_v3, training: tokens, sweeps: [{}] },
    { id: "windows", title: "Windows", model: models.gemma3_1b, training: tokens, sweeps: [{}] },
    { id: "encoder", title: "Encoder", model: models.bertBase, training: tokens, sweeps: [{}] },
    { id: "seq2seq", title: "Sequences", model: models.t5Base, training: tokens, sweeps: [{}] },
    { id: "shared", title: "Shared", model: { ...models.llama2_7b, uniqueLayers: 4 }, training: tokens, sweeps: [{}] },
    { id: "state", title: "State", model: models.mamba2_130m, training: tokens, sweeps: [{}] },
    { id: "vision", title: "Vision", model: models.vitB16, training: images, sweeps: [{}] },
    {
      id: "recurrent",
      title: "Recurrent",
      model: {
        kind: "layers",
        source: "Zaremba et al. 2014",
        list: [
          { layer: "embedding", rows: 10_000, width: 650 },
          { layer: "lstm", inputs: 650, outputs: 650, steps: 35, repeats: 2 },
        ],
      },
      training: images,
      sweeps: [{}],
    },
  ],
  quotes: [{ id: "offer", price: 2, headline: true, source: "a list", date: "2026-01-01" }],
};

function resolved(plan: object): ResolvedPlan {
  const read = readPlan(JSON.stringify(plan), catalogue);
  if (!read.ok) throw new Error(read.error.map(describeFault).join("\n"));
  return read.value.resolved;
}

const field = (convention: Convention) =>
  convention.name === "six-nd" || convention.name === "megatron" ? convention : convention.name;

describe("a plan of every kind of model", () => {
  it.each(ALL_CONVENTIONS)("has a sheet without a fault, by %o", (convention) => {
    expect(sheetProblems(sheetOf(resolved({ ...PLAN, convention: field(convention) })))).toEqual([]);
  });

  it.each(ALL_CONVENTIONS)("explains every figure of its models by numbers that come to it, by %o", (convention) => {
    const plan = resolved({ ...PLAN, convention: field(convention) });
    plan.models.forEach((_, model) => {
      for (const measure of ["parameters", "activeParameters", "flopPerItem", "sixNdRatio"] as const) {
        const trace = traceOf(plan, { of: "model", model, measure });
        // The ratio's last side is in per cent, the others are fractions of one.
        const sides = numericSides(trace).map((side, index) =>
          measure === "sixNdRatio" && index === 0 ? 100 * side : side,
        );
        expect(sides.length).toBeGreaterThan(0);
        for (const side of sides) expect(side / trace.value).toBeCloseTo(1, 9);
      }
    });
  });

  it("shows what is active of the mixtures", () => {
    const words = wordsOf(tableOf(sheetOf(resolved(PLAN)), "models"));
    expect(words.find((row) => row.some((word) => word.includes("46.7")))?.join(" ")).toContain("12.9");
  });

  it("says on the sheet what the models are", () => {
    const texts = assumptionsInWords(inputOf(resolved(PLAN)));
    const said = (part: string) => texts.filter((text) => text.includes(part)).length;
    expect(
      said("a token passes 2 of 8 experts of 14,336 in every block; operations and N of 6·N count only these"),
    ).toBe(1);
    expect(said("a token passes 8 of 256 experts of 2,048 and 1 shared expert of 2,048 in 58 blocks of 61")).toBe(1);
    expect(
      said("keys and values go through 512 numbers a token, queries through 1,536; heads of 128 + 64, values of 128"),
    ).toBe(1);
    expect(said("4 layers attend without the window of 512 tokens")).toBe(1);
    expect(said("state-space layers as published for Mamba-2, states of 128; their scan is counted, too")).toBe(1);
    expect(
      said(
        "an encoder of 12 layers beside a decoder of 12; items are tokens of the target, the source is as long as the target",
      ),
    ).toBe(1);
    expect(said("an example is an image of 224 pixels in patches of 16, and a class token")).toBe(1);
    expect(said("32 layers share the weights of 4, counted once and computed each time")).toBe(1);
    expect(said("1 block that predicts further tokens is in neither parameters nor operations")).toBe(1);
    expect(said("are counted layer by layer; training is three times the forward FLOP")).toBe(1);
  });

  it("says which models the plan's convention does not hold for, and that they are counted by matmul", () => {
    const texts = assumptionsInWords(inputOf(resolved({ ...PLAN, convention: "chinchilla" })));
    const said = texts.filter((text) => text.includes("counted by matmul")).map((text) => text.replace(/“.*”/g, "…"));
    expect(said.sort()).toEqual([
      "… are counted by matmul: chinchilla knows dense blocks only, and this model has experts.",
      "… is counted by matmul: chinchilla counts every weight once, and here 32 layers share the weights of 4.",
      "… is counted by matmul: chinchilla is of a model with logits, and this one's head is masked.",
      "… is counted by matmul: chinchilla knows attention only, and here some are state-space layers.",
      "… is counted by matmul: chinchilla takes every parameter for every token, and here a token passes the encoder or the decoder.",
    ]);
  });
});

describe("an axis", () => {
  it.each([
    ["model.experts", [null, 4, 8], 3],
    ["model.expertsPerToken", [1, 2, 4], 3],
    ["model.predictionHeads", [0, 1], 2],
    ["model.window", [null, 128, 256], 3],
    ["model.uniqueLayers", [1, 32], 2],
    ["model.parallel", [true, false], 2],
  ])("over %s makes a model of each value", (path, values, count) => {
    const base = path === "model.uniqueLayers" ? models.llama2_7b : models.mixtral_8x7b;
    const experiment = { id: "a", title: "A", model: base, training: tokens, sweeps: [{ axes: { [path]: values } }] };
    const plan = resolved({ ...PLAN, experiments: [experiment] });
    expect(plan.models).toHaveLength(count);
    expect(new Set(plan.models.map(({ label }) => label)).size).toBe(count);
    expect(sheetProblems(sheetOf(plan))).toEqual([]);
  });

  it("is faulty at the value that does not go with the rest, and says what may stand there", () => {
    const axes = { "model.expertsPerToken": [2, 9] };
    const experiment = { id: "a", title: "A", model: models.mixtral_8x7b, training: tokens, sweeps: [{ axes }] };
    const read = readPlan(JSON.stringify({ ...PLAN, experiments: [experiment] }), catalogue);
    expect(read.ok ? [] : read.error.map(({ message, allowed, path }) => [path, message, allowed])).toEqual([
      [
        'experiments[0].sweeps[0].axes["model.expertsPerToken"][1]',
        "expertsPerToken 9 is more than the 8 experts that there are",
        "the experts that a token passes, from 1 to 8",
      ],
    ]);
  });
});
