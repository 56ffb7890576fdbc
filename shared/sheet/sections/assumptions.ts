/** The numbered list of what the figures rest on. */
import { clusterAssumptions } from "../assumptions/clusters.ts";
import { countingAssumptions } from "../assumptions/counting.ts";
import { rangeAssumptions } from "../assumptions/doubt.ts";
import { energyAssumptions } from "../assumptions/energy.ts";
import { hardwareAssumptions } from "../assumptions/hardware.ts";
import { roundingNote } from "../assumptions/rounding.ts";
import { kindAssumptions } from "../assumptions/run-kinds.ts";
import { runAssumptions } from "../assumptions/runs.ts";
import { trainingAssumptions } from "../assumptions/training.ts";
import { figuresOf, type SheetContext, type SheetInput } from "../context.ts";
import type { RichText, Section } from "../sheet.ts";
import { withoutCitations } from "../text/rich-text.ts";
import { sentence } from "../text/words.ts";
import { base } from "./base.ts";

/** Everything assumed, in the order of the sums: counting, speed and price, training, kinds of work, runs, clusters, ranges, energy, rounding. */
function assumptionTexts(context: SheetContext): RichText[] {
  return [
    ...countingAssumptions(context),
    ...hardwareAssumptions(context),
    ...trainingAssumptions(context),
    ...kindAssumptions(context),
    ...runAssumptions(context),
    ...clusterAssumptions(context),
    ...rangeAssumptions(context),
    ...energyAssumptions(context),
    ...context.plan.assumptions.map((text): RichText => [sentence(text)]),
    ["A month is 720 h, a year 8,760 h. ", roundingNote(context)],
  ];
}

/** The same as plain sentences, for a reader without the list of sources. */
export function assumptionsInWords(input: SheetInput): string[] {
  return assumptionTexts({ ...figuresOf(input), slots: new Map() }).map(withoutCitations);
}

export function assumptionsList(context: SheetContext): Section {
  return {
    ...base(context, "assumptions", { title: "Assumptions", outline: "Assumptions" }),
    kind: "list",
    marker: "number",
    items: assumptionTexts(context),
  };
}
