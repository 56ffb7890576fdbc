/** What the question "how do I stay under this sum" is answered with. */
import type { Catalogue } from "../../plan/catalogue.ts";
import type { ReadPlan } from "../../plan/read.ts";
import { chargeDraws, computingCost } from "../budget/computing.ts";
import { estimate } from "../estimate.ts";
import type { RankedCut } from "./cut.ts";
import { type Savings, savingsOf } from "./cuts-in-full.ts";
import { fitToSum } from "./fit-to-sum.ts";
import { chanceUnder, type ReducedPlan } from "./reduced-plan.ts";

/** A plan cut to a sum; `reduced` is null where no cuts are enough. */
export interface Proposal {
  readonly ceiling: number;
  readonly reduced: ReducedPlan | null;
  /** Share of draws at or under the ceiling; null where nothing was proposed. */
  readonly chance: number | null;
}

export interface Fitted {
  /** What the plan's computing costs, with what its budget's quotes charge beyond used card-hours. */
  readonly total: number;
  /** What `cuts` save: of the used card-hours alone, or of all that `total` is. */
  readonly savesOf: Savings["of"];
  /** Those that save something. */
  readonly cuts: readonly RankedCut[];
  /** How many save nothing: what is charged takes back what is not used. */
  readonly idleCuts: number;
  /** Titles of the quotes that charge beyond used card-hours, or may once less is used. */
  readonly charging: readonly string[];
  readonly proposal: Proposal;
  /** The same study at these parts of its cost. */
  readonly smaller: readonly (Proposal & { readonly share: number })[];
}

/** Parts of its cost at which a study is told to a reader who has less. */
const SMALLER_SHARES = [0.3, 0.1] as const;

function proposalFor(plan: ReadPlan, catalogue: Catalogue, ceiling: number): Proposal {
  const reduced = fitToSum(plan, catalogue, ceiling);
  return { ceiling, reduced, chance: reduced === null ? null : chanceUnder(reduced, ceiling) };
}

/** The ranking, a proposal for `ceiling`, and the study at 30 and at 10 % of its cost. */
export function fitted(plan: ReadPlan, catalogue: Catalogue, ceiling: number): Fitted {
  const estimated = estimate(plan.resolved);
  const total = computingCost(plan.resolved, estimated);
  const { of: savesOf, cuts } = savingsOf(plan, catalogue, estimated);
  const saving = cuts.filter(({ saves }) => saves > 0);
  return {
    total,
    savesOf,
    cuts: saving,
    idleCuts: cuts.length - saving.length,
    charging: chargeDraws(plan.resolved, estimated)?.quotes ?? [],
    proposal: proposalFor(plan, catalogue, ceiling),
    smaller: SMALLER_SHARES.map((share) => ({ share, ...proposalFor(plan, catalogue, total * share) })),
  };
}
