/** What the runs of one class cost: the innermost step of the walk, done once a class. */

import type { Convention } from "../compute/convention.ts";
import { flopOfPasses, forwardFlopPerItem } from "../compute/passes.ts";
import { trainingFlopPerItem } from "../compute/training-flop.ts";
import type { ParameterCount, ParametersOf } from "../models/parameter-count.ts";
import type { ModelShape } from "../models/shape.ts";
import type { Amount, ResolvedCard, ResolvedLength, ResolvedPlan, RunClass } from "../plan/resolved.ts";
import { DEFAULT_RUN_KIND } from "../training/run-kind.ts";
import { CardHours, Flop, Money, NodeHours } from "../units/brands.ts";
import { SECONDS_PER_HOUR } from "../units/constants.ts";
import { amountAt, type InputValues } from "./amounts.ts";
import type { ClassEstimate } from "./types.ts";

/**
 * Items (tokens, or examples) that one full-length run trains on.
 *
 * steps × batch × sequence; or the stated tokens; or ratio × N, the N that the plan names; or epochs × examples
 * (× sequence); or requests × tokens of prompt and answer. 50,000 steps of 256 × 512 are 6.5536e9 tokens.
 */
export function itemsOfRun(
  length: Exclude<ResolvedLength, { kind: "hours" }>,
  count: ParameterCount | null,
  values: InputValues,
): number {
  switch (length.kind) {
    case "steps":
      return amountAt(length.steps, values) * length.itemsPerStep;
    case "tokens":
      return amountAt(length.tokens, values);
    case "tokensPerParameter":
      return amountAt(length.ratio, values) * countedAs(count, length.of);
    case "epochs":
      return amountAt(length.epochs, values) * amountAt(length.examples, values) * length.itemsPerExample;
    case "requests":
      return amountAt(length.requests, values) * length.itemsPerRequest;
  }
}

/** Card-hours of one run whose length is a time: cards × hours. */
export const timeOfRun = (length: Extract<ResolvedLength, { kind: "hours" }>, values: InputValues): number =>
  length.cards * amountAt(length.hours, values);

/** One of a model's counts. Resolving a plan has refused the one that stated models do not have. */
function countedAs(count: ParameterCount | null, of: ParametersOf): number {
  const parameters = count?.[of] ?? null;
  if (parameters === null) throw new RangeError(`the model has no ${of} parameter count`);
  return parameters;
}

/**
 * Achieved FLOP/s of one card: as stated, or dense peak × utilisation (domain: effective speed). Null where a pilot was
 * measured in items a second: the card then has a speed for each class of runs, `classSpeed`.
 */
export function speedOf({ speed, densePeak }: ResolvedCard, values: InputValues): number | null {
  switch (speed.kind) {
    case "achieved":
      return amountAt(speed.flopPerSecond, values);
    case "utilisation":
    case "byWidth":
      return densePeak * amountAt(speed.utilisation, values);
    case "measured":
      return null;
  }
}

/**
 * How many runs a class has: labels × Π counts × repeats × the probability that its sweep is run at all.
 * Without repeats: `runsOf(runClass, values, false)`.
 */
export function runsOf(runClass: RunClass, values: InputValues, repeated = true): number {
  let runs = runClass.labels * runClass.probability;
  for (const count of runClass.counts) runs *= amountAt(count, values);
  return repeated ? runs * amountAt(runClass.repeats, values) : runs;
}

/**
 * Mean part of the full training that a run of the class does, when a `share` of runs ends early `at` a part of it:
 * 1 − share × (1 − at). Half of the runs ended after a quarter: 0.625.
 */
export function meanLength(earlyStopped: RunClass["earlyStopped"], values: InputValues): number {
  if (earlyStopped === null) return 1;
  return 1 - amountAt(earlyStopped.share, values) * (1 - amountAt(earlyStopped.at, values));
}

type Models = Pick<ResolvedPlan, "models">;

