import type { Plugin } from "chart.js";
import type { BarChart } from "../../shared/sheet/sheet.ts";
import { LABEL_GAP, longestLabel } from "./chart-size.ts";
import { baseline, type Drawing, drawLabel, fontOf, grid, noLine } from "./drawing.ts";
import { colourAt, HIGHLIGHT, INK_2 } from "./palette.ts";
import { axisUnit, rowLabel } from "./scale.ts";

/** Bars by category, upright or lying, with their values written on them; one may stand out. */
export function barsChart(chart: BarChart, width: number): Drawing {
  const { divisor } = axisUnit(Math.max(0, ...chart.bars.map((bar) => bar.value)));
  const upright = chart.direction === "columns";
  const values = {
    beginAtZero: true,
    border: noLine,
    grid,
    ticks: { padding: 6, maxTicksLimit: 6, color: INK_2 },
  };
  const categories = {
    border: baseline,
    grid: noLine,
    ticks: { padding: upright ? 2 : LABEL_GAP, autoSkip: upright, maxRotation: 0, color: INK_2 },
  };
  return {
    type: "bar",
    data: {
      labels: chart.bars.map((bar) => (upright ? bar.label : rowLabel(bar.label, longestLabel(width)))),
      datasets: [
        {
          data: chart.bars.map((bar) => bar.value / divisor),
          backgroundColor: chart.bars.map((bar) =>
            bar.highlight && bar.colour === null ? HIGHLIGHT : colourAt(bar.colour),
          ),
          barPercentage: upright ? 0.8 : 0.62,
          categoryPercentage: upright ? 0.92 : 1,
        },
      ],
    },
    options: {
      indexAxis: upright ? "x" : "y",
      layout: { padding: upright ? { top: 18, bottom: 0 } : { right: 56 } },
      scales: upright
        ? { x: { ...categories, title: titleOf(chart.categoryTitle) }, y: values }
        : { y: categories, x: values },
      plugins: { tooltip: { enabled: false } },
    },
    plugins: [valueLabels(chart, upright)],
  };
}

const titleOf = (text: string) => ({ display: text !== "", text, align: "start" as const, padding: 0, color: INK_2 });

function valueLabels(chart: BarChart, upright: boolean): Plugin {
  return {
    id: "valueLabels",
    afterDatasetsDraw(drawn) {
      const { ctx } = drawn;
      const marks = drawn.getDatasetMeta(0).data;
      const step = marks.length > 1 ? Math.abs((marks[1]?.x ?? 0) - (marks[0]?.x ?? 0)) : Number.POSITIVE_INFINITY;
      ctx.font = fontOf(false);
      const widest = Math.max(...chart.bars.map((bar) => ctx.measureText(bar.text).width));
      // Where labels would run into each other only the bar that the title speaks of keeps its own.
      const all = !upright || widest + 2 <= step;
      chart.bars.forEach((bar, index) => {
        const mark = marks[index];
        if (mark === undefined || (!all && !bar.highlight)) return;
        const { x, y } = mark.getProps(["x", "y"], true);
        if (upright) drawLabel(ctx, bar.text, x, y - 4, { align: "center", baseline: "bottom", bold: bar.highlight });
        else drawLabel(ctx, bar.text, x + 6, y, { align: "left", bold: bar.highlight });
      });
    },
  };
}
