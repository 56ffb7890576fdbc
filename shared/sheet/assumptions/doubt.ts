/** Assumptions about what nobody knows exactly: the ranges, how they are drawn, with which generator. */

import { counted } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import type { SheetContext } from "../context.ts";
import type { RichText } from "../sheet.ts";
import { stated } from "../text/amounts.ts";
import { capital } from "../text/words.ts";

/** Ranges that are named one by one, the ones that move the total most first; the plan has all. */
const MOST_NAMED = 6;

export function rangeAssumptions({ plan, ranges, swings, references }: SheetContext): RichText[] {
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