function shapeOf(plan: Models, runClass: RunClass): ModelShape | null {
  if (runClass.model === null) return null;
  const model = plan.models[runClass.model];
  if (model === undefined)
    throw new RangeError(`run class names model ${runClass.model}, which the plan does not have`);
  return model.shape;
}

/**
 * FLOP per item of plain training of all weights under the plan's convention, whatever the runs do. A model with stated
 * counts has only its own: 3 × the stated forward operations, whatever the convention. 0 without a model.
 */
export function trainingFlopOf(plan: Models, runClass: RunClass, convention: Convention): number {
  const shape = shapeOf(plan, runClass);
  return shape === null ? 0 : trainingFlopPerItem(shape, runClass.training, convention);
}

/** FLOP per item of one forward pass; 0 without a model. */
export function forwardFlopOf(plan: Models, runClass: RunClass, convention: Convention): number {
  const shape = shapeOf(plan, runClass);
  return shape === null ? 0 : forwardFlopPerItem(shape, runClass.training, convention);
}

/** FLOP per item of what the runs of a class do: of training, unless they are of another kind; 0 without a model. */
export function flopPerItemOf(plan: Models, runClass: RunClass, convention: Convention): number {
  const shape = shapeOf(plan, runClass);
  if (shape === null) return 0;
  const { work } = runClass.training;
  if (work === undefined || work.passes === null) return trainingFlopPerItem(shape, runClass.training, convention);
  return flopOfPasses(shape, runClass.training, convention, work.passes);
}

/** FLOP per item that are spent on writing tokens one after the other; 0 where nothing is written. */
export function generatedFlopOf(plan: Models, runClass: RunClass, convention: Convention): number {
  const generation = runClass.training.work?.generation ?? null;
  return generation === null ? 0 : generation.share * forwardFlopOf(plan, runClass, convention);
}

/** The class's speed is its card's own: nothing is written at another pace, and nothing was measured in tokens. */
export const hasCardSpeed = (plan: Pick<ResolvedPlan, "cards">, { training, card, model }: RunClass): boolean =>
  model !== null && (training.work?.generation ?? null) === null && plan.cards[card]?.speed.kind !== "measured";

type Priced = Pick<ResolvedPlan, "models" | "convention">;

/**
 * Achieved FLOP/s of one card in the runs of a class, but for the tokens that they write: the card's own speed, or, where
 * a pilot was measured in items a second, the operations of these items.
 */
export function passSpeedOf(plan: Priced, runClass: RunClass, card: ResolvedCard, values: InputValues): number {
  const { speed } = card;
  return speed.kind === "measured"
    ? measuredFlopOf(plan, runClass, speed) * paceOf(speed, runClass, values)
    : (speedOf(card, values) ?? 0);
}

type MeasuredSpeed = Extract<ResolvedCard["speed"], { kind: "measured" }>;

/**
 * FLOP of an item of the pilot: what the class does where the pilot did the same, else plain training. A pilot says
 * nothing of writing, which has a pace of its own.
 */
export function measuredFlopOf(plan: Priced, runClass: RunClass, { ofKind }: MeasuredSpeed): number {
  const { work } = runClass.training;
  const isSame = (work?.recipe.kind ?? DEFAULT_RUN_KIND) === ofKind && (work?.generation ?? null) === null;
  return isSame ? flopPerItemOf(plan, runClass, plan.convention) : trainingFlopOf(plan, runClass, plan.convention);
}

/** Items that one card does in a second, as measured and carried over to the card at hand. */
export function paceOf({ pace, factor }: MeasuredSpeed, { training }: RunClass, values: InputValues): number {
  if (pace.per === "item") return amountAt(pace.itemsPerSecond, values) * factor;
  return (itemsPerStep(training) / (pace.seconds * pace.cards)) * factor;
}

/** Items of one step: batch × sequence, or the batch of a model of examples. */
const itemsPerStep = ({ batch, sequence }: RunClass["training"]): number => (batch ?? 0) * (sequence ?? 1);

