/**
 * A plan's totals as a short sum of products, so that ten thousand draws cost microseconds and not a walk each.
 *
 * Every class is a certain number times powers of uncertain inputs: counts, repeats and lengths multiply its FLOP, its
 * speed divides its hours, its price multiplies its cost. Classes with the same uncertain inputs are added up once.
 */
import { countParameters } from "../models/count-parameters.ts";
import type { ParameterCount } from "../models/parameter-count.ts";
import type { Amount, ResolvedCard, ResolvedPlan, RunClass } from "../plan/resolved.ts";
import { SECONDS_PER_HOUR } from "../units/constants.ts";
import { amountAt } from "./amounts.ts";
import {
  flopPerItemOf,
  forwardFlopOf,
  itemsOfRun,
  meanLength,
  passSpeedOf,
  priceOf,
  runsOf,
  timeOfRun,
} from "./class-estimate.ts";

/** Classes of one experiment that depend on the uncertain inputs in the same way. */
export interface Term {
  readonly experiment: number;
  /** FLOP with every uncertain multiplier at 1; seconds of one card where the operations are not counted. */
  flop: number;
  /** False for work without a model: it takes time, and its operations are in no total. */
  readonly isCounted: boolean;
  /** Inputs that multiply the FLOP, with multiplicity. */
  readonly multipliers: readonly number[];
  readonly earlyStopped: RunClass["earlyStopped"];
  /** Index of the conditional sweep it belongs to; null when it is run for sure. */
  readonly condition: number | null;
  /** Speed with its uncertain part at 1, and the input that multiplies it, if any. */
  readonly speed: Amount;
  readonly price: Amount;
  /** Index of the quote whose price it is. */
  readonly quote: number;
}

/** A sweep that is run with a probability only. */
export interface Condition {
  readonly experiment: number;
  readonly sweep: number;
  readonly probability: number;
}

export interface CostModel {
  readonly terms: readonly Term[];
  readonly conditions: readonly Condition[];
  readonly reruns: Amount;
  readonly experiments: number;
}

/** Every input at 1: what is left of a product when its uncertain factors are taken out. */
const ones = (plan: ResolvedPlan): number[] => plan.inputs.map(() => 1);

/** Compiles `plan` once. */
export function costModel(plan: ResolvedPlan): CostModel {
  const terms = new Map<string, Term>();
  const conditions: Condition[] = [];
  const units = ones(plan);
  const counts = plan.models.map((model) => countParameters(model.shape));
  for (const runClass of plan.classes) {
    const card = plan.cards[runClass.card];
    const count = runClass.model === null ? null : counts[runClass.model];
    if (card === undefined || count === undefined) throw new RangeError("a run class lies outside its plan");
    if (runClass.sharedWith !== null) continue;
    const certainLength = meanLengthIsCertain(runClass);
    const condition = conditionOf(runClass, conditions);
    const price = priceOf(plan, card);
    const early = certainLength ? null : runClass.earlyStopped;
    const times = runsOf(runClass, units) / runClass.probability || 0;
    const mean = certainLength ? meanLength(runClass.earlyStopped, units) : 1;
    for (const part of partsOf(plan, runClass, card, count, units)) {
      const multipliers = uncertain([...runClass.counts, runClass.repeats, ...part.amounts]);
      const flop = times * part.items * part.flopPerItem * mean;
      const { speed, isCounted } = part;
      const key = JSON.stringify([runClass.experiment, multipliers, early, condition, speed, card.quote, isCounted]);
      const term = terms.get(key);
      if (term === undefined) {
        terms.set(key, {
          experiment: runClass.experiment,
          flop,
          isCounted,
          multipliers,
          earlyStopped: early,
          condition,
          speed,
          price,
          quote: card.quote,
        });
      } else term.flop += flop;
    }
  }
  return { terms: [...terms.values()], conditions, reruns: plan.reruns, experiments: plan.experiments.length };
}

/** A part of a class's work with one speed. */
interface Part {
  readonly items: number;
  readonly flopPerItem: number;
  readonly isCounted: boolean;
  /** What multiplies the work beside the number of runs. */
  readonly amounts: readonly Amount[];
  readonly speed: Amount;
}

/** Work without a model is told in seconds of a card, and one second is done in a second. */
const SECONDS: Amount = { likely: 1, input: null };

function partsOf(
  plan: ResolvedPlan,
  runClass: RunClass,
  card: ResolvedCard,
  count: ParameterCount | null,
  units: readonly number[],
): Part[] {
  const { length, work } = runClass.training;
  const amounts = lengthAmounts(runClass);
  const speed: Amount = { likely: passSpeedOf(plan, runClass, card, units), input: speedAmount(card)?.input ?? null };
  if (length.kind === "hours") {
    const seconds = timeOfRun(length, units) * SECONDS_PER_HOUR;
    if (runClass.model === null) {
      return [{ items: 1, flopPerItem: seconds, isCounted: false, amounts, speed: SECONDS }];
    }
    // The operations follow from the time: what moves the speed moves them, and not the hours.
    const doubt = speedAmount(card);
    const moved = doubt === null ? amounts : [...amounts, doubt];
    return [{ items: seconds, flopPerItem: speed.likely, isCounted: true, amounts: moved, speed }];
  }
  const items = itemsOfRun(length, count, units);
  const flopPerItem = flopPerItemOf(plan, runClass, plan.convention);
  const generation = work?.generation ?? null;
  if (generation === null) return [{ items, flopPerItem, isCounted: true, amounts, speed }];
  const forward = forwardFlopOf(plan, runClass, plan.convention);
  const written = generation.share * forward;
  const pace: Amount = {
    likely: forward * amountAt(generation.tokensPerSecond, units),
    input: generation.tokensPerSecond.input,
  };
  return [
    { items, flopPerItem: flopPerItem - written, isCounted: true, amounts, speed },
    { items, flopPerItem: written, isCounted: true, amounts, speed: pace },
  ];
}

/** What a card's speed is proportional to; null where it is measured exactly. */
export function speedAmount({ speed }: ResolvedCard): Amount | null {
  switch (speed.kind) {
    case "achieved":
      return speed.flopPerSecond;
    case "utilisation":
    case "byWidth":
      return speed.utilisation;
    case "measured":
      return speed.pace.per === "item" ? speed.pace.itemsPerSecond : null;
  }
}

function uncertain(amounts: readonly Amount[]): number[] {
  return amounts.flatMap((amount) => (amount.input === null ? [] : [amount.input])).sort((a, b) => a - b);
}

/** The amounts that say how long a run is. */
export function lengthAmounts({ training: { length } }: RunClass): Amount[] {
  switch (length.kind) {
    case "steps":
      return [length.steps];
    case "tokens":
      return [length.tokens];
    case "tokensPerParameter":
      return [length.ratio];
    case "epochs":
      return [length.epochs, length.examples];
    case "requests":
      return [length.requests];
    case "hours":
      return [length.hours];
  }
}

function meanLengthIsCertain({ earlyStopped }: RunClass): boolean {
  return earlyStopped === null || (earlyStopped.share.input === null && earlyStopped.at.input === null);
}

function conditionOf(runClass: RunClass, conditions: Condition[]): number | null {
  if (runClass.probability === 1) return null;
  const { experiment, sweep, probability } = runClass;
  const found = conditions.findIndex((one) => one.experiment === experiment && one.sweep === sweep);
  return found >= 0 ? found : conditions.push({ experiment, sweep, probability }) - 1;
}
