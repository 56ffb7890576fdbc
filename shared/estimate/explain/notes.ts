/** Sentences that stand under a trace. */
import { fixed } from "../../units/format/exact.ts";
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
export function outsideNote({ plan, estimated, ranges }: Context, measure: Measure): Note[] {
  if (ranges === null || (measure !== "flop" && measure !== "cardHours" && measure !== "cost")) return [];
  const spread: Spread = ranges.total[measure];
  const value = estimated.withReruns[measure];
  if (value <= spread.p90 && value >= spread.p10) return [];
  const atEnd = plan.inputs.filter((input) => input.likely === input.high || input.likely === input.low);
  const why = atEnd
    .map((input) => `${input.title} is likely ${fixed(input.likely, 0)}, an end of its range`)
    .join("; ");
  const side = value > spread.p90 ? "above P90" : "below P10";
  const share = value > spread.p90 ? "90 % of the draws stay under" : "90 % of the draws lie over";
  const bound = value > spread.p90 ? spread.p90 : spread.p10;
  return [
    {
      title: "Why the headline lies outside P10–P90",
      text: `The headline puts every range at its likely value and lies ${side}${why === "" ? "" : `: ${why}`}. ${share} ${fixed(bound, 0)}.`,
    },
  ];
}
