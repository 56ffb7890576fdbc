/**
 * A plan's totals as a short sum of products, so that ten thousand draws cost microseconds and not a walk each.
 *
 * Every class is a certain number times powers of uncertain inputs: counts, repeats and lengths multiply its FLOP, its
 * speed divides its hours, its price multiplies its cost. Classes with the same uncertain inputs are added up once.
 */
import { countParameters } from "../models/count-parameters.ts";
import type { Amount, ResolvedPlan, RunClass } from "../plan/resolved.ts";
import { flopPerItemOf, itemsOfRun, meanLength, priceOf, runsOf, speedOf } from "./class-estimate.ts";

/** Classes of one experiment that depend on the uncertain inputs in the same way. */
export interface Term {
  readonly experiment: number;
  /** FLOP with every uncertain multiplier at 1. */
  flop: number;
  /** Inputs that multiply the FLOP, with multiplicity. */
  readonly multipliers: readonly number[];
  readonly earlyStopped: RunClass["earlyStopped"];
  /** Index of the conditional sweep it belongs to; null when it is run for sure. */
  readonly condition: number | null;
  /** Speed with its uncertain part at 1, and the input that multiplies it, if any. */
  readonly speed: Amount;
  readonly price: Amount;
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
    const count = counts[runClass.model];
    if (card === undefined || count === undefined) throw new RangeError("a run class lies outside its plan");
    if (runClass.sharedWith !== null) continue;
    const multipliers = uncertain([...runClass.counts, runClass.repeats, ...lengthAmounts(runClass)]);
    const certainLength = meanLengthIsCertain(runClass);
    const condition = conditionOf(runClass, conditions);
    const speedInput = card.speed.kind === "achieved" ? card.speed.flopPerSecond : card.speed.utilisation;
    const speed: Amount = { likely: speedOf(card, units), input: speedInput.input };
    const price = priceOf(plan, card);
    const flop =
      (runsOf(runClass, units) / runClass.probability || 0) *
      itemsOfRun(runClass.training.length, count, units) *
      flopPerItemOf(plan, runClass, plan.convention) *
      (certainLength ? meanLength(runClass.earlyStopped, units) : 1);
    const early = certainLength ? null : runClass.earlyStopped;
    const key = JSON.stringify([runClass.experiment, multipliers, early, condition, speed, price]);
    const term = terms.get(key);
    if (term === undefined) {
      terms.set(key, {
        experiment: runClass.experiment,
        flop,
        multipliers,
        earlyStopped: early,
        condition,
        speed,
        price,
      });
    } else term.flop += flop;
  }
  return { terms: [...terms.values()], conditions, reruns: plan.reruns, experiments: plan.experiments.length };
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
