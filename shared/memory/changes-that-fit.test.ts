import { describe, expect, it } from "vitest";
import { publishedModels, transformerOf } from "../models/fixtures/published-models.ts";
import { anatomyOf } from "./anatomy.ts";
import { changesThatFit, pipelineBubble } from "./changes-that-fit.ts";
import { fitOnCards, minimumCards } from "./fit.ts";
import { DEFAULT_LAYOUT, type Layout } from "./layout.ts";
import { type MemoryRecipe, memoryRecipe } from "./recipe.ts";

const llama2 = transformerOf(publishedModels.llama2_70b);
const machines = { cardBytes: 80e9, cardsPerNode: 8, hostBytes: null };

const changesOf = (recipe: Partial<MemoryRecipe>, layout: Partial<Layout>, cards: number | null = null) =>
  changesThatFit(
    llama2,
    memoryRecipe({ sequence: 4_096, ...recipe }),
    { ...DEFAULT_LAYOUT, ...layout },
    machines,
    cards,
  );

describe("changesThatFit", () => {
  it("shares out what every replica keeps whole, by the least stage that suffices", () => {
    const changes = changesOf({ batch: 1_024, recompute: "full" }, { zeroStage: 1 });
    expect(changes.map(({ change }) => change)).toContainEqual({ field: "zeroStage", value: 3 });
    expect(changes.some(({ change }) => change.field === "zeroStage" && change.value === 2)).toBe(false);
  });

  it("names more cards first, where so many are stated", () => {
    const [first] = changesOf({ batch: 1_024, recompute: "full" }, {}, 8);
    expect(first).toMatchObject({ change: { field: "cards", value: 24 }, cost: { kind: "cards" } });
    expect(first?.fit.cards).toBe(24);
  });

  it("says what each saves, and that a longer run is the price of recomputing", () => {
    const recipe = memoryRecipe({ sequence: 4_096, batch: 1_024 });
    const changes = changesThatFit(llama2, recipe, DEFAULT_LAYOUT, machines, null);
    const full = changes.find(({ change }) => change.field === "recompute");
    expect(full).toMatchObject({ change: { value: "full" }, cost: { kind: "longer", share: 1 / 3 } });
    const before = minimumCards(llama2, recipe, DEFAULT_LAYOUT, machines);
    expect(before).toMatchObject({ fits: false, binds: "activations" });
    expect(full?.saved).toBe((before?.memory.total ?? 0) - (full?.fit.memory.total ?? 0));
    expect(full?.saved).toBeGreaterThan(0);
  });

  it("lets a pipeline's cards wait by the micro-batches of one replica, of which there may be many", () => {
    const changes = changesOf({ batch: 64, recompute: "full" }, { zeroStage: 1 });
    const pipeline = changes.find(({ change }) => change.field === "pipelineParallel");
    const stages = pipeline?.change.value;
    if (pipeline === undefined || typeof stages !== "number") throw new Error("a pipeline makes it fit");
    const replicas = pipeline.fit.cards / stages;
    expect(replicas).toBeGreaterThan(1);
    expect(pipeline.cost).toEqual({ kind: "longer", share: (stages - 1) / (64 / replicas) });
  });

  it("halves the micro-batch until it fits", () => {
    const anatomy = anatomyOf(llama2);
    if (anatomy === null) throw new Error("a transformer has blocks");
    const changes = changesOf({ microBatch: 64, batch: 1_024, recompute: "full" }, {});
    const smaller = changes.find(({ change }) => change.field === "microBatch");
    const value = smaller?.change.value;
    if (typeof value !== "number") throw new Error("a smaller micro-batch fits");
    const twice = memoryRecipe({ sequence: 4_096, batch: 1_024, recompute: "full", microBatch: 2 * value });
    expect(fitOnCards(anatomy, twice, DEFAULT_LAYOUT, machines, 1_024 / (2 * value)).fits).toBe(false);
  });

  it("names the batch where it allows no more cards", () => {
    const recipe = memoryRecipe({ sequence: 4_096, batch: 4, recompute: "full" });
    expect(minimumCards(llama2, recipe, DEFAULT_LAYOUT, machines)).toMatchObject({
      fits: false,
      cards: 4,
      binds: "batch",
    });
  });

  it("looks at the host's memory, too", () => {
    const recipe = memoryRecipe({ sequence: 4_096, batch: 1_024, recompute: "full" });
    const layout = { ...DEFAULT_LAYOUT, zeroStage: 1, offload: "optimizer", tensorParallel: 8 } as const;
    const small = minimumCards(llama2, recipe, layout, { ...machines, hostBytes: 1e8 });
    expect(small).toMatchObject({ fits: false, binds: "host" });
    const large = minimumCards(llama2, recipe, layout, { ...machines, hostBytes: 2e12 });
    expect(large).toMatchObject({ fits: true, cards: 8 });
    expect(large?.hostBytes).toBeCloseTo(12 * 68_976_648_192, -3);
  });
});

it("lets cards of a pipeline wait for (p − 1) ÷ m of the time", () => {
  expect(pipelineBubble(8, 64)).toBe(7 / 64);
  expect(pipelineBubble(1, 64)).toBe(0);
});
