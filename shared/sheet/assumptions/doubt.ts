/** Assumptions about what nobody knows exactly: the ranges, how they are drawn, with which generator. */

import { chargeDraws } from "../../estimate/budget/computing.ts";
import { counted } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import type { SheetContext } from "../context.ts";
import type { RichText } from "../sheet.ts";
import { stated } from "../text/amounts.ts";
import { capital, listed } from "../text/words.ts";

/** Ranges that are named one by one, the ones that move the total most first; the plan has all. */
const MOST_NAMED = 6;

export function rangeAssumptions(context: SheetContext): RichText[] {
  const { plan, ranges, swings, references } = context;
  const bySwing = [...new Set([...swings.map((swing) => swing.input), ...plan.inputs.keys()])];
  const named = bySwing.slice(0, MOST_NAMED);
  const rest = plan.inputs.length - named.length;
  const items = named.flatMap((index): RichText[] => {
    const input = plan.inputs[index];
    if (input === undefined) return [];
    const { title, low, likely, high, source } = input;
    const text = `${capital(title)}: PERT(${[low, likely, high].map(stated).join(", ")}), one draw wherever it is used.`;
    return [[text, ...(source === null ? [] : [references.cite({ text: source })])]];
  });
  const draws =
    ranges === null
      ? []
      : [
          [
            `Ranges are ${exact(ranges.draws)} draws of xoshiro128**, seed ${ranges.seed}; P10, P50 and P90 by linear interpolation; all low and all high ${ends(plan)}.`,
          ],
        ];
  return [
    ...items,
    ...(rest > 0
      ? [[`${capital(counted(rest, "further range"))} in the plan ${rest === 1 ? "moves" : "move"} the total less.`]]
      : []),
    ...draws,
    ...(ranges === null ? [] : chargesDrawn(context)),
  ];
}

/** How what is paid beyond use follows the draws of the work. */
function chargesDrawn({ plan, estimate }: SheetContext): RichText[] {
  const drawn = chargeDraws(plan, estimate);
  if (drawn === null) return [];
  const runs = {
    scheduled:
      "; with more or fewer runs by the schedules of the least work, its P10, P50 and P90, and the most, in proportion between them",
    longer: "; more runs count as longer ones, which can misstate a minimum or whole nodes",
  };
  return [
    [
      `What ${listed(drawn.quotes.map((title) => `“${title}”`))} ${drawn.quotes.length === 1 ? "charges" : "charge"} beyond used card-hours follows every draw by the quote’s terms, with every run as much longer or shorter${drawn.moreRunsAre === null ? "" : runs[drawn.moreRunsAre]}.`,
    ],
  ];
}

/** What "all low" and "all high" are. */
function ends({ inputs, classes }: SheetContext["plan"]): string {
  const parts = [
    ...(inputs.length === 0 ? [] : ["put every range at its cheaper and at its dearer end"]),
    ...(classes.every(({ probability }) => probability === 1) ? [] : ["leave conditional sweeps out and run them all"]),
  ];
  return parts.join(", and ");
}
