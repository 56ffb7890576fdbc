/** How a plan gets under a sum, for another program. */

import { cutWords } from "../../estimate/fit-to-sum/cut-words.ts";
import type { Fitted, Proposal } from "../../estimate/fit-to-sum/fitted.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";

/** Unrounded; money in `currency`; `saves` is of used card-hours, or of computing with all that is charged. `edits` are changes of the plan's text by path, one after the other. */
export function fitToJson(plan: ResolvedPlan, { total, savesOf, cuts, idleCuts, proposal, smaller }: Fitted): string {
  const told = ({ ceiling, reduced, chance }: Proposal) => ({
    ceiling,
    proposal:
      reduced === null
        ? null
        : {
            cuts: reduced.cuts.map((cut) => ({ what: cutWords(plan, cut), ...cut })),
            total: reduced.computing,
            runs: reduced.estimate.withReruns.runs,
            chanceUnderCeiling: chance,
            lost: reduced.lost,
            edits: reduced.edits,
          },
  });
  const json = {
    schemaVersion: 1,
    currency: plan.currency,
    total,
    ...told(proposal),
    savesOf,
    cutsThatSaveNothing: idleCuts,
    cuts: cuts.map(({ cut, saves, runs, experiments }) => ({
      what: cutWords(plan, cut),
      ...cut,
      saves,
      runs,
      experiments,
    })),
    smaller: smaller.map((one) => ({ share: one.share, ...told(one) })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
