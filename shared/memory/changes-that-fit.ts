/** Which single change would make a run fit, cheapest first. */
import type { ModelShape } from "../models/shape.ts";
import { type Anatomy, anatomyOf } from "./anatomy.ts";
import { cannotShare, type Fit, fewestCards, fitOnCards, type Machines } from "./fit.ts";
import { cardsOfGroup, cardsOfReplica, type Layout } from "./layout.ts";
import type { MemoryRecipe } from "./recipe.ts";

/** A field of the recipe or the layout, and what it would be. */
export type Change =
  | { readonly field: "cards"; readonly value: number }
  | { readonly field: "fusedAttention" | "sequenceParallel"; readonly value: true }
  | { readonly field: "microBatch" | "tensorParallel" | "pipelineParallel" | "expertParallel"; readonly value: number }
  | { readonly field: "zeroStage"; readonly value: 1 | 2 | 3 }
  | { readonly field: "recompute"; readonly value: "selective" | "full" }
  | { readonly field: "optimizer"; readonly value: "adamw-8bit" }
  | { readonly field: "precision"; readonly value: "pure-bf16" }
  | { readonly field: "offload"; readonly value: "optimizer" | "all" };

/** What a change costs in time, told in the plain text of a screen. */
export type ChangeCost =
  /** Nothing, or less than nothing. */
  | { readonly kind: "none" }
  /** Somewhat slower: more passes, more to send between cards. */
  | { readonly kind: "slower" }
  /** So much longer, as a share: operations done again, cards that wait. */
  | { readonly kind: "longer"; readonly share: number }
  /** More cards at the same card-hours. */
  | { readonly kind: "cards" }
  /** Another training: its result is not the same. */
  | { readonly kind: "result" }
  /** Much slower: every step waits for the host's memory. */
  | { readonly kind: "host" };

export interface FittingChange {
  readonly change: Change;
  readonly cost: ChangeCost;
  /** The run with the change made. */
  readonly fit: Fit;
  /** Bytes of a card that it saves; on more cards than before, with these counted in. */
  readonly saved: number;
}

interface Run {
  readonly recipe: MemoryRecipe;
  readonly layout: Layout;
}

/**
 * The single changes with which the run fits, from the cheapest to the dearest in time and trouble: none at all, more
 * cards, sharing, micro-batch, selective and full recomputation, tensor and expert parallel within a node, pipeline,
 * another optimizer, the host's memory. Of each kind only the least change that suffices is named.
 *
 * On `cards` cards where they are stated, else on the fewest that the changed run fits on. Empty where no single change
 * suffices, and where the model's blocks are not known.
 */
export function changesThatFit(
  shape: ModelShape,
  recipe: MemoryRecipe,
  layout: Layout,
  machines: Machines,
  cards: number | null,
): FittingChange[] {
  const anatomy = anatomyOf(shape);
  if (anatomy === null) return [];
  const now = fitOf(anatomy, { recipe, layout }, machines, cards);
  if (now.fits) return [];
  const found: FittingChange[] = [];
  for (const kind of kindsOf(anatomy, { recipe, layout }, machines, now)) {
    const first = kind.find(
      ({ run, on }) => cannotShare(shape, run.layout) === null && fitOf(anatomy, run, machines, on ?? cards).fits,
    );
    if (first === undefined) continue;
    const fit = fitOf(anatomy, first.run, machines, first.on ?? cards);
    const cost = first.change.field === "pipelineParallel" ? bubble(first.run, fit) : first.cost;
    found.push({ change: first.change, cost, fit, saved: now.memory.total - fit.memory.total });
  }
  return found;
}

const fitOf = (anatomy: Anatomy, { recipe, layout }: Run, machines: Machines, cards: number | null): Fit =>
  cards === null || cards % cardsOfGroup(layout) !== 0
    ? fewestCards(anatomy, recipe, layout, machines)
    : fitOnCards(anatomy, recipe, layout, machines, cards);

interface Candidate {
  readonly change: Change;
  readonly cost: ChangeCost;
  readonly run: Run;
  /** Set where the change is the number of cards itself. */
  readonly on?: number;
}

