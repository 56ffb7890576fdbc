/** Where the totals of a plan fall when its uncertain inputs are drawn ten thousand times. */
import type { ResolvedCluster, ResolvedPlan } from "../plan/resolved.ts";
import { stratifiedDraws } from "../ranges/draws.ts";
import { generator, shuffle } from "../ranges/generator.ts";
import { chanceAtMost, percentile } from "../ranges/percentile.ts";
import { affordableComputing } from "./budget/budget-of.ts";
import { computingAt, computingCost } from "./budget/computing.ts";
import { type Condition, type CostModel, costModel } from "./cost-model.ts";
import { type Columns, evaluate, type Points } from "./evaluate.ts";
import { grantedCards } from "./schedule/on-cluster.ts";
import { swings } from "./sensitivity.ts";
import type { Estimate, EstimateRanges, RangedTotals, Spread } from "./types.ts";

/** How many draws a range rests on, and the seed of their generator: the same plan always gives the same ranges. */
const DRAWS = 10_000;
const SEED = 20_240_708;

/** Seeds the events of conditional sweeps apart from the inputs, so that adding a condition moves no input's draws. */
const EVENTS_SEED_OFFSET = 0x5eed;

export interface RangeOptions {
  readonly draws?: number;
  readonly seed?: number;
  /** A ceiling of computing alone, in the plan's currency, in place of the one that the plan states. */
  readonly computingCeiling?: number;
}

/**
 * P10, P50 and P90 of FLOP, card-hours, cost and ideal times over `draws` draws: every uncertain input from its PERT
 * distribution, equal `use` one draw, everything else independent, conditional sweeps run or not by their probability.
 * Percentiles are type 7. `low` and `high` put every input at the end that makes the total cheaper, or dearer.
 *
 * Points per line of arXiv 2407.05872, PERT(10, 15, 15): P10 11,806,149, P50 12,521,153, P90 12,845,235 USD; all low
 * 9.92 M, all high 12.91 M.
 *
 * @throws RangeError when `draws` is below 2
 */
export function estimateRanges(plan: ResolvedPlan, estimated: Estimate, options: RangeOptions = {}): EstimateRanges {
  const { draws = DRAWS, seed = SEED } = options;
  if (!(draws >= 2)) throw new RangeError(`draws is ${draws}; at least 2 are needed for a percentile`);
  const model = costModel(plan);
  const points = {
    count: draws,
    inputs: stratifiedDraws(plan.inputs, draws, seed),
    conditions: drawEvents(model.conditions, draws, seed ^ EVENTS_SEED_OFFSET),
  };
  const drawn = evaluate(model, points);
  const outermost = extremes(plan, model);
  const ends = evaluate(model, outermost);
  const total = spreads(drawn.total, ends.total);
  const [computing, ofEnds] = computingAt(plan, estimated, model, [
    { points, total: drawn.total },
    { points: outermost, total: ends.total },
  ]);
  return {
    draws,
    seed,
    experiments: drawn.experiments.map((columns, index) => spreads(columns, ends.experiments[index] ?? ends.total)),
    total,
    computing: computing === drawn.total.cost ? total.cost : spreadOf(computing, ofEnds),
    idealHours: plan.clusters.map((cluster, index) => scaled(total.cardHours, idealRatio(cluster, estimated, index))),
    meanCost: drawn.total.cost.reduce((sum, cost) => sum + cost, 0) / draws,
    chanceUnderCeiling: chanceUnder(plan, estimated, computing, options.computingCeiling),
  };
}

/** Ideal hours ÷ the plan's card-hours. On a card of its own a cluster's ratio is taken as the same in every draw. */
function idealRatio(cluster: ResolvedCluster, { idealHours, withReruns }: Estimate, index: number): number {
  const own = 1 / grantedCards(cluster);
  return cluster.accelerator === null || withReruns.cardHours === 0
    ? own
    : (idealHours[index] ?? 0) / withReruns.cardHours;
}

/** For every condition a column of 1 (run) and 0 (not run), as many ones as its probability says, in random order. */
function drawEvents(conditions: readonly Condition[], draws: number, seed: number): Float64Array[] {
  const next = generator(seed);
  return conditions.map(({ probability }) => {
    const events = new Float64Array(draws).fill(1, 0, Math.round(probability * draws));
    shuffle(events, next);
    return events;
  });
}

/** Two points: every input at the end that makes the total least, and at the end that makes it most. */
function extremes(plan: ResolvedPlan, model: CostModel): Points {
  const inputs = plan.inputs.map(({ low, high }) => Float64Array.of(low, high));
  for (const { input, costAtLow, costAtHigh } of swings(plan, model)) {
    if (costAtLow > costAtHigh) inputs[input]?.reverse();
  }
  return { count: 2, inputs, conditions: model.conditions.map(() => Float64Array.of(0, 1)) };
}

function spreads(columns: Columns, ends: Columns): RangedTotals {
  const flop = spreadOf(columns.flop, ends.flop);
  const cardHours = spreadOf(columns.cardHours, ends.cardHours, { of: columns.flop, spread: flop });
  const cost = spreadOf(columns.cost, ends.cost, { of: columns.cardHours, spread: cardHours });
  return { flop, cardHours, cost };
}

/**
 * Percentiles of a column. Sorting is most of the work of ten thousand draws, so a column that does not vary, or that is
 * `known` in another unit (card-hours are FLOP over a speed that nobody doubts), is not sorted again.
 */
function spreadOf(
  column: Float64Array,
  [low = 0, high = 0]: Float64Array,
  known?: { readonly of: Float64Array; readonly spread: Spread },
): Spread {
  const ratio = known === undefined ? null : constantRatio(column, known.of);
  if (known !== undefined && ratio !== null) return { ...scaled(known.spread, ratio), low, high };
  const sorted = varies(column) ? column.toSorted() : column;
  return { low, p10: percentile(sorted, 0.1), p50: percentile(sorted, 0.5), p90: percentile(sorted, 0.9), high };
}

function varies(column: Float64Array): boolean {
  for (let point = 1; point < column.length; point++) if (column[point] !== column[0]) return true;
  return false;
}

/** Two sums of the same terms in another order differ by this much at most, relatively. */
const ROUNDING = 1e-13;

/** What `column` is a multiple of `of` by, at every point; null where it is none. */
function constantRatio(column: Float64Array, of: Float64Array): number | null {
  const ratio = (column[0] ?? 0) / (of[0] ?? 0);
  // Work whose operations nobody counts takes hours and has no FLOP to be a multiple of.
  if (!(ratio > 0) || !Number.isFinite(ratio)) return null;
  for (let point = 1; point < column.length; point++) {
    const value = column[point] as number;
    if (Math.abs(value - ratio * (of[point] as number)) > ROUNDING * value) return null;
  }
  return ratio;
}

function scaled({ low, p10, p50, p90, high }: Spread, by: number): Spread {
  return { low: low * by, p10: p10 * by, p50: p50 * by, p90: p90 * by, high: high * by };
}

/** Without doubt in the plan the chance is 0 or 1: the total is over the ceiling or it is not. */
function chanceUnder(
  plan: ResolvedPlan,
  estimated: Estimate,
  computing: Float64Array,
  ofComputing: number | undefined,
): number | null {
  const affordable = ofComputing ?? (plan.ceiling === null ? null : affordableComputing(plan, estimated, plan.ceiling));
  if (affordable === null) return null;
  if (!varies(computing)) return computingCost(plan, estimated) <= affordable ? 1 : 0;
  return chanceAtMost(computing.toSorted(), affordable);
}