/**
 * Achieved FLOP/s of one card over all that the runs of a class do. Where a part g of the M operations of an item is
 * spent on writing, which takes 1/r seconds a token, it is M ÷ ((M − g) ÷ v + share ÷ r).
 *
 * Worked example: reading 1e10 and writing 1e10 FLOP a token on a card of 1e14 FLOP/s that writes 1,000 tokens a second:
 * 2e10 ÷ (1e-4 + 1e-3) = 1.818e13 FLOP/s.
 */
export function classSpeed(plan: Priced, runClass: RunClass, card: ResolvedCard, values: InputValues): number {
  const speed = passSpeedOf(plan, runClass, card, values);
  const generation = runClass.training.work?.generation ?? null;
  if (generation === null) return speed;
  const flop = flopPerItemOf(plan, runClass, plan.convention);
  const written = generatedFlopOf(plan, runClass, plan.convention);
  return flop / ((flop - written) / speed + generation.share / amountAt(generation.tokensPerSecond, values));
}

/** The price of a card-hour on `card`: the headline quote's. */
export function priceOf(plan: Pick<ResolvedPlan, "quotes">, card: ResolvedCard): Amount {
  const quote = plan.quotes[card.quote];
  if (quote === undefined) throw new RangeError(`a card names quote ${card.quote}, which the plan does not have`);
  return quote.price;
}

/**
 * Totals of one class.
 *
 * FLOP = runs × mean length × items × FLOP per item; card-hours = FLOP ÷ (achieved FLOP/s × 3,600);
 * node-hours = card-hours ÷ cards per node; cost = card-hours × price of a card-hour.
 * Of a run whose length is a time the operations follow from it: card-hours × 3,600 × achieved FLOP/s (method 2).
 * Runs that are already counted in another experiment have their per-run figures, and add nothing.
 */
export function estimateClass(
  plan: ResolvedPlan,
  runClass: RunClass,
  count: ParameterCount | null,
  values: InputValues,
): ClassEstimate {
  const card = plan.cards[runClass.card];
  if (card === undefined) throw new RangeError(`run class names card ${runClass.card}, which the plan does not have`);
  const flopPerItem = flopPerItemOf(plan, runClass, plan.convention);
  const { length } = runClass.training;
  const runs = runClass.sharedWith === null ? runsOf(runClass, values) : 0;
  const times = runs * meanLength(runClass.earlyStopped, values);
  const price = amountAt(priceOf(plan, card), values);
  if (length.kind === "hours") {
    const cardHours = timeOfRun(length, values);
    const flopPerRun =
      runClass.model === null ? 0 : cardHours * SECONDS_PER_HOUR * classSpeed(plan, runClass, card, values);
    const items = flopPerItem === 0 ? 0 : flopPerRun / flopPerItem;
    const flop = times * flopPerRun;
    return figures({ flopPerItem, items, flopPerRun, cardHours, runs, flop, hours: times * cardHours }, card, price);
  }
  const items = itemsOfRun(length, count, values);
  const speed = classSpeed(plan, runClass, card, values);
  const flopPerRun = flopPerItem * items;
  const flop = times * flopPerRun;
  const hours = flop / speed / SECONDS_PER_HOUR;
  const cardHours = flopPerRun / speed / SECONDS_PER_HOUR;
  return figures({ flopPerItem, items, flopPerRun, cardHours, runs, flop, hours }, card, price);
}

function figures(
  of: {
    readonly flopPerItem: number;
    readonly items: number;
    readonly flopPerRun: number;
    /** Of one run. */
    readonly cardHours: number;
    readonly runs: number;
    readonly flop: number;
    readonly hours: number;
  },
  card: ResolvedCard,
  price: number,
): ClassEstimate {
  return {
    flopPerItem: of.flopPerItem,
    items: of.items,
    flopPerRun: Flop(of.flopPerRun),
    cardHoursPerRun: CardHours(of.cardHours),
    runs: of.runs,
    flop: Flop(of.flop),
    cardHours: CardHours(of.hours),
    nodeHours: NodeHours(of.hours / card.cardsPerNode),
    cost: Money(of.hours * price),
  };
}
