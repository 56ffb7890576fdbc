/** Figure 1: what the values of the plan's main axis cost. */

import { sumTotals } from "../../estimate/totals.ts";
import { counted } from "../../units/format/counted.ts";
import { hasReruns, labelOf, type SheetContext } from "../context.ts";
import { base } from "../sections/base.ts";
import type { BarChart, Section } from "../sheet.ts";
import { read } from "../text/amounts.ts";
import { capital } from "../text/words.ts";
import { findingOf } from "./finding.ts";
import type { AxisPart, MainAxis } from "./main-axis.ts";
import { partsTable } from "./parts-table.ts";

/** More bars than these cannot be told apart; the smallest are then one. */
const MOST_BARS = 24;
/** Labels must fit below their column; else the bars lie. */
const MOST_COLUMNS = 16;
const LONGEST_COLUMN_LABEL = 8;

export function costByAxis(context: SheetContext, axis: MainAxis): Section {
  const { basis } = context;
  const parts = condensed(axis.parts);
  const finding = findingOf(parts, axis.wording, basis.noun);
  const modelsLabel = axis.isByModel && parts.length === axis.parts.length ? labelOf(context, "models") : null;
  const scope = [
    `${basis.measure === "cost" ? "Rental cost" : "Card-hours"} by ${axis.title}, all experiments`,
    ...(hasReruns(context) ? ["reruns apart"] : []),
  ].join(", ");
  const chart: BarChart = {
    kind: "bars",
    direction:
      parts.length <= MOST_COLUMNS && parts.every((part) => part.label.length <= LONGEST_COLUMN_LABEL)
        ? "columns"
        : "rows",
    unit: basis.unit,
    categoryTitle: axis.title,
    bars: parts.map((part, index) => ({
      label: part.label,
      value: part.totals[basis.measure],
      text: read(part.totals[basis.measure]),
      highlight: index === finding.highlight,
      colour: null,
      figure: part.figure,
    })),
    remark: finding.remark,
  };
  return {
    ...base(context, "cost-by-axis", {
      title: finding.title,
      subtitle: modelsLabel === null ? `${scope}.` : `${scope}; data in ${modelsLabel}.`,
      outline: `cost by ${axis.name}`,
    }),
    kind: "chart",
    chart,
    table: partsTable(context, capital(axis.title), parts),
    tableId: modelsLabel === null ? null : "models",
    notes: [],
  };
}

/** The parts, the smallest beyond `MOST_BARS` lumped together; the order stays. */
function condensed(parts: readonly AxisPart[]): readonly AxisPart[] {
  if (parts.length <= MOST_BARS) return parts;
  const least = [...parts].sort((a, b) => b.share - a.share)[MOST_BARS - 2]?.share ?? 0;
  const kept = parts.filter((part) => part.share >= least).slice(0, MOST_BARS - 1);
  const rest = parts.filter((part) => !kept.includes(part));
  return [
    ...kept,
    {
      label: counted(rest.length, "other"),
      share: rest.reduce((sum, part) => sum + part.share, 0),
      size: null,
      onAxis: false,
      totals: sumTotals(rest.map((part) => part.totals)),
      figure: null,
    },
  ];
}
