/** Figure: what each experiment costs, the dearest first, in the experiments' colours. */
import { hasReruns, labelOf, type SheetContext, shareOf } from "../context.ts";
import { base } from "../sections/base.ts";
import type { BarChart, Section } from "../sheet.ts";
import { read } from "../text/amounts.ts";
import { findingOf } from "./finding.ts";
import type { AxisPart } from "./main-axis.ts";
import { partsTable } from "./parts-table.ts";

const MOST_BARS = 12;

export function costByExperiment(context: SheetContext): Section {
  const { plan, estimate, basis, colours } = context;
  const all = plan.experiments
    .map(({ title }, experiment) => ({ title, experiment, totals: estimate.experiments[experiment] }))
    .flatMap(({ totals, ...one }) => (totals === undefined ? [] : [{ ...one, totals }]))
    .sort((a, b) => (colours[a.experiment] ?? 0) - (colours[b.experiment] ?? 0));
  const shown = all.slice(0, MOST_BARS);
  const parts = all.map(
    ({ title, experiment, totals }): AxisPart => ({
      label: title,
      share: shareOf(context, totals),
      size: null,
      onAxis: true,
      totals,
      figure: { of: "experiment", experiment, measure: basis.measure },
    }),
  );
  const finding = findingOf(
    parts,
    { one: (title) => title, label: (title) => title, before: "", many: "experiments", largest: null, smallest: null },
    basis.noun,
  );
  const chart: BarChart = {
    kind: "bars",
    direction: "rows",
    unit: basis.unit,
    categoryTitle: "experiment",
    bars: shown.map(({ title, experiment, totals }, index) => ({
      label: title,
      value: totals[basis.measure],
      text: read(totals[basis.measure]),
      highlight: index === finding.highlight,
      colour: colours[experiment] ?? null,
      figure: { of: "experiment", experiment, measure: basis.measure },
    })),
    remark: finding.remark,
  };
  const table = labelOf(context, "experiments");
  const most = all.length > shown.length ? `, the ${shown.length} largest of ${all.length}` : "";
  const scope = `${most}${hasReruns(context) ? ", reruns apart" : ""}`;
  return {
    ...base(context, "cost-by-experiment", {
      title: finding.title,
      subtitle: `${basis.measure === "cost" ? "Rental cost" : "Card-hours"} by experiment${scope}; data in ${table}.`,
      outline: "cost by experiment",
    }),
    kind: "chart",
    chart,
    table: partsTable(context, "Experiment", parts),
    tableId: "experiments",
    notes: [],
  };
}
