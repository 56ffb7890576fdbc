import type { Chart as ChartJs, Plugin } from "chart.js";
import type { TimelineChart } from "../../shared/sheet/sheet.ts";
import { baseline, type Drawing, drawLabel, drawLine, fontOf, grid, noLine } from "./drawing.ts";
import { colourAt, INK, INK_2, PAPER } from "./palette.ts";
import { axisUnit, hourTicks, shortened } from "./scale.ts";

/** In letters: a longer name would run over both edges of the legend. */
const LONGEST_IN_LEGEND = 48;

/** Cards in use over time: a step a change, one band over the other, each with its name where it has room. */
export function timelineChart(chart: TimelineChart): Drawing {
  const { divisor } = axisUnit(chart.cards);
  const end = Math.max(chart.hours, chart.idealHours);
  return {
    type: "line",
    data: {
      datasets: chart.bands.map(({ label, colour, steps }, index) => ({
        label: shortened(label, LONGEST_IN_LEGEND),
        data: onAllSteps(chart, steps).map(({ hours, cards }) => ({ x: hours, y: cards / divisor })),
        stepped: "before" as const,
        fill: index === 0 ? "origin" : "-1",
        backgroundColor: colourAt(colour),
        borderColor: PAPER,
        borderWidth: 0.8,
        pointRadius: 0,
        pointHitRadius: 6,
      })),
    },
    options: {
      clip: false,
      layout: { padding: { top: 18, right: 4 } },
      scales: {
        x: {
          type: "linear",
          min: 0,
          max: end,
          border: baseline,
          grid: noLine,
          title: { display: true, text: "time since the start", align: "end", padding: 0, color: INK_2 },
          ticks: {
            padding: 4,
            maxRotation: 0,
            autoSkip: false,
            color: INK_2,
            callback: (value) => hourTicks(end).find((tick) => tick.value === Number(value))?.label ?? "",
          },
          afterBuildTicks: (axis) => {
            axis.ticks = hourTicks(end);
          },
        },
        y: {
          stacked: true,
          min: 0,
          max: chart.cards / divisor,
          border: noLine,
          grid,
          ticks: { padding: 6, maxTicksLimit: 5, color: INK_2 },
        },
      },
      plugins: {
        tooltip: { enabled: false },
        // For the bands that have no room for their name.
        legend: {
          display: true,
          position: "bottom",
          onClick: () => undefined,
          labels: { boxWidth: 8, boxHeight: 8, padding: 8, color: INK_2 },
        },
      },
    },
    plugins: [bandLabels(chart, divisor), ends(chart)],
  };
}

interface Step {
  readonly hours: number;
  readonly cards: number;
}

/** A band at every moment at which any band changes, because the drawing stacks bands point by point; each value holds until the next point. */
function onAllSteps({ bands }: TimelineChart, own: readonly Step[]): Step[] {
  const moments = [...new Set(bands.flatMap(({ steps }) => steps.map(({ hours }) => hours)))].sort((a, b) => a - b);
  let next = 0;
  let cards = 0;
  return moments.map((hours) => {
    for (let step = own[next]; step !== undefined && step.hours <= hours; step = own[next]) {
      cards = step.cards;
      next += 1;
    }
    return { hours, cards };
  });
}

/** Light bands have near black names, dark ones white; the pairs are the palette's own. */
const DARK = new Set(["#0072b2", "#1b1f23", "#009e73", "#d55e00"]);

/** The name of each band in its widest part, where it fits. */
function bandLabels(chart: TimelineChart, divisor: number): Plugin {
  return {
    id: "bandLabels",
    afterDatasetsDraw(drawn) {
      const { ctx } = drawn;
      const x = drawn.scales.x;
      const y = drawn.scales.y;
      if (x === undefined || y === undefined) return;
      ctx.font = fontOf(true);
      chart.bands.forEach((band, index) => {
        const width = ctx.measureText(band.label).width + 8;
        const room = roomFor(chart, index, (hours) => x.getPixelForValue(hours), width);
        if (room === null) return;
        const [bottom, top] = [room.below / divisor, (room.below + room.cards) / divisor];
        const [low, high] = [y.getPixelForValue(bottom), y.getPixelForValue(top)];
        if (low - high < LABEL_HEIGHT) return;
        const colour = DARK.has(colourAt(band.colour)) ? PAPER : INK;
        drawLabel(ctx, band.label, x.getPixelForValue(room.middle), (low + high) / 2, {
          align: "center",
          bold: true,
          colour,
        });
      });
    },
  };
}

const LABEL_HEIGHT = 14;

/** Where a band is highest over a stretch of `width`; null where it is nowhere so wide. */
function roomFor(chart: TimelineChart, index: number, pixelAt: (hours: number) => number, width: number) {
  const all = chart.bands.map(({ steps }) => steps);
  const moments = [...new Set(all.flatMap((steps) => steps.map(({ hours }) => hours)))].sort((a, b) => a - b);
  const at = (steps: readonly Step[], hours: number) => steps.findLast((step) => step.hours <= hours)?.cards ?? 0;
  const stretches = moments.slice(0, -1).map((hours) => ({
    hours,
    below: all.slice(0, index).reduce((sum, steps) => sum + at(steps, hours), 0),
    cards: at(all[index] ?? [], hours),
  }));
  let best: { readonly below: number; readonly cards: number; readonly middle: number } | null = null;
  for (let from = 0; from < stretches.length; from++) {
    let [below, above] = [0, Number.POSITIVE_INFINITY];
    for (let to = from; to < stretches.length; to++) {
      const one = stretches[to];
      if (one === undefined || one.cards <= 0) break;
      below = Math.max(below, one.below);
      above = Math.min(above, one.below + one.cards);
      if (above <= below) break;
      const [start, end] = [moments[from] ?? 0, moments[to + 1] ?? 0];
      if (pixelAt(end) - pixelAt(start) < width) continue;
      if (above - below > (best?.cards ?? 0)) best = { below, cards: above - below, middle: (start + end) / 2 };
      break;
    }
  }
  return best;
}

/** Where all ends, and where it would ideally. */
function ends({ hours, hoursText, idealHours, idealText }: TimelineChart): Plugin {
  return {
    id: "ends",
    afterDatasetsDraw(drawn) {
      const { ctx, chartArea } = drawn;
      const scheduled = line(drawn, hours, false);
      const ideal = line(drawn, idealHours, true);
      if (scheduled === null || ideal === null) return;
      ctx.font = fontOf(true);
      const text = `ideal ${idealText}`;
      const fits = scheduled - ideal > ctx.measureText(`scheduled ${hoursText}`).width + 8;
      drawLabel(ctx, `scheduled ${hoursText}`, scheduled, chartArea.top - 7, { align: "right", bold: true });
      const left = fits ? ideal : scheduled - ctx.measureText(`scheduled ${hoursText}`).width - 12;
      drawLabel(ctx, text, Math.min(ideal, left), chartArea.top - 7, { align: "right" });
    },
  };
}

function line({ ctx, chartArea, scales }: ChartJs, hours: number, dashed: boolean): number | null {
  const x = scales.x?.getPixelForValue(hours) ?? null;
  if (x === null) return null;
  ctx.save();
  if (dashed) ctx.setLineDash([3, 3]);
  drawLine(ctx, { x, y: chartArea.top - 1 }, { x, y: chartArea.bottom }, { colour: INK, width: 1.2 });
  ctx.restore();
  return x;
}
