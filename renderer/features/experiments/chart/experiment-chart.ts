/** What the values of an experiment's main axis cost. Pure. */

import { sumTotals } from "../../../../shared/estimate/totals.ts";
import { findingOf } from "../../../../shared/sheet/charts/finding.ts";
import { type AxisPart, mainAxis } from "../../../../shared/sheet/charts/main-axis.ts";
import { figuresOf } from "../../../../shared/sheet/context.ts";
import { read } from "../../../../shared/sheet/text/amounts.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import type { OpenedPlan } from "../../../estimating/opened-plan.ts";
import { onlyExperiment } from "./only-experiment.ts";

export interface ExperimentChart {
  /** The finding, without its full stop. */
  readonly title: string;
  /** "USD by width, likely" */
  readonly scope: string;
  /** Name of the axis, for the head of the table. */
  readonly axis: string;
  readonly unit: string;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** "889 k" */
  readonly text: string;
  readonly share: number;
  readonly highlight: boolean;
}

/** More bars than these cannot be told apart. */
const MOST_BARS = 24;

/** The chart of the valid plan's `experiment`; null where nothing in it differs. */
export function experimentChart({ resolved, estimated }: OpenedPlan, experiment: number): ExperimentChart | null {
  const only = onlyExperiment(resolved, estimated, experiment);
  if (only === null) return null;
  const figures = figuresOf({ ...only, ranges: null, swings: [] });
  const axis = mainAxis(figures);
  if (axis === null || axis.parts.length < 2 || figures.basis.total === 0) return null;
  const { measure, unit } = figures.basis;
  const parts = condensed(axis.parts);
  const { title, highlight } = findingOf(parts, axis.wording, "experiment");
  return {
    title: title.replace(/\.$/, ""),
    scope: `${unit} by ${axis.name}, likely`,
    axis: axis.name,
    unit,
    bars: parts.map((part, index) => ({
      label: part.label,
      value: part.totals[measure],
      text: read(part.totals[measure]),
      share: part.share,
      highlight: index === highlight,
    })),
  };
}

/** The dearest, the others as one. */
function condensed(
  parts: readonly AxisPart[],
): readonly Pick<AxisPart, "label" | "share" | "size" | "onAxis" | "totals">[] {
  if (parts.length <= MOST_BARS) return parts;
  const dearest = new Set([...parts].sort((a, b) => b.share - a.share).slice(0, MOST_BARS - 1));
  const rest = parts.filter((part) => !dearest.has(part));
  return [
    ...parts.filter((part) => dearest.has(part)),
    {
      label: counted(rest.length, "other"),
      share: rest.reduce((all, { share }) => all + share, 0),
      size: null,
      onAxis: false,
      totals: sumTotals(rest.map(({ totals }) => totals)),
    },
  ];
}
