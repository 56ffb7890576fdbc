/** A plan cut to a sum of money, without anybody's judgement of what matters. */
import type { Catalogue } from "../../plan/catalogue.ts";
import type { PlanEdit } from "../../plan/edit/plan-edit.ts";
import type { ReadPlan } from "../../plan/read.ts";
import { chargeDraws, computingCost } from "../budget/computing.ts";
import { estimate } from "../estimate.ts";
import { type Cut, cutKey, type RankedCut } from "./cut.ts";
import { cutEdits } from "./cut-edits.ts";
import { savingsOf } from "./cuts-in-full.ts";
import { edited, finished, type ReducedPlan, reducedPlan } from "./reduced-plan.ts";

/** A plan that needs more cuts is another plan. */
const MOST_CUTS = 80;

/**
 * The plan with as few cuts as reach `ceiling`: as long as it costs more, the smallest cut that is enough, and where none is, the
 * largest there is. Null where everything that can be cut is not enough. A plan costs what its computing does, with what its budget's quotes
 * charge beyond used card-hours.
 *
 * It is a proposal to start from: it weighs money, and knows nothing of what the runs are for.
 */
export function fitToSum(plan: ReadPlan, catalogue: Catalogue, ceiling: number): ReducedPlan | null {
  let left = plan;
  const cuts: Cut[] = [];
  const edits: PlanEdit[] = [];
  const refused = new Set<string>();
  while (cuts.length < MOST_CUTS) {
    const estimated = estimate(left.resolved);
    const excess = computingCost(left.resolved, estimated) - ceiling;
    if (excess <= 0) {
      const reached = finished(plan, left, merged(cuts), edits);
      return chargeDraws(plan.resolved, estimate(plan.resolved)) === null
        ? reached
        : withoutNeedless(plan, catalogue, reached, ceiling);
    }
    const ranked = savingsOf(left, catalogue, estimated).cuts.filter(({ cut }) => !refused.has(cutKey(cut)));
    const chosen = choice(ranked, excess);
    if (chosen === null) return null;
    const next = cutEdits(left.document, chosen.cut);
    const read = next === null ? null : edited(left, next, catalogue);
    if (next === null || read === null) {
      refused.add(cutKey(chosen.cut));
      continue;
    }
    cuts.push(chosen.cut);
    edits.push(...next);
    left = read;
  }
  return null;
}

/** Ranked by saving, the largest first: the last one that is enough, else the first. */
const choice = (ranked: readonly RankedCut[], excess: number): RankedCut | null =>
  ranked.findLast(({ saves }) => saves >= excess) ?? ranked[0] ?? null;

/** Where a cut may save nothing, one on the way there may turn out not to be needed. */
function withoutNeedless(plan: ReadPlan, catalogue: Catalogue, reached: ReducedPlan, ceiling: number): ReducedPlan {
  let kept = reached;
  for (const cut of reached.cuts) {
    const others = kept.cuts.filter((other) => other !== cut);
    const without = reducedPlan(plan, catalogue, others);
    if (without !== null && without.computing <= ceiling) kept = without;
  }
  return kept;
}

/** 20 to 10 and 10 to 5 seeds are 20 to 5. */
function merged(cuts: readonly Cut[]): Cut[] {
  const all: Cut[] = [];
  for (const cut of cuts) {
    const at = all.findIndex((other) => isContinued(other, cut));
    const before = all[at];
    if (before !== undefined && "from" in before && "from" in cut) all[at] = { ...cut, from: before.from };
    else all.push(cut);
  }
  return all;
}

const isContinued = (before: Cut, after: Cut): boolean =>
  "to" in before && "from" in after && cutKey({ ...before, from: 0, to: 0 }) === cutKey({ ...after, from: 0, to: 0 });
