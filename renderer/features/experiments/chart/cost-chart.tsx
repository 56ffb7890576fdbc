import { useDeferredValue, useMemo, useState } from "react";
import { capital } from "../../../../shared/sheet/text/words.ts";
import { exactMoney, fixed, percent } from "../../../../shared/units/format/exact.ts";
import { CopyTextButton } from "../../../components/copy-text-button.tsx";
import { TableGrid } from "../../../components/icons.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { figuresOf } from "../live-figures.ts";
import { type ExperimentChart, experimentChart } from "./experiment-chart.ts";
import "./cost-chart.css";

/** Columns need room for their labels; else the bars lie. */
const MOST_COLUMNS = 16;
const LONGEST_LABEL = 8;

/** What the values of the main axis cost, under a title that says what there is to see; as a table, too. */
export function CostChart({ experiment }: { readonly experiment: number }) {
  const [{ live: newest, tree, isStale }] = usePlan();
  // The chart may follow a moment later than the letter that was typed.
  const live = useDeferredValue(newest);
  const [isTable, setTable] = useState(false);
  const index = figuresOf(live, tree, experiment)?.index ?? null;
  const resolved = live?.resolved;
  // The draws come later and change nothing of the chart.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const chart = useMemo(
    () => (live === null || index === null ? null : experimentChart(live, index)),
    [resolved, index],
  );
  if (chart === null) return null;
  return (
    <section className={isStale ? "cost-chart is-stale" : "cost-chart"} aria-label="Cost by the main axis">
      <div className="cost-chart-head">
        <h3>{chart.title}</h3>
        <span>{chart.scope}</span>
        <button type="button" className="text-button" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          <TableGrid size={12} /> as table
        </button>
      </div>
      {isTable ? <ChartTable chart={chart} /> : <Bars chart={chart} />}
    </section>
  );
}

function Bars({ chart }: { readonly chart: ExperimentChart }) {
  const most = Math.max(...chart.bars.map(({ value }) => value));
  const isUpright = chart.bars.length <= MOST_COLUMNS && chart.bars.every(({ label }) => label.length <= LONGEST_LABEL);
  const words = chart.bars.map(({ label, text }) => `${label}: ${text}`).join(", ");
  return (
    <div
      className={isUpright ? "columns" : "lines"}
      role="img"
      aria-label={`${chart.title}. ${chart.scope}: ${words}.`}
    >
      {chart.bars.map(({ label, value, text, highlight }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars are redrawn as a whole
        <div key={index} className={highlight ? "bar is-highlight" : "bar"}>
          <span className="bar-value tabular">{text}</span>
          <span className="bar-mark" style={{ "--part": most === 0 ? 0 : value / most } as React.CSSProperties} />
          <span className="bar-label tabular">{label}</span>
        </div>
      ))}
    </div>
  );
}

function ChartTable({ chart }: { readonly chart: ExperimentChart }) {
  const isMoney = chart.unit !== "card-hours";
  const full = (value: number) => (isMoney ? exactMoney(value) : fixed(value, 2));
  const tsv = [
    [chart.axis, chart.unit, "%"],
    ...chart.bars.map(({ label, value, share }) => [label, String(value), String(share * 100)]),
  ];
  return (
    <div className="chart-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{capital(chart.axis)}</th>
            <th scope="col">{chart.unit}</th>
            <th scope="col">Share, %</th>
          </tr>
        </thead>
        <tbody>
          {chart.bars.map(({ label, value, share }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are redrawn as a whole
            <tr key={index}>
              <th scope="row">{label}</th>
              <td className="tabular">{full(value)}</td>
              <td className="tabular">{percent(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <CopyTextButton text={tsv.map((row) => row.join("\t")).join("\n")}>Copy the table</CopyTextButton>
    </div>
  );
}
