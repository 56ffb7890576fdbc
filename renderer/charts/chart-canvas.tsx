import type { ActiveElement, ChartEvent, Chart as ChartJs, Plugin } from "chart.js";
import { type RefObject, useContext, useEffect, useMemo, useRef } from "react";
import { Chart as ReactChart } from "react-chartjs-2";
import type { Figure } from "../../shared/estimate/figure.ts";
import type { Chart } from "../../shared/sheet/sheet.ts";
import { barsChart } from "./bars-chart.ts";
import { ChartEvents, PRINT_PIXELS } from "./chart-events.ts";
import type { Drawing } from "./drawing.ts";
import { rangesChart } from "./ranges-chart.ts";
import { timeChart } from "./time-chart.ts";
import { timelineChart } from "./timeline-chart.ts";
import { tornadoChart } from "./tornado-chart.ts";
import "./set-up.ts";

interface ChartCanvasProps {
  readonly chart: Chart;
  readonly label: string;
  readonly width: number;
  readonly height: number;
}

/** Draws one chart of the sheet with Chart.js; its marks can be pressed where somebody listens. */
export function ChartCanvas({ chart, label, width, height }: ChartCanvasProps) {
  const { onFigure, onDrawn, pixelRatio } = useContext(ChartEvents);
  const drawn = useRef<ChartJs>(null);
  usePixelRatio(drawn, pixelRatio);
  const { type, data, options, plugins } = useMemo(() => drawingOf(chart, width), [chart, width]);
  const announced = useMemo(() => announce(onDrawn), [onDrawn]);
  const interactive = useMemo(
    () => (onFigure === null ? { events: [] } : { onClick: press(onFigure, chart), onHover: point(chart) }),
    [onFigure, chart],
  );
  // What a drawing writes beside its marks is made for one chart; Chart.js would carry it over to the next.
  const key = useMemo(() => JSON.stringify(chart), [chart]);
  return (
    <ReactChart
      key={key}
      ref={drawn}
      type={type}
      data={data}
      options={{ ...options, ...interactive, devicePixelRatio: pixelRatio }}
      plugins={[...plugins, announced]}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    />
  );
}

/** As sharp as the screen while it is looked at, as sharp as paper while it is printed. */
function usePixelRatio(chart: RefObject<ChartJs | null>, pixelRatio: number): void {
  useEffect(() => {
    const draw = (ratio: number) => {
      if (chart.current === null) return;
      chart.current.options.devicePixelRatio = ratio;
      chart.current.resize(chart.current.width, chart.current.height);
    };
    const forPaper = () => draw(PRINT_PIXELS);
    const forScreen = () => draw(pixelRatio);
    forScreen();
    addEventListener("beforeprint", forPaper);
    addEventListener("afterprint", forScreen);
    return () => {
      removeEventListener("beforeprint", forPaper);
      removeEventListener("afterprint", forScreen);
    };
  }, [chart, pixelRatio]);
}

function drawingOf(chart: Chart, width: number): Drawing {
  switch (chart.kind) {
    case "bars":
      return barsChart(chart, width);
    case "time":
      return timeChart(chart);
    case "ranges":
      return rangesChart(chart, width);
    case "tornado":
      return tornadoChart(chart);
    case "timeline":
      return timelineChart(chart);
  }
}

function announce(onDrawn: (() => void) | null): Plugin {
  let first = true;
  return {
    id: "announce",
    afterDraw() {
      if (first) onDrawn?.();
      first = false;
    },
  };
}

const press =
  (onFigure: (figure: Figure, canvas: HTMLCanvasElement) => void, chart: Chart) =>
  (_: ChartEvent, elements: ActiveElement[], drawn: ChartJs) => {
    const figure = figureAt(chart, elements[0]?.index ?? -1);
    if (figure !== null) onFigure(figure, drawn.canvas);
  };

const point = (chart: Chart) => (_: ChartEvent, elements: ActiveElement[], drawn: ChartJs) => {
  drawn.canvas.style.cursor = figureAt(chart, elements[0]?.index ?? -1) === null ? "" : "pointer";
};

function figureAt(chart: Chart, index: number): Figure | null {
  switch (chart.kind) {
    case "bars":
      return chart.bars[index]?.figure ?? null;
    case "time":
      return chart.marks[index]?.figure ?? null;
    case "timeline":
      return index < 0 ? null : chart.figure;
    case "ranges":
    case "tornado":
      return chart.rows[index]?.figure ?? null;
  }
}
