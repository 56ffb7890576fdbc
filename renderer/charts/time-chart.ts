import type { Plugin } from "chart.js";
import type { TimeChart, TimeCurve } from "../../shared/sheet/sheet.ts";
import { baseline, type Drawing, drawLabel, drawLine, fontOf, grid, noLine } from "./drawing.ts";
import { EXPECTED, HIGHLIGHT, INK_2, MARK } from "./palette.ts";
import { decadeTicks, durationTicks, type Tick } from "./scale.ts";

/** Colours and strokes of the three times: never one for another, in grey print either. */
const STROKES: Readonly<
  Record<TimeCurve["of"], { readonly colour: string; readonly width: number; readonly dash: number[] }>
> = {
  ideal: { colour: MARK, width: 1.2, dash: [2, 3] },
  scheduled: { colour: HIGHLIGHT, width: 1.8, dash: [] },
  expected: { colour: EXPECTED, width: 1.4, dash: [5, 3] },
};

/** Room on the right for the words of a mark. */
const RIGHT = 22;

const CURVE_WORDS: Readonly<Record<TimeCurve["of"], string>> = {
  ideal: "ideal",
  scheduled: "scheduled",
  expected: "with failures",
};

/** Time against cards, both axes logarithmic, with the plan's clusters marked and named on the ideal line. */
export function timeChart(chart: TimeChart): Drawing {
  const { cardHours, fromCards, toCards, marks } = chart;
  const hoursAt = (cards: number) => cardHours / cards;
  const curves = chart.curves ?? [];
  const hours = [
    hoursAt(fromCards),
    hoursAt(toCards),
    ...curves.flatMap((curve) => curve.points.map((one) => one.hours)),
  ];
  const slowest = Math.max(...hours);
  const fastest = Math.min(...hours);
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
        ...(curves.length === 0
          ? [
              {
                data: [fromCards, toCards].map((cards) => ({ x: cards, y: hoursAt(cards) })),
                borderColor: HIGHLIGHT,
                borderWidth: 1.6,
                pointRadius: 0,
                pointHitRadius: 0,
              },
            ]
          : curves.map(({ of, points }) => ({
              data: points.map(({ cards, hours: y }) => ({ x: cards, y })),
              borderColor: STROKES[of].colour,
              borderWidth: STROKES[of].width,
              borderDash: STROKES[of].dash,
              pointRadius: 0,
              pointHitRadius: 0,
            }))),
      ],
    },
    options: {
      clip: false,
      layout: { padding: { top: 6, right: RIGHT } },
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
    plugins: [markLabels(chart), ...(curves.length === 0 ? [] : [curveLabels(chart)])],
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
        ctx.save();
        ctx.font = fontOf(true);
        const needed = ctx.measureText(text).width;
        ctx.restore();
        if (x + 8 + needed <= chartArea.right + RIGHT - 2)
          drawLabel(ctx, text, x + 8, y - 6, { align: "left", bold: true });
        else drawLabel(ctx, text, Math.min(x + 24, chartArea.right + 10), y - 12, { align: "right", bold: true });
      });
    },
  };
}

/** The names of the curves in the lower left, where no curve runs, and the point from which on more cards help no more. */
function curveLabels(chart: TimeChart): Plugin {
  return {
    id: "curveLabels",
    afterDatasetsDraw(drawn) {
      const { ctx, chartArea, scales } = drawn;
      (chart.curves ?? []).forEach(({ of }, index) => {
        const { colour, width, dash } = STROKES[of];
        const y = chartArea.bottom - 12 - ((chart.curves?.length ?? 0) - 1 - index) * 15;
        ctx.save();
        ctx.setLineDash(dash);
        drawLine(ctx, { x: chartArea.left + 6, y }, { x: chartArea.left + 26, y }, { colour, width });
        ctx.restore();
        drawLabel(ctx, CURVE_WORDS[of], chartArea.left + 31, y, { align: "left" });
      });
      const x = chart.stops == null ? undefined : scales.x?.getPixelForValue(chart.stops.cards);
      const y = chart.stops == null ? undefined : scales.y?.getPixelForValue(chart.stops.hours);
      if (chart.stops == null || x === undefined || y === undefined) return;
      ctx.save();
      ctx.fillStyle = HIGHLIGHT;
      ctx.beginPath();
      ctx.arc(x, y, 3, 0, 2 * Math.PI);
      ctx.fill();
      ctx.restore();
      drawLabel(ctx, chart.stops.text, Math.min(x, chartArea.right) - 14, Math.min(y, chartArea.bottom - 9), {
        align: "right",
      });
    },
  };
}
