/** Sentences that stand under a trace. */
import { exact } from "../../units/format/exact.ts";
import { readable, readableText } from "../../units/format/readable.ts";
import { speedAmount } from "../cost-model.ts";
import type { Measure, Spread } from "../types.ts";
import type { Context } from "./context.ts";

type Note = { readonly title: string; readonly text: string };

export const ROUNDING_NOTE: readonly Note[] = [
  {
    title: "Rounding",
    text: "Kept unrounded; on the sheet the rows are rounded once, by largest remainder, so that they add up to the total.",
  },
];

/** Where a value lies outside its own P10 to P90, why it does; nothing otherwise. */
export function outsideNote(context: Context, measure: Measure): Note[] {
  const { plan, estimated, ranges } = context;
  if (ranges === null || (measure !== "flop" && measure !== "cardHours" && measure !== "cost")) return [];
  const spread: Spread = ranges.total[measure];
  const value = estimated.withReruns[measure];
  if (value <= spread.p90 && value >= spread.p10) return [];
  const without = new Set(inputsWithout(context, measure));
  const why = plan.inputs
    .filter((input, index) => !without.has(index) && (input.likely === input.high || input.likely === input.low))
    .map((input) => `${input.title} is likely ${exact(input.likely)}, an end of its range`)
    .join("; ");
  const isConditional = plan.classes.some(({ probability }) => probability < 1);
  const what = `every range at its likely value${isConditional ? " and what is conditional at its probability" : ""}`;
  const side = value > spread.p90 ? "above P90" : "below P10";
  const share = value > spread.p90 ? "90 % of the draws stay under" : "90 % of the draws lie over";
  const bound = value > spread.p90 ? spread.p90 : spread.p10;
  return [
    {
      title: "Why the headline lies outside P10–P90",
      text: `The headline puts ${what} and lies ${side}${why === "" ? "" : `: ${why}`}. ${share} ${readableText(readable(bound))}.`,
    },
  ];
}

/** Uncertain inputs that a measure does not depend on: prices move money only, speeds no FLOP. */
function inputsWithout({ plan }: Context, measure: "flop" | "cardHours" | "cost"): (number | null)[] {
  const prices = plan.quotes.map((quote) => quote.price.input);
  const speeds = [
    ...plan.cards.map((card) => speedAmount(card)?.input ?? null),
    ...plan.classes.map(({ training: { work } }) => work?.generation?.tokensPerSecond.input ?? null),
  ];
  return measure === "cost" ? [] : measure === "cardHours" ? prices : [...prices, ...speeds];
}
