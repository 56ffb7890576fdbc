import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { gridSchema } from "../energy/grid.ts";
import { acceleratorSchema } from "../hardware/accelerator.ts";
import { utilisationPriorsSchema } from "../hardware/utilisation.ts";
import { countParameters } from "../models/count-parameters.ts";
import { rateSchema } from "../money/rate.ts";
import type { AxisDocument } from "./axes.ts";
import { type PlanDocument, planSchema } from "./document.ts";
import { resolve } from "./resolve.ts";
import type { ResolvedPlan, RunClass } from "./resolved.ts";
import { changed, resolvedSample, sampleCatalogue } from "./sample-plan.ts";

const asset = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assets/${name}.json`, import.meta.url), "utf8"));

const shipped = {
  accelerators: z.array(acceleratorSchema).parse(asset("catalog/accelerators")),
  rates: z.array(rateSchema).parse(asset("catalog/rates")),
  grids: z.array(gridSchema).parse(asset("catalog/grids")),
  utilisation: utilisationPriorsSchema.parse(asset("catalog/utilisation")),
  funders: [],
};

function resolved(document: PlanDocument, catalogue = sampleCatalogue): ResolvedPlan {
  const plan = resolve(document, catalogue);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

const runsOf = ({ labels, counts, repeats }: RunClass): number =>
  counts.reduce((runs, count) => runs * count.likely, labels * repeats.likely);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe("the plan of arXiv 2407.05872", () => {
  const plan = resolved(planSchema.parse(asset("templates/scaling-exponents")), shipped);

  it("has 58,512 runs, by experiment as an independent reader counted them", () => {
    const byExperiment = plan.experiments.map((_, index) =>
      sum(plan.classes.filter(({ experiment }) => experiment === index).map(runsOf)),
    );
    expect(byExperiment).toEqual([12, 456, 5040, 3744, 5040, 36360, 840, 2640, 4380]);
    expect(sum(byExperiment)).toBe(58_512);
  });

  it("has 120 run classes of 14 models on one card", () => {
    expect([plan.classes.length, plan.experiments.flatMap(({ sweeps }) => sweeps).length]).toEqual([120, 12]);
    expect(plan.cards).toMatchObject([
      { accelerator: { id: "h100-sxm" }, densePeak: 989.4e12, speed: { flopPerSecond: { likely: 3.5e14 } } },
    ]);
    const billions = plan.models.map(({ shape }) => Number((countParameters(shape).total / 1e9).toPrecision(3)));
    expect(billions).toEqual([
      0.00979, 0.0227, 0.058, 0.106, 0.166, 0.325, 0.534, 0.794, 1.1, 1.87, 4.02, 6.97, 15.3, 26.8,
    ]);
    expect(plan.models.map(({ label }) => label).slice(0, 5)).toEqual([
      "width 128",
      "width 256",
      "width 512",
      "width 768",
      "width 1,024",
    ]);
  });

  it("has one doubt, whose use is one draw", () => {
    expect(plan.inputs).toMatchObject([
      { name: "pointsPerLine", title: "points per line", low: 10, likely: 15, high: 15 },
    ]);
    const users = plan.classes.filter(({ counts }) => counts.some(({ input }) => input === 0));
    expect(new Set(users.map(({ experiment }) => experiment))).toEqual(new Set([2, 4, 5, 6, 7, 8]));
  });

  it("reads each disputed experiment the other way, and only that", () => {
    const runs = plan.disputes.map(({ alternative }) => sum(alternative.classes.map(runsOf)));
    expect(plan.disputes.map(({ id, experiment }) => [id, experiment])).toEqual([
      ["alignment_optimizers", 0],
      ["compute_optimal_widths", 8],
      ["non_embedding_tokens", 8],
      ["adafactor_widths", 8],
    ]);
    expect(runs).toEqual([12 * 3, 4380 - 60 * 3, 4380, 4380 - 60]);
    const lengths = plan.disputes[2]?.alternative.classes.map(({ training }) => training.length);
    expect(lengths?.filter((length) => length.kind === "tokensPerParameter").map(({ of }) => of)).toEqual(
      Array(11).fill("nonEmbedding"),
    );
    expect(plan.disputes[0]?.alternative.experiments).toHaveLength(1);
    expect(plan.disputes[0]?.alternative.models.map(({ label }) => label)).toEqual([
      "width 1,024",
      "width 2,048",
      "width 4,096",
    ]);
  });
});

describe("resolve", () => {
  it("takes each setting from the nearest place that states it", () => {
    const plan = resolvedSample(
      changed(
        ["title: First\n", "title: First\n    training: {batch: 128}\n    repeats: 3\n"],
        [
          "id: main",
          "id: main\n        training: {tokens: 5}\n        repeats: 2\n        probability: 0.3\n        sharedWith: first",
        ],
      ),
    );
    const [first, , second] = plan.classes;
    expect(first?.training).toEqual({
      length: { kind: "steps", steps: { likely: 1000, input: null }, itemsPerStep: 128 * 512 },
      batch: 128,
      sequence: 512,
      attended: 256,
    });
    expect(second).toMatchObject({
      training: { length: { kind: "tokens", tokens: { likely: 5 } }, batch: 256 },
      repeats: { likely: 2 },
      probability: 0.3,
      sharedWith: "first",
    });
    expect([first?.repeats.likely, first?.probability, first?.sharedWith]).toEqual([3, 1, null]);
  });

  it("varies the ratio of tokens to parameters by itself", () => {
    const lengths = resolvedSample(
      changed(
        ["steps: 1000", "tokensPerParameter: {ratio: 20, of: active}"],
        ["{seed: 3}", "{training.tokensPerParameter.ratio: [10, 40]}"],
      ),
    ).classes.map(({ training }) => training.length);
    expect(lengths.slice(2)).toEqual([
      { kind: "tokensPerParameter", ratio: { likely: 10, input: null }, of: "active" },
      { kind: "tokensPerParameter", ratio: { likely: 40, input: null }, of: "active" },
    ]);
  });

  it("sets several fields together by a row, and labels the model by it", () => {
    const rows = "size: [{label: S, heads: 4, batch: 64}, {label: XL, heads: 32, layers: 16, steps: 9}]";
    const plan = resolvedSample(changed(["model.heads: [8, 16]", rows]));
    expect(plan.models.map(({ label }) => label)).toEqual(
      ["S", "decoder, 8 layers, width 1,024", "XL"].map((label) =>
        label.startsWith("decoder") ? expect.any(String) : label,
      ),
    );
    expect(plan.classes.map(({ values, training }) => [values[0], training.batch])).toEqual([
      ["S", 64],
      ["XL", 256],
      [null, 256],
    ]);
    expect(plan.experiments[0]?.sweeps[0]?.axes[0]).toEqual({
      name: "size",
      kind: "variant",
      values: ["S", "XL"],
      count: { likely: 2, input: null },
    });
  });

  it("has the defaults of a plan that says as little as it can", () => {
    const document = planSchema.parse({
      flopsheet: 1,
      title: "Least",
      experiments: [
        {
          id: "a",
          title: "A",
          model: { layers: 2, heads: 2, headSize: 4, vocabulary: 8 },
          training: { tokens: 5, sequence: 4 },
          hardware: { accelerator: "small" },
          sweeps: [{}],
        },
      ],
      quotes: [{ id: "q", price: 2 }],
    });
    const plan = resolved(document);
    expect(plan).toMatchObject({
      subtitle: null,
      currency: "USD",
      convention: { name: "matmul" },
      inputs: [],
      reruns: { likely: 0, input: null },
      clusters: [{ cards: 10 }, { cards: 100 }, { cards: 100_000 }],
      energy: null,
      disputes: [],
      compareWith: null,
      assumptions: [],
      sources: [],
    });
    expect(plan.quotes).toMatchObject([{ id: "q", title: "q", headline: true, accelerator: null, date: null }]);
    expect(plan.classes).toEqual([
      {
        experiment: 0,
        sweep: 0,
        model: 0,
        card: 0,
        layout: 0,
        values: [],
        training: {
          length: { kind: "tokens", tokens: { likely: 5, input: null } },
          batch: null,
          sequence: 4,
          attended: 2,
        },
        labels: 1,
        counts: [],
        repeats: { likely: 1, input: null },
        earlyStopped: null,
        probability: 1,
        sharedWith: null,
      },
    ]);
  });

  it("tells whoever gives it a document that contradicts itself", () => {
    const document = planSchema.parse(asset("templates/scaling-exponents"));
    expect(resolve({ ...document, quotes: [] }, shipped)).toMatchObject({ ok: false });
    const circle = document.experiments.map((experiment, index) =>
      index === 0 ? { ...experiment, after: ["alignment"] } : experiment,
    );
    expect(resolve({ ...document, experiments: circle }, shipped)).toEqual({
      ok: false,
      error: [
        {
          path: ["experiments", 0, "after", 0],
          message: "The experiment alignment names itself",
          value: "alignment",
          allowed: "another experiment",
        },
      ],
    });
  });
});

describe("the runs of a sweep", () => {
  const paths = { "model.heads": 40, "training.batch": 40, "training.steps": 40, "model.layers": 40 };
  const list = (most: number) => fc.uniqueArray(fc.integer({ min: 1, max: most }), { minLength: 1, maxLength: 5 });
  const axes: fc.Arbitrary<Record<string, AxisDocument>> = fc.record(
    {
      ...Object.fromEntries(Object.entries(paths).map(([path, most]) => [path, list(most)])),
      optimizer: fc.uniqueArray(fc.string({ minLength: 1, unit: "grapheme-ascii" }), { minLength: 1, maxLength: 4 }),
      seed: fc.integer({ min: 0, max: 9 }),
    },
    { requiredKeys: [] },
  );
  const sized = (axis: AxisDocument): number => (Array.isArray(axis) ? axis.length : Number(axis));

  const document = (list: readonly Record<string, AxisDocument>[]) =>
    planSchema.parse({
      flopsheet: 1,
      title: "T",
      defaults: {
        model: { layers: 2, heads: 2, headSize: 4, vocabulary: 8 },
        training: { steps: 5, batch: 3, sequence: 4 },
        hardware: { accelerator: "big" },
      },
      experiments: list.map((one, index) => ({
        id: `e${index}`,
        title: `E${index}`,
        sweeps: [{ axes: one, repeats: 2 }],
      })),
      quotes: [{ id: "q", price: 2 }],
    });

  it("are the product of its axes and repeats", () => {
    fc.assert(
      fc.property(axes, (one) => {
        const product = Object.values(one).reduce<number>((runs, axis) => runs * sized(axis), 2);
        expect(sum(resolved(document([one])).classes.map(runsOf))).toBe(product);
      }),
    );
  });

  it("do not depend on the order of the experiments", () => {
    const contents = (plan: ResolvedPlan): string[] =>
      plan.classes
        .map(({ model, card, experiment, sweep, ...rest }) =>
          JSON.stringify([
            plan.experiments[experiment]?.id,
            sweep,
            model === null ? null : plan.models[model],
            plan.cards[card]?.accelerator.id,
            rest,
          ]),
        )
        .sort();
    fc.assert(
      fc.property(fc.array(axes, { minLength: 1, maxLength: 4 }), (many) => {
        const plan = document(many);
        const turned = { ...plan, experiments: plan.experiments.toReversed() };
        expect(contents(resolved(turned))).toEqual(contents(resolved(plan)));
      }),
    );
  });
});
