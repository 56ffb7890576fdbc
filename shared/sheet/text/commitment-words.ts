/** What a commitment costs, beside a sum that counts card-hours that are used. */
import type { CommittedCost } from "../../estimate/budget/commitments.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { fixed } from "../../units/format/exact.ts";
import { counted } from "./words.ts";

/** "the commitment, 64 cards for 8,760 hours as often as needed, costs 1,009,152 USD in all, used or not" */
export function commitmentWords(
  { quote, total }: CommittedCost,
  plan: Pick<ResolvedPlan, "quotes" | "currency">,
): string {
  const commitment = plan.quotes[quote]?.commitment ?? null;
  if (commitment === null) throw new RangeError(`quote ${quote} has no commitment`);
  const { cards, hours } = commitment;
  const paid = `${fixed(total, 0)} ${plan.currency} in all, used or not`;
  return `the commitment, ${counted(cards, "card")} for ${counted(hours, "hour")} as often as needed, costs ${paid}`;
}
