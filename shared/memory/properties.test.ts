import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OFFLOADS, ZERO_STAGES } from "../hardware/layout-fields.ts";
import { completeShape } from "../models/complete-shape.ts";
import { countParameters } from "../models/count-parameters.ts";
import type { TransformerShape } from "../models/shape.ts";
import { ACTIVATION_FORMATS, OPTIMIZERS, PRECISIONS, RECOMPUTATIONS } from "../training/memory-fields.ts";
import { anatomyOf } from "./anatomy.ts";
import { changesThatFit } from "./changes-that-fit.ts";
import { fitOnCards, type Machines, minimumCards } from "./fit.ts";
import { cardsOfGroup, cardsOfReplica, type Layout } from "./layout.ts";
import { MEMORY_PARTS, memoryPerCard } from "./memory-per-card.ts";
import { largestThatFits } from "./micro-batch.ts";
import type { MemoryRecipe } from "./recipe.ts";

const count = (max: number) => fc.integer({ min: 1, max });
const power = (max: number) => fc.integer({ min: 0, max }).map((exponent) => 2 ** exponent);

const shapes: fc.Arbitrary<TransformerShape> = fc
  .record({
    layers: count(12).map((blocks) => 8 * blocks),
    heads: count(16),
    headSize: fc.constantFrom(64, 128),
    feedForward: count(20_000),
    gated: fc.boolean(),
    vocabulary: count(200_000),
    tiedEmbeddings: fc.boolean(),
    norm: fc.constantFrom("none" as const, "rms" as const, "layer" as const),
    biases: fc.constantFrom("none" as const, "queryKeyValue" as const, "all" as const),
    experts: fc.option(fc.constantFrom(8, 16), { nil: undefined }),
  })
  .map((fields) => {
    const mixture = fields.experts === undefined ? {} : { expertsPerToken: 2, expertFeedForward: fields.feedForward };
    const shape = completeShape({ ...fields, ...mixture });
    if (!shape.ok || shape.value.kind !== "transformer") throw new Error("the fields make a model");
    return shape.value;
  });

const recipes: fc.Arbitrary<MemoryRecipe> = fc.record({
  precision: fc.constantFrom(...PRECISIONS),
  optimizer: fc.constantFrom(...OPTIMIZERS),
  activations: fc.constantFrom(...ACTIVATION_FORMATS),
  dropout: fc.boolean(),
  fusedAttention: fc.boolean(),
  recompute: fc.constantFrom(...RECOMPUTATIONS),
  recomputeEvery: count(6),
  sequence: count(8_192),
  batch: fc.option(power(12), { nil: null }),
  microBatch: power(3),
  adapters: fc.option(
    fc.record({ trained: count(1e7), frozen: fc.constantFrom("16-bit" as const, "4-bit" as const) }),
    {
      nil: null,
    },
  ),
});

const layouts: fc.Arbitrary<Layout> = fc.record({
  zeroStage: fc.constantFrom(...ZERO_STAGES),
  tensorParallel: power(3),
  sequenceParallel: fc.boolean(),
  pipelineParallel: power(3),
  expertParallel: fc.constant(1),
  offload: fc.constantFrom(...OFFLOADS),
  gatheredLayers: fc.constantFrom(0, 2),
});

const machines: fc.Arbitrary<Machines> = fc.record({
  cardBytes: count(200).map((gigabytes) => gigabytes * 1e9),
  cardsPerNode: fc.constantFrom(1, 4, 6, 8, 16),
  hostBytes: fc.option(
    count(4_000).map((gigabytes) => gigabytes * 1e9),
    { nil: null },
  ),
});

const total = (shape: TransformerShape, recipe: MemoryRecipe, layout: Layout, cards: number): number => {
  const memory = memoryPerCard(shape, recipe, layout, cards);
  if (memory === null) throw new Error("a transformer has blocks");
  return memory.total;
};

/** A rounding of the last places is no rise. */
const atMost = (value: number) => value * (1 + 1e-12);

