import type { Plugin } from "chart.js";
import type { RangeChart } from "../../shared/sheet/sheet.ts";
import { readable, readableText } from "../../shared/units/format/readable.ts";
import { BESIDE_MARKS, LABEL_GAP, longestLabel } from "./chart-size.ts";
import { baseline, type Drawing, drawLabel, drawLine, grid, noLine } from "./drawing.ts";
import { colourAt, INK, INK_2, MARK } from "./palette.ts";
import { axisUnit, rowLabel } from "./scale.ts";

/** A range a row: thin line all low to all high, bar P10 to P90 with a gap at P50, tick at the likely value. */
export function rangesChart(chart: RangeChart, width: number): Drawing {
  const { divisor } = axisUnit(Math.max(0, ...chart.rows.map((row) => Math.max(row.high, row.likely))));
  return {
    type: "bar",
    data: {
      labels: chart.rows.map((row) => rowLabel(row.label, longestLabel(width))),
      datasets: [
        {
          data: chart.rows.map((row) => [row.p10 / divisor, row.p90 / divisor]),
          backgroundColor: chart.rows.map((row) => colourAt(row.colour)),
          barThickness: 7,
          borderSkipped: false,
          minBarLength: 1,
        },
      ],
    },
    options: {
      indexAxis: "y",
      layout: { padding: { top: 2, right: BESIDE_MARKS } },
      scales: {
        y: { border: noLine, grid: noLine, ticks: { padding: LABEL_GAP, autoSkip: false, color: INK_2 } },
        x: {
          beginAtZero: true,
          max: Math.max(0, ...chart.rows.map((row) => Math.max(row.high, row.likely))) / divisor,
          border: baseline,
          grid,
          ticks: { padding: 6, maxTicksLimit: 6, includeBounds: false, color: INK_2 },
        },
      },
      plugins: { tooltip: { enabled: false } },
    },
    plugins: [extents(chart, divisor)],
  };
}

function extents(chart: RangeChart, divisor: number): Plugin {
  return {
    id: "extents",
    beforeDatasetsDraw(drawn) {
      const { ctx, scales } = drawn;
      chart.rows.forEach((row, index) => {
        const y = drawn.getDatasetMeta(0).data[index]?.y;
        if (y === undefined || scales.x === undefined) return;
        const x = (value: number) => scales.x?.getPixelForValue(value / divisor) ?? 0;
        drawLine(ctx, { x: x(row.low), y }, { x: x(row.high), y }, { colour: MARK, width: 1.2 });
      });
    },
    afterDatasetsDraw(drawn) {
      const { ctx, scales, chartArea } = drawn;
      chart.rows.forEach((row, index) => {
        const y = drawn.getDatasetMeta(0).data[index]?.y;
        if (y === undefined) return;
        const x = (value: number) => scales.x?.getPixelForValue(value / divisor) ?? 0;
        const gap = x(row.p50);
        const likely = x(row.likely);
        drawLine(ctx, { x: gap, y: y - 4 }, { x: gap, y: y + 4 }, { colour: "#ffffff", width: 1.4 });
        drawLine(ctx, { x: likely, y: y - 7 }, { x: likely, y: y + 7 }, { colour: INK, width: 1.6 });
        drawLabel(ctx, spread(row.p10, row.p90), chartArea.right + 8, y, { align: "left" });
      });
    },
  };
}

/** "1.67–1.89 M": the prefix once where both ends have it; one number where they read the same. */
function spread(from: number, to: number): string {
  const [low, high] = [readable(from), readable(to)];
  if (readableText(low) === readableText(high)) return readableText(high);
  return `${low.prefix === high.prefix ? low.digits : readableText(low)}–${readableText(high)}`;
}
