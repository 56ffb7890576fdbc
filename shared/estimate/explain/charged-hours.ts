/** Card-hours of a budget that are paid for and not used: what is paid for less what would be without the charge. */

import type { ResolvedQuote } from "../../plan/resolved.ts";
import { counted } from "../../units/format/counted.ts";
import { type ChargeKind, headlineBeyondUse } from "../budget/beyond-use.ts";
import type { chargeOf } from "../budget/estimated-lines.ts";
import type { TraceInput } from "../trace.ts";
import type { ExplainedQuantity } from "./budget-line.ts";
import { at, type Context, UnknownFigureError } from "./context.ts";
import { group, minus, num, sym, times } from "./formula.ts";

/** @param share of the work that is done in the year that is asked for; null: of all years */
export function chargedHours(
  { plan, estimated }: Context,
  { kind, quote: index }: NonNullable<ReturnType<typeof chargeOf>>,
  share: number | null,
): ExplainedQuantity {
  const quote = at(plan.quotes, index, "quote");
  const charge = headlineBeyondUse(plan, estimated)
    .find((one) => one.quote === index)
    ?.charges.find((one) => one.kind === kind);
  if (charge === undefined) throw new UnknownFigureError(`quote ${index} charges nothing for ${kind}`);
  const { paid, without, field } = WORDS[kind];
  const input = (symbol: string, value: number, other: Partial<TraceInput>): TraceInput => ({
    symbol,
    name: "",
    value,
    unit: "card-hours",
    note: null,
    source: "the schedule on the cards of this quote, as the comparison of quotes has it",
    date: null,
    figure: null,
    place: null,
    ...other,
  });
  const all = estimated.withReruns.cardHours;
  const isWork = Math.abs(charge.from - all) <= ROUNDING * all;
  const hours = group(minus(sym("h", "1"), sym("h", "0")));
  const inNumbers = group(minus(num(charge.to), num(charge.from)));
  return {
    formula: share === null ? hours : times(hours, sym("share")),
    substituted: share === null ? inNumbers : times(inNumbers, num(share)),
    inputs: [
      input("h_1", charge.to, {
        name: paid,
        place: field === null ? null : `${quote.path}.${field}`,
        note: field === null ? SPREADING : termsNote(quote, field),
      }),
      input("h_0", charge.from, {
        name: isWork ? AT_WORK : without,
        figure: isWork ? { of: "total", measure: "cardHours", stage: "withReruns" } : null,
      }),
      ...(share === null
        ? []
        : [
            input("share", share, {
              name: "Share of the work that is done in this year",
              unit: "",
              source: "the shares of the grant years",
              place: "budget.computeLines",
            }),
          ]),
    ],
  };
}

const ROUNDING = 1e-9;

type Field = "interruptionHours" | "wholeNodes" | "minimumCards" | "billingIncrementMinutes" | "commitment";

const AT_WORK = "Card-hours of the work";
const NEEDED = "Card-hours at work, with what interruptions lose";
const SPREAD = "Card-hours at work, with what interruptions and spreading over more cards lose";
const HELD = "Card-hours held: by runs, and in whole nodes where a run is larger than one or the quote rents no less";
const AT_LEAST = "Card-hours with the fewest cards of a rental";

const WORDS: Readonly<
  Record<ChargeKind, { readonly paid: string; readonly without: string; readonly field: Field | null }>
> = {
  interruptions: { paid: NEEDED, without: AT_WORK, field: "interruptionHours" },
  idle: { paid: HELD, without: SPREAD, field: "wholeNodes" },
  spreading: { paid: SPREAD, without: NEEDED, field: null },
  minimum: { paid: AT_LEAST, without: HELD, field: "minimumCards" },
  increments: { paid: "Card-hours in whole billing increments", without: AT_LEAST, field: "billingIncrementMinutes" },
  unused: { paid: "Card-hours that are reserved, or bought in blocks", without: AT_WORK, field: "commitment" },
};

const SPREADING = "lossPerDoubling of the hardware, at each doubling of a run’s fewest cards";

/** What the quote says: "increments of 60 minutes". */
function termsNote(
  { commitment, minimumCards, billingIncrementMinutes, interruptionHours }: ResolvedQuote,
  field: Field,
) {
  switch (field) {
    case "commitment":
      return commitment === null
        ? null
        : `${counted(commitment.cards, "card")} for ${counted(commitment.hours, "hour")}, as often as needed`;
    case "minimumCards":
      return minimumCards === null ? null : `at least ${counted(minimumCards, "card")} while one is rented`;
    case "billingIncrementMinutes":
      return `increments of ${billingIncrementMinutes} min, from the start of a rental on`;
    case "interruptionHours":
      return interruptionHours === null ? null : `an instance is interrupted every ${interruptionHours.likely} h`;
    case "wholeNodes":
      return null;
  }
}
