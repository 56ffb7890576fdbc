/** What cuts save where a headline quote charges for more than is used: less work is then not as much less money. */
import type { Catalogue } from "../../plan/catalogue.ts";
import type { ReadPlan } from "../../plan/read.ts";
import { chargeDraws, computingCost } from "../budget/computing.ts";
import { estimate } from "../estimate.ts";
import type { Estimate } from "../types.ts";
import type { RankedCut } from "./cut.ts";
import { cutEdits } from "./cut-edits.ts";
import { rankedCuts } from "./ranked-cuts.ts";
import { edited } from "./reduced-plan.ts";

export interface Savings {
  /** What is saved: of the used card-hours, which are all that is paid for, or of computing with what quotes charge beyond them. */
  readonly of: "used" | "computing";
  /** The largest saving first; of computing some save nothing, or less than that. */
  readonly cuts: readonly RankedCut[];
}

/** Every cut makes a plan and its schedule anew: more cuts × run classes than these take longer than anybody waits. */
const MOST_WORK = 3_000;

/** Smaller parts of the cost are what adding doubles leaves over. */
const ROUNDING = 1e-9;

/**
 * The cuts of `plan` by what they save. Where its budget has a quote that charges beyond use, each is made and the plan priced again with
 * all charges; in a large plan they are ranked by used card-hours, and only a proposal is priced in full.
 *
 * @example half of 8 runs of 8 cards each, side by side on 64 reserved ones: 0, where their card-hours are half of those used
 */
export function savingsOf(plan: ReadPlan, catalogue: Catalogue, estimated: Estimate): Savings {
  const ranked = rankedCuts(plan.document, plan.resolved, estimated);
  if (chargeDraws(plan.resolved, estimated) === null) return { of: "used", cuts: ranked };
  if (ranked.length * plan.resolved.classes.length > MOST_WORK) return { of: "used", cuts: ranked };
  const total = computingCost(plan.resolved, estimated);
  const cuts = ranked.flatMap((one) => {
    const edits = cutEdits(plan.document, one.cut);
    const left = edits === null ? null : edited(plan, edits, catalogue);
    if (left === null) return [];
    const saves = total - computingCost(left.resolved, estimate(left.resolved));
    return [{ ...one, saves: Math.abs(saves) <= ROUNDING * total ? 0 : saves }];
  });
  // Cuts that save as much keep their order, by the work that goes: several of them together may end a term.
  return { of: "computing", cuts: cuts.sort((a, b) => b.saves - a.saves) };
}
