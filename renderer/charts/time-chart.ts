import type { Plugin } from "chart.js";
import type { TimeChart } from "../../shared/sheet/sheet.ts";
import { baseline, type Drawing, drawLabel, grid, noLine } from "./drawing.ts";
import { HIGHLIGHT, INK_2 } from "./palette.ts";
import { decadeTicks, durationTicks, type Tick } from "./scale.ts";

/** Ideal time against cards, both axes logarithmic, with the plan's clusters marked and named. */
export function timeChart(chart: TimeChart): Drawing {
  const { cardHours, fromCards, toCards, marks } = chart;
  const hoursAt = (cards: number) => cardHours / cards;
  const slowest = hoursAt(fromCards);
  const fastest = hoursAt(toCards);
  return {
    type: "line",
    data: {
      datasets: [
        {
          data: marks.map(({ cards, hours }) => ({ x: cards, y: hours })),
          showLine: false,
          pointRadius: 3.4,
          pointHitRadius: 10,
          pointBackgroundColor: "#ffffff",
          pointBorderColor: HIGHLIGHT,
          pointBorderWidth: 1.6,
        },
        {
          data: [fromCards, toCards].map((cards) => ({ x: cards, y: hoursAt(cards) })),
          borderColor: HIGHLIGHT,
          borderWidth: 1.6,
          pointRadius: 0,
          pointHitRadius: 0,
        },
      ],
    },
    options: {
      clip: false,
      layout: { padding: { top: 6, right: 12 } },
      scales: {
        x: {
          type: "logarithmic",
          min: fromCards,
          max: toCards,
          border: baseline,
          grid,
          title: { display: true, text: "cards", align: "end", padding: 0, color: INK_2 },
          ticks: { padding: 4, maxRotation: 0, autoSkip: false, color: INK_2, callback: labelOf(decadeTicks) },
          afterBuildTicks: (axis) => {
            axis.ticks = decadeTicks(axis.min, axis.max);
          },
        },
        y: {
          type: "logarithmic",
          min: fastest,
          max: slowest,
          border: noLine,
          grid,
          ticks: { padding: 6, autoSkip: false, color: INK_2, callback: labelOf(durationTicks) },
          afterBuildTicks: (axis) => {
            axis.ticks = durationTicks(axis.min, axis.max);
          },
        },
      },
      plugins: { tooltip: { enabled: false } },
    },
    plugins: [markLabels(chart)],
  };
}

function labelOf(ticksOf: (from: number, to: number) => Tick[]) {
  return (value: string | number): string => {
    const number = Number(value);
    return ticksOf(number * 0.99, number * 1.01)[0]?.label ?? "";
  };
}

/** Beside each mark, on the upper side of the falling line; on the left where the right edge is near. */
function markLabels(chart: TimeChart): Plugin {
  return {
    id: "markLabels",
    afterDatasetsDraw(drawn) {
      const { ctx, chartArea } = drawn;
      drawn.getDatasetMeta(0).data.forEach((mark, index) => {
        const text = chart.marks[index]?.text ?? "";
        const { x, y } = mark.getProps(["x", "y"], true);
        const room = chartArea.right + 10 - x;
        if (room > 70) drawLabel(ctx, text, x + 8, y - 6, { align: "left", bold: true });
        else drawLabel(ctx, text, Math.min(x + 24, chartArea.right + 10), y - 12, { align: "right", bold: true });
      });
    },
  };
}
