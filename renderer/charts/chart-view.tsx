import { memo, type ReactNode } from "react";
import type { Chart } from "../../shared/sheet/sheet.ts";
import { loadable } from "../components/loadable.ts";
import { chartHeight } from "./chart-size.ts";
import { axisUnit } from "./scale.ts";
import "./chart.css";

/** Chart.js comes with the first sheet that has a chart, not with the program. */
export const chartCanvas = loadable(() => import("./chart-canvas.tsx"));

interface ChartViewProps {
  readonly chart: Chart;
  /** What the chart shows, for those who cannot see it. */
  readonly label: string;
  readonly width: number;
  readonly draw: boolean;
  /** Stands at the right of the unit. */
  readonly children?: ReactNode;
}

/** A chart in its fixed frame: unit above, canvas below. */
export const ChartView = memo(function ChartView({ chart, label, width, draw, children }: ChartViewProps) {
  const height = chartHeight(chart, width);
  return (
    <div className="chart" data-atom={0}>
      <div className="chart-head">
        <span className="chart-unit">
          <AxisUnitText chart={chart} />
        </span>
        {chart.kind === "bars" && chart.remark !== null && <span className="chart-remark">{chart.remark}</span>}
        {children}
      </div>
      <div className="chart-frame" style={{ width, height }}>
        {draw && <Canvas chart={chart} label={label} width={width} height={height} />}
      </div>
    </div>
  );
});

interface CanvasProps {
  readonly chart: Chart;
  readonly label: string;
  readonly width: number;
  readonly height: number;
}

function Canvas(props: CanvasProps) {
  const loaded = chartCanvas.use();
  return loaded === null ? null : <loaded.ChartCanvas {...props} />;
}

function AxisUnitText({ chart }: { readonly chart: Chart }) {
  if (chart.kind === "time") return "time";
  const unit = chart.kind === "timeline" ? "cards in use" : chart.unit;
  const { prefix, exponent } = axisUnit(largestOf(chart));
  return (
    <>
      {prefix !== "" && `${prefix} `}
      {exponent !== null && (
        <>
          10<sup>{exponent}</sup>{" "}
        </>
      )}
      {unit}
    </>
  );
}

function largestOf(chart: Exclude<Chart, { readonly kind: "time" }>): number {
  switch (chart.kind) {
    case "bars":
      return Math.max(0, ...chart.bars.map((bar) => bar.value));
    case "ranges":
      return Math.max(0, ...chart.rows.map((row) => Math.max(row.high, row.likely)));
    case "timeline":
      return chart.cards;
    case "tornado":
      return Math.max(chart.centre, ...chart.rows.map((row) => Math.max(row.low, row.high)));
  }
}