/** Candidates by kind, kinds cheapest first, the candidates of one from the least change to the greatest. */
function kindsOf(anatomy: Anatomy, run: Run, machines: Machines, now: Fit): Candidate[][] {
  const { recipe, layout } = run;
  const none = { kind: "none" } as const;
  const slower = { kind: "slower" } as const;
  const withRecipe = (change: Change, cost: ChangeCost, part: Partial<MemoryRecipe>): Candidate => ({
    change,
    cost,
    run: { recipe: { ...recipe, ...part }, layout },
  });
  const withLayout = (change: Change, cost: ChangeCost, part: Partial<Layout>): Candidate => ({
    change,
    cost,
    run: { recipe, layout: { ...layout, ...part } },
  });
  const fewest = fewestCards(anatomy, recipe, layout, machines);
  const inNode = (group: number) => group <= machines.cardsPerNode && machines.cardsPerNode % group === 0;
  return [
    recipe.fusedAttention ? [] : [withRecipe({ field: "fusedAttention", value: true }, none, { fusedAttention: true })],
    layout.sequenceParallel || layout.tensorParallel === 1
      ? []
      : [withLayout({ field: "sequenceParallel", value: true }, none, { sequenceParallel: true })],
    fewest.fits && fewest.cards > now.cards
      ? [{ change: { field: "cards", value: fewest.cards }, cost: { kind: "cards" }, run, on: fewest.cards }]
      : [],
    ([1, 2, 3] as const)
      .filter((zeroStage) => zeroStage > layout.zeroStage)
      .map((zeroStage) =>
        withLayout({ field: "zeroStage", value: zeroStage }, zeroStage === 3 ? slower : none, { zeroStage }),
      ),
    halvings(recipe.microBatch).map((microBatch) =>
      withRecipe({ field: "microBatch", value: microBatch }, slower, { microBatch }),
    ),
    recipe.fusedAttention || recipe.recompute !== "none"
      ? []
      : [withRecipe({ field: "recompute", value: "selective" }, slower, { recompute: "selective" })],
    powersOfTwo(layout.tensorParallel, machines.cardsPerNode)
      .filter((value) => inNode(value))
      .map((value) =>
        withLayout({ field: "tensorParallel", value }, slower, { tensorParallel: value, sequenceParallel: true }),
      ),
    anatomy.experts.count === 0
      ? []
      : powersOfTwo(layout.expertParallel, 64).map((value) =>
          withLayout({ field: "expertParallel", value }, slower, { expertParallel: value }),
        ),
    recipe.recompute === "full"
      ? []
      : [withRecipe({ field: "recompute", value: "full" }, { kind: "longer", share: 1 / 3 }, { recompute: "full" })],
    powersOfTwo(layout.pipelineParallel, anatomy.blocks)
      .filter((stages) => anatomy.blocks % stages === 0)
      .map((value) => withLayout({ field: "pipelineParallel", value }, slower, { pipelineParallel: value })),
    recipe.optimizer === "adamw"
      ? [withRecipe({ field: "optimizer", value: "adamw-8bit" }, { kind: "result" }, { optimizer: "adamw-8bit" })]
      : [],
    recipe.precision === "pure-bf16" || recipe.precision === "fp32"
      ? []
      : [withRecipe({ field: "precision", value: "pure-bf16" }, { kind: "result" }, { precision: "pure-bf16" })],
    (["optimizer", "all"] as const)
      .filter((offload) => layout.offload === "none" || (layout.offload === "optimizer" && offload === "all"))
      .map((offload) => withLayout({ field: "offload", value: offload }, { kind: "host" }, { offload })),
  ];
}

/** Cards wait for (p − 1)/m of the time, m micro-batches of one replica following one another. */
function bubble({ recipe, layout }: Run, { cards }: Fit): ChangeCost {
  const { batch, microBatch } = recipe;
  if (batch === null) return { kind: "slower" };
  const passes = Math.max(1, batch / ((cards / cardsOfReplica(layout)) * microBatch));
  return { kind: "longer", share: pipelineBubble(layout.pipelineParallel, passes) };
}

/**
 * The time that a pipeline adds, as a share of the time without: (p − 1) ÷ m (Narayanan et al. 2021).
 *
 * Worked example: 8 stages, 64 micro-batches: 7 ÷ 64 = 10.9 %.
 */
export const pipelineBubble = (stages: number, microBatches: number): number => (stages - 1) / microBatches;

/** Powers of two above `from`, up to `to`. */
function powersOfTwo(from: number, to: number): number[] {
  const found: number[] = [];
  for (let value = 2; value <= to; value *= 2) if (value > from) found.push(value);
  return found;
}

/** Half of a micro-batch, half of that, and so on to one sequence. */
function halvings(microBatch: number): number[] {
  const found: number[] = [];
  for (let half = microBatch >> 1; half >= 1; half >>= 1) found.push(half);
  return found;
}
