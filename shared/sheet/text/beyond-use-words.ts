/** What a quote charges beside a sum that counts card-hours that are used. */
import type { BeyondUse, ChargeKind } from "../../estimate/budget/beyond-use.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { counted } from "../../units/format/counted.ts";
import { fixed } from "../../units/format/exact.ts";
import { listed } from "./words.ts";

type Named = Pick<ResolvedPlan, "quotes" | "currency">;

/**
 * "the commitment, 64 cards for 8,760 hours as often as needed, costs 1,009,152 USD in all, used or not", or
 * "100,000 USD for cards idle in whole nodes and 40 USD for whole billing increments come on top".
 */
export function beyondUseWords({ quote: index, charges, total }: BeyondUse, { quotes, currency }: Named): string {
  const quote = quotes[index];
  if (quote === undefined) throw new RangeError(`the plan has no quote ${index}`);
  const amount = (cost: number) => `${fixed(cost, 0)} ${currency}`;
  if (quote.commitment !== null) {
    const { cards, hours } = quote.commitment;
    return `the commitment, ${counted(cards, "card")} for ${counted(hours, "hour")} as often as needed, costs ${amount(total)} in all, used or not`;
  }
  const parts = charges.map(({ kind, cost }) => `${amount(cost)} for ${CHARGE_WORDS[kind]}`);
  return `${listed(parts)} ${charges.length === 1 ? "comes" : "come"} on top`;
}

/** What a charge is for, to stand behind "for". */
export const CHARGE_WORDS: Readonly<Record<ChargeKind, string>> = {
  interruptions: "work lost to interruptions",
  idle: "cards idle in whole nodes",
  spreading: "what spreading over more cards loses",
  minimum: "the fewest cards of a rental",
  increments: "whole billing increments",
  unused: "cards that are reserved or bought in a block and not used",
};
