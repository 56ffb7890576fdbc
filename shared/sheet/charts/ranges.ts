/** Figure: where the total and the experiments fall when every range is drawn. */

import { headlineBeyondUse } from "../../estimate/budget/beyond-use.ts";
import type { Figure } from "../../estimate/figure.ts";
import type { EstimateRanges, Spread } from "../../estimate/types.ts";
import { exact } from "../../units/format/exact.ts";
import * as cell from "../cells.ts";
import { hasReruns, type SheetContext } from "../context.ts";
import { base } from "../sections/base.ts";
import type { RangeChart, Section, Table } from "../sheet.ts";
import { rangeText } from "../text/amounts.ts";

/** Rows beside the total: the dearest experiments. */
const MOST_EXPERIMENTS = 9;

interface RangeRow {
  readonly label: string;
  readonly spread: Spread;
  readonly likely: number;
  readonly colour: number | null;
  /** Null: the total. */
  readonly experiment: number | null;
}

export function rangesChart(context: SheetContext, ranges: EstimateRanges): Section {
  const { basis } = context;
  const rows = rowsOf(context, ranges);
  const { p10, p90 } = ranges.total[basis.measure];
  const chart: RangeChart = {
    kind: "ranges",
    unit: basis.unit,
    rows: rows.map(({ label, spread, likely, colour, experiment }) => ({
      label,
      low: spread.low,
      p10: spread.p10,
      p50: spread.p50,
      p90: spread.p90,
      high: spread.high,
      likely: likely,
      colour,
      figure: figureOf(context, experiment, "p50"),
    })),
  };
  return {
    ...base(context, "ranges", {
      title: `In four draws of five ${wholeName(context)} is ${rangeText(p10, p90)} ${basis.unit}.`,
      subtitle: `Line all low to all high, bar P10 to P90 with a gap at P50, tick at the likely value; ${exact(ranges.draws)} draws${hasReruns(context) && rows.length > 1 ? "; reruns in the total only" : ""}.`,
      outline: "ranges",
    }),
    kind: "chart",
    chart,
    table: tableOf(context, rows),
    tableId: null,
    notes: [],
  };
}

/** Another total stands above it where a budget has other lines, or a quote charges for more than is used. */
function wholeName({ basis, budget, plan, estimate }: SheetContext): string {
  const isMore = budget !== null || headlineBeyondUse(plan, estimate).some(({ charges }) => charges.length > 0);
  return isMore && basis.measure === "cost" ? "the rental cost of used card-hours" : "the total";
}

function rowsOf({ plan, estimate, basis, total, colours }: SheetContext, ranges: EstimateRanges): RangeRow[] {
  const experiments = plan.experiments.flatMap(({ title }, experiment): RangeRow[] => {
    const spread = ranges.experiments[experiment]?.[basis.measure];
    const likely = estimate.experiments[experiment]?.[basis.measure];
    const colour = colours[experiment] ?? null;
    if (spread === undefined || likely === undefined || (colour ?? 0) >= MOST_EXPERIMENTS) return [];
    return [{ label: title, spread, likely, colour, experiment }];
  });
  const whole: RangeRow = {
    label: "Total",
    spread: ranges.total[basis.measure],
    likely: total[basis.measure],
    colour: null,
    experiment: null,
  };
  return plan.experiments.length > 1 ? [whole, ...experiments] : [whole];
}

function figureOf({ basis }: SheetContext, experiment: number | null, part: keyof Spread): Figure {
  const { measure } = basis;
  return experiment === null
    ? { of: "totalRange", measure, part }
    : { of: "experimentRange", experiment, measure, part };
}

const PARTS: readonly { readonly part: keyof Spread; readonly title: string }[] = [
  { part: "low", title: "All low" },
  { part: "p10", title: "P10" },
  { part: "p50", title: "P50" },
  { part: "p90", title: "P90" },
  { part: "high", title: "All high" },
];

function tableOf(context: SheetContext, rows: readonly RangeRow[]): Table {
  const { basis } = context;
  const likelyFigure = (experiment: number | null): Figure =>
    experiment === null
      ? { of: "total", measure: basis.measure, stage: "withReruns" }
      : { of: "experiment", experiment, measure: basis.measure };
  return {
    columns: [
      { key: "row", title: "Experiment", unit: "", align: "left" },
      { key: "likely", title: "Likely", unit: basis.unit, align: "right" },
      ...PARTS.map(
        ({ part, title }) => ({ key: part, title, unit: "", valueUnit: basis.unit, align: "right" }) as const,
      ),
    ],
    rows: rows.map(({ label, spread, likely, experiment, colour }) => ({
      cells: [
        cell.words(label),
        cell.amount(basis, likely, likelyFigure(experiment)),
        ...PARTS.map(({ part }) => cell.amount(basis, spread[part], figureOf(context, experiment, part))),
      ],
      ...(colour === null ? {} : { colour }),
    })),
    total: null,
  };
}
