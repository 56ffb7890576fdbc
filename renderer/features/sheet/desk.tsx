import IconButton from "@mui/material/IconButton";
import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Paper } from "../../../shared/contract/methods.ts";
import type { Figure } from "../../../shared/estimate/figure.ts";
import type { Sheet } from "../../../shared/sheet/sheet.ts";
import { ChartEvents, PRINT_PIXELS } from "../../charts/chart-events.ts";
import { FitWidth, Minus, Plus } from "../../components/icons.tsx";
import { useShortcuts } from "../../components/use-shortcuts.ts";
import { FigureTip } from "../../explain/figure-tip.tsx";
import { PageStyle } from "../../print/page-style.tsx";
import { paperSize } from "../../sheet/paper.ts";
import { type SheetPage, SheetPages } from "../../sheet/sheet-pages.tsx";
import { type Reading, standsAt } from "./stands-at.ts";
import { useFigureKeys } from "./use-figure-keys.ts";
import { larger, scaleOf, smaller, type Zoom } from "./zoom.ts";
import "./desk.css";

interface DeskProps {
  readonly sheet: Sheet;
  readonly paper: Paper;
  readonly desk: RefObject<HTMLDivElement | null>;
  readonly onPages: (pages: readonly SheetPage[]) => void;
  /** A mark of a chart was pressed. */
  readonly onChartFigure: (figure: Figure, canvas: HTMLCanvasElement) => void;
  /** The section and page at the upper edge, as the reader scrolls. */
  readonly onRead: (reading: Reading) => void;
  /** The reader moves the sheet by hand. */
  readonly onMove: () => void;
  readonly page: number;
  readonly pages: number;
}

/** The grey desk with the sheet's pages as they will be printed. */
export function Desk({ sheet, paper, desk, onPages, onChartFigure, onRead, onMove, page, pages }: DeskProps) {
  const [zoom, setZoom] = useState<Zoom>({ kind: "fit" });
  const width = useWidth(desk);
  const scale = scaleOf(zoom, width, paperSize(paper).width);
  useScrollKept(desk, scale);
  useFigureKeys(desk);
  useShortcuts({
    "Ctrl++": () => setZoom(larger(scale)),
    "Ctrl+=": () => setZoom(larger(scale)),
    "Ctrl+-": () => setZoom(smaller(scale)),
    "Ctrl+0": () => setZoom({ kind: "chosen", scale: 1 }),
  });

  const pixelRatio = Math.min(PRINT_PIXELS, window.devicePixelRatio * Math.max(1, scale));
  const charts = useMemo(() => ({ onFigure: onChartFigure, onDrawn: null, pixelRatio }), [onChartFigure, pixelRatio]);

  const read = () => {
    if (desk.current !== null) onRead(standsAt(desk.current));
  };

  return (
    <div className="desk">
      <section
        ref={desk}
        className="desk-scroll"
        onScroll={read}
        onWheel={onMove}
        onPointerDown={onMove}
        onKeyDown={onMove}
        aria-label="The sheet, page by page"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
        tabIndex={0}
      >
        <PageStyle sheet={sheet} paper={paper} />
        <article className="desk-pages on-paper" style={{ "--page-zoom": scale } as CSSProperties}>
          <ChartEvents value={charts}>
            <SheetPages sheet={sheet} paper={paper} onPages={onPages} />
          </ChartEvents>
        </article>
        <FigureTip within={desk} />
      </section>
      <div className="desk-controls">
        <fieldset className="zoom" aria-label="Size of the page">
          <IconButton aria-label="Smaller" title="Smaller, Ctrl −" onClick={() => setZoom(smaller(scale))}>
            <Minus size={14} />
          </IconButton>
          <button
            type="button"
            className="zoom-scale tabular"
            title="Full size, Ctrl 0"
            onClick={() => setZoom({ kind: "chosen", scale: 1 })}
          >
            {Math.round(scale * 100)} %
          </button>
          <IconButton aria-label="Larger" title="Larger, Ctrl +" onClick={() => setZoom(larger(scale))}>
            <Plus size={14} />
          </IconButton>
          <IconButton
            aria-label="Fit the page to the window"
            title="Fit the page to the window"
            aria-pressed={zoom.kind === "fit"}
            onClick={() => setZoom({ kind: "fit" })}
          >
            <FitWidth size={14} />
          </IconButton>
        </fieldset>
        {pages > 0 && (
          <div className="desk-page">
            Page {page} of {pages}
          </div>
        )}
      </div>
    </div>
  );
}

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    setWidth(watched.clientWidth);
    const observer = new ResizeObserver(() => setWidth(watched.clientWidth));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** What was at the upper edge stays there when the scale changes. */
function useScrollKept(element: RefObject<HTMLElement | null>, scale: number): void {
  const before = useRef({ scale, top: 0 });
  useEffect(() => {
    const scrolled = element.current;
    if (scrolled === null) return;
    const keep = () => {
      before.current.top = scrolled.scrollTop;
    };
    scrolled.addEventListener("scroll", keep, { passive: true });
    return () => scrolled.removeEventListener("scroll", keep);
  }, [element]);
  useLayoutEffect(() => {
    const { scale: old, top } = before.current;
    before.current.scale = scale;
    if (old !== scale && element.current !== null) element.current.scrollTop = (top * scale) / old;
  }, [element, scale]);
}