describe("memory", () => {
  it("is the sum of its parts, none of them less than nothing", () => {
    fc.assert(
      fc.property(shapes, recipes, layouts, power(4), (shape, recipe, layout, replicas) => {
        const memory = memoryPerCard(shape, recipe, layout, cardsOfReplica(layout) * replicas);
        if (memory === null) throw new Error("a transformer has blocks");
        const parts = MEMORY_PARTS.map((part) => memory.parts[part]);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        expect(parts.reduce((sum, part) => sum + part, 0) / memory.total).toBeCloseTo(1, 12);
      }),
    );
  });

  it("counts every parameter on a single card", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const anatomy = anatomyOf(shape);
        if (anatomy === null) throw new Error("a transformer has blocks");
        const { first, last, dense, experts } = anatomy;
        expect(first.count + last.count + dense.count + experts.count).toBe(countParameters(shape).total);
      }),
    );
  });

  it("never rises with what is shared: replicas, stage, tensor, sequence, pipeline", () => {
    fc.assert(
      fc.property(shapes, recipes, layouts, power(5), (shape, recipe, layout, replicas) => {
        const of = (part: Partial<Layout>, by: number) => {
          const changed = { ...layout, ...part };
          return total(shape, recipe, changed, cardsOfReplica(changed) * by);
        };
        const now = atMost(of({}, replicas));
        expect(of({}, 2 * replicas)).toBeLessThanOrEqual(now);
        for (const zeroStage of ZERO_STAGES.filter((stage) => stage > layout.zeroStage))
          expect(of({ zeroStage }, replicas)).toBeLessThanOrEqual(now);
        expect(of({ tensorParallel: 2 * layout.tensorParallel }, replicas)).toBeLessThanOrEqual(now);
        expect(of({ sequenceParallel: true }, replicas)).toBeLessThanOrEqual(now);
        expect(of({ expertParallel: replicas }, replicas)).toBeLessThanOrEqual(now);
        // Where every so-manyth block's input is kept, stages that it does not divide keep one more each.
        if (layout.pipelineParallel < 8 && recipe.recompute !== "every")
          expect(of({ pipelineParallel: 2 * layout.pipelineParallel }, replicas)).toBeLessThanOrEqual(now);
        for (const offload of OFFLOADS.slice(OFFLOADS.indexOf(layout.offload)))
          expect(of({ offload }, replicas)).toBeLessThanOrEqual(now);
      }),
    );
  });

  it("never falls with a larger micro-batch, a longer sequence, dropout, or scores that are kept", () => {
    fc.assert(
      fc.property(shapes, recipes, layouts, power(3), (shape, recipe, layout, replicas) => {
        const of = (part: Partial<MemoryRecipe>) =>
          atMost(total(shape, { ...recipe, ...part }, layout, cardsOfReplica(layout) * replicas));
        const now = total(shape, recipe, layout, cardsOfReplica(layout) * replicas);
        expect(of({ microBatch: recipe.microBatch + 1 })).toBeGreaterThanOrEqual(now);
        expect(of({ sequence: recipe.sequence + 1 })).toBeGreaterThanOrEqual(now);
        expect(of({ dropout: true })).toBeGreaterThanOrEqual(now);
        expect(of({ fusedAttention: false })).toBeGreaterThanOrEqual(now);
        expect(of({ activations: "fp32" })).toBeGreaterThanOrEqual(recipe.activations === "fp32" ? now : 0);
      }),
    );
  });
});

/** The counts that a run may have, one after the other: the plain definition. */
function* counts(recipe: MemoryRecipe, layout: Layout, cardsPerNode: number, upTo: number) {
  for (let cards = 1; cards <= upTo; cards++) {
    const isWhole = cards % cardsPerNode === 0;
    const isPower = cards < cardsPerNode && Number.isInteger(Math.log2(cards / cardsOfGroup(layout)));
    const hasWork =
      recipe.batch === null || cards / cardsOfReplica(layout) <= Math.floor(recipe.batch / recipe.microBatch);
    if ((isWhole || isPower) && cards % cardsOfGroup(layout) === 0 && hasWork) yield cards;
  }
}

describe("minimumCards", () => {
  it("is the fewest of all counts that fit", () => {
    fc.assert(
      fc.property(shapes, recipes, layouts, machines, (shape, recipe, layout, has) => {
        const anatomy = anatomyOf(shape);
        const fit = minimumCards(shape, recipe, layout, has);
        if (anatomy === null || fit === null) throw new Error("a transformer has blocks");
        let fewest: number | null = null;
        for (const cards of counts(recipe, layout, has.cardsPerNode, 2_048)) {
          if (!fitOnCards(anatomy, recipe, layout, has, cards).fits) continue;
          fewest = cards;
          break;
        }
        if (fewest !== null) expect(fit).toMatchObject({ fits: true, cards: fewest });
        else if (fit.fits) expect(fit.cards).toBeGreaterThan(2_048);
      }),
      { numRuns: 300 },
    );
  });

  it("is known only of models whose blocks are", () => {
    const stated = {
      kind: "stated",
      parameters: 1,
      activeParameters: 1,
      forwardFlopPerExample: 2,
      source: "x",
    } as const;
    fc.assert(
      fc.property(recipes, layouts, machines, (recipe, layout, has) => {
        expect(minimumCards(stated, recipe, layout, has)).toBeNull();
        expect(memoryPerCard(stated, recipe, layout, 1)).toBeNull();
        expect(changesThatFit(stated, recipe, layout, has, null)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});

describe("largestThatFits", () => {
  it("fits, and one more sequence does not", () => {
    fc.assert(
      fc.property(shapes, recipes, layouts, machines, power(4), (shape, recipe, layout, has, replicas) => {
        const cards = cardsOfReplica(layout) * replicas;
        const anatomy = anatomyOf(shape);
        if (anatomy === null) throw new Error("a transformer has blocks");
        const largest = largestThatFits(anatomy, recipe, layout, has, cards);
        const fits = (microBatch: number) => fitOnCards(anatomy, { ...recipe, microBatch }, layout, has, cards).fits;
        if (largest > 0) expect(fits(largest)).toBe(true);
        const most = recipe.batch === null ? 65_536 : Math.max(1, Math.floor(recipe.batch / replicas));
        if (largest < most) expect(fits(largest + 1)).toBe(false);
      }),
    );
  });
});

describe("changesThatFit", () => {
  it("names changes only where they are needed, and each of them suffices", () => {
    fc.assert(
      fc.property(shapes, recipes, layouts, machines, (shape, recipe, layout, has) => {
        const changes = changesThatFit(shape, recipe, layout, has, null);
        const fit = minimumCards(shape, recipe, layout, has);
        if (fit?.fits === true) expect(changes).toEqual([]);
        for (const { change, fit: changed } of changes) {
          expect(changed.fits).toBe(true);
          const { field, value } = change;
          if (field === "cards") continue;
          const [asked, spread] =
            field in layout ? [recipe, { ...layout, [field]: value }] : [{ ...recipe, [field]: value }, layout];
          // Tensor parallel brings sequence parallel with it.
          const whole = field === "tensorParallel" ? { ...spread, sequenceParallel: true } : spread;
          expect(minimumCards(shape, asked, whole, has)).toEqual(changed);
        }
      }),
    );
  });
});
