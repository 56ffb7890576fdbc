import { lazy, memo, type ReactNode, Suspense } from "react";
import type { Chart } from "../../shared/sheet/sheet.ts";
import { chartHeight } from "./chart-size.ts";
import { axisUnit } from "./scale.ts";
import "./chart.css";

/** Chart.js comes with the first sheet that has a chart, not with the program. */
const loadCanvas = () => import("./chart-canvas.tsx").then(({ ChartCanvas }) => ({ default: ChartCanvas }));
const ChartCanvas = lazy(loadCanvas);

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
        {draw && (
          <Suspense fallback={null}>
            <ChartCanvas chart={chart} label={label} width={width} height={height} />
          </Suspense>
        )}
      </div>
    </div>
  );
});

function AxisUnitText({ chart }: { readonly chart: Chart }) {
  if (chart.kind === "time") return "time";
  const { prefix, exponent } = axisUnit(largestOf(chart));
  return (
    <>
      {prefix !== "" && `${prefix} `}
      {exponent !== null && (
        <>
          10<sup>{exponent}</sup>{" "}
        </>
      )}
      {chart.unit}
    </>
  );
}

function largestOf(chart: Exclude<Chart, { readonly kind: "time" }>): number {
  switch (chart.kind) {
    case "bars":
      return Math.max(0, ...chart.bars.map((bar) => bar.value));
    case "ranges":
      return Math.max(0, ...chart.rows.map((row) => Math.max(row.high, row.likely)));
    case "tornado":
      return Math.max(chart.centre, ...chart.rows.map((row) => Math.max(row.low, row.high)));
  }
}
