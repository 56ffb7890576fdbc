/** What the runs of one class cost: the innermost step of the walk, done once a class. */

import type { Convention } from "../compute/convention.ts";
import { trainingFlopPerItem } from "../compute/training-flop.ts";
import type { ParameterCount, ParametersOf } from "../models/parameter-count.ts";
import type { Amount, ResolvedCard, ResolvedLength, ResolvedPlan, RunClass } from "../plan/resolved.ts";
import { CardHours, Flop, Money, NodeHours } from "../units/brands.ts";
import { SECONDS_PER_HOUR } from "../units/constants.ts";
import { amountAt, type InputValues } from "./amounts.ts";
import type { ClassEstimate } from "./types.ts";

/**
 * Items (tokens, or examples) that one full-length run trains on.
 *
 * steps × batch × sequence; or the stated tokens; or ratio × N, the N that the plan names; or epochs × examples
 * (× sequence). 50,000 steps of 256 × 512 are 6.5536e9 tokens.
 */
export function itemsOfRun(length: ResolvedLength, count: ParameterCount, values: InputValues): number {
  switch (length.kind) {
    case "steps":
      return amountAt(length.steps, values) * length.itemsPerStep;
    case "tokens":
      return amountAt(length.tokens, values);
    case "tokensPerParameter":
      return amountAt(length.ratio, values) * countedAs(count, length.of);
    case "epochs":
      return amountAt(length.epochs, values) * amountAt(length.examples, values) * length.itemsPerExample;
  }
}

/** One of a model's counts. Resolving a plan has refused the one that stated models do not have. */
function countedAs(count: ParameterCount, of: ParametersOf): number {
  const parameters = count[of];
  if (parameters === null) throw new RangeError(`the model has no ${of} parameter count`);
  return parameters;
}

/** Achieved FLOP/s of one card: as stated, or dense peak × utilisation (domain: effective speed). */
export function speedOf(card: ResolvedCard, values: InputValues): number {
  return card.speed.kind === "achieved"
    ? amountAt(card.speed.flopPerSecond, values)
    : card.densePeak * amountAt(card.speed.utilisation, values);
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

/**
 * Training FLOP per item under the plan's convention. A model with stated counts has only its own:
 * 3 × the stated forward operations, whatever the convention.
 */
export function flopPerItemOf(plan: Pick<ResolvedPlan, "models">, runClass: RunClass, convention: Convention): number {
  const model = plan.models[runClass.model];
  if (model === undefined)
    throw new RangeError(`run class names model ${runClass.model}, which the plan does not have`);
  return trainingFlopPerItem(model.shape, runClass.training, convention);
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
 * Runs that are already counted in another experiment have their per-run figures, and add nothing.
 */
export function estimateClass(
  plan: ResolvedPlan,
  runClass: RunClass,
  count: ParameterCount,
  values: InputValues,
): ClassEstimate {
  const card = plan.cards[runClass.card];
  if (card === undefined) throw new RangeError(`run class names card ${runClass.card}, which the plan does not have`);
  const flopPerItem = flopPerItemOf(plan, runClass, plan.convention);
  const items = itemsOfRun(runClass.training.length, count, values);
  const speed = speedOf(card, values);
  const flopPerRun = flopPerItem * items;
  const runs = runClass.sharedWith === null ? runsOf(runClass, values) : 0;
  const work = runs * meanLength(runClass.earlyStopped, values) * flopPerRun;
  const hours = work / speed / SECONDS_PER_HOUR;
  return {
    flopPerItem,
    items,
    flopPerRun: Flop(flopPerRun),
    cardHoursPerRun: CardHours(flopPerRun / speed / SECONDS_PER_HOUR),
    runs,
    flop: Flop(work),
    cardHours: CardHours(hours),
    nodeHours: NodeHours(hours / card.cardsPerNode),
    cost: Money(hours * amountAt(priceOf(plan, card), values)),
  };
}
