/** Sentences beside an optimum. Pure, with superscript letters where there are powers. */
import type { Extrapolation } from "../../../../shared/scaling/extrapolation.ts";
import type { BestOnData } from "../../../../shared/scaling/limited-data.ts";
import { read } from "../../../../shared/sheet/text/amounts.ts";
import { fixed } from "../../../../shared/units/format/exact.ts";

/** Whether the data suffices, and what follows when it does not. */
export function dataWords({ suffices, wanted, best, balancedBudget }: BestOnData, available: number): string {
  if (suffices) return `The data suffices: the optimum wants ${read(wanted)} of its ${read(available)} tokens.`;
  return (
    `The data does not suffice: the optimum wants ${read(wanted)} tokens, and there are ${read(available)}. With all of them seen ` +
    `once, ${read(best.parameters)} parameters are best. This data is compute-optimal at ${read(balancedBudget)} FLOP; beyond ` +
    "that more data is worth more than more compute."
  );
}

/** How far the answer lies outside of what was fitted; null where it lies inside. */
export function extrapolationWords(found: Extrapolation | null): string | null {
  if (found === null) return null;
  const what = found.of === "parameters" ? "models" : "runs";
  const [most, least] = found.of === "parameters" ? ["largest", "smallest"] : ["longest", "shortest"];
  const far = found.factor < 10 ? fixed(found.factor, 1) : read(found.factor);
  return found.direction === "above"
    ? `An extrapolation: ${far} times beyond the ${most} ${what} that the fit was made on.`
    : `An extrapolation: ${far} times below the ${least} ${what} that the fit was made on.`;
}
