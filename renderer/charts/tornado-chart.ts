import type { Plugin } from "chart.js";
import type { TornadoChart } from "../../shared/sheet/sheet.ts";
import { baseline, type Drawing, drawLabel, drawLine, fitted, grid, noLine } from "./drawing.ts";
import { HIGHLIGHT, INK, INK_2, SERIES } from "./palette.ts";
import { axisUnit } from "./scale.ts";

/** Room for the figures at the ends of a bar. */
const BESIDE = 48;

/** What moves the total: a bar a row from its value at low to its value at high, the headline as a line through all. */
export function tornadoChart(chart: TornadoChart): Drawing {
  const ends = chart.rows.flatMap((row) => [row.low, row.high]);
  const { divisor } = axisUnit(Math.max(chart.centre, ...ends));
  const centre = chart.centre / divisor;
  const side = (pick: (row: TornadoChart["rows"][number]) => number, colour: string) => ({
    data: chart.rows.map((row): [number, number] => [centre, pick(row) / divisor]),
    backgroundColor: colour,
    barThickness: 8,
    grouped: false,
    borderSkipped: false as const,
  });
  return {
    type: "bar",
    data: {
      labels: chart.rows.map((row) => row.label),
      datasets: [side((row) => row.low, SERIES), side((row) => row.high, HIGHLIGHT)],
    },
    options: {
      indexAxis: "y",
      layout: { padding: { top: 6, left: BESIDE, right: BESIDE } },
      scales: {
        y: { border: noLine, grid: noLine, ticks: { display: false } },
        x: {
          min: Math.min(chart.centre, ...ends) / divisor,
          max: Math.max(chart.centre, ...ends) / divisor,
          border: baseline,
          grid,
          ticks: { padding: 6, maxTicksLimit: 5, color: INK_2, includeBounds: false },
        },
      },
      plugins: { tooltip: { enabled: false } },
    },
    plugins: [rowLabels(chart, divisor)],
  };
}

/** What was changed, above its bar; what the total then is, at the bar's ends. */
function rowLabels(chart: TornadoChart, divisor: number): Plugin {
  return {
    id: "rowLabels",
    afterDatasetsDraw(drawn) {
      const { ctx, scales } = drawn;
      const x = (value: number) => scales.x?.getPixelForValue(value / divisor) ?? 0;
      const centre = x(chart.centre);
      const marks = drawn.getDatasetMeta(0).data;
      chart.rows.forEach((row, index) => {
        const y = marks[index]?.y;
        if (y === undefined) return;
        const line = { colour: INK, width: 1.6 };
        drawLine(ctx, { x: centre, y: y - 7 }, { x: centre, y: y + 7 }, line);
        drawLabel(ctx, fitted(ctx, row.label, drawn.width), 0, y - 14, { align: "left" });
        const [left, right] = row.low <= row.high ? [row.lowText, row.highText] : [row.highText, row.lowText];
        const from = Math.min(x(row.low), x(row.high), centre);
        const to = Math.max(x(row.low), x(row.high), centre);
        drawLabel(ctx, left, from - 6, y, { align: "right", colour: INK });
        drawLabel(ctx, right, to + 6, y, { align: "left", colour: INK });
      });
    },
  };
}
