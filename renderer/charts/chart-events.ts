/** Who wants to know what happens on the charts of a sheet. */
import { createContext } from "react";
import type { Figure } from "../../shared/estimate/figure.ts";

/** A canvas is a picture of its own pixels: paper needs three for each of the page's. */
export const PRINT_PIXELS = 3;

export interface ChartListeners {
  /** A mark was pressed. Null on paper. */
  readonly onFigure: ((figure: Figure, canvas: HTMLCanvasElement) => void) | null;
  /** Pixels of the canvas for each of the page's. */
  readonly pixelRatio: number;
  /** A chart stands on its canvas for the first time. */
  readonly onDrawn: (() => void) | null;
}

export const ChartEvents = createContext<ChartListeners>({ onFigure: null, onDrawn: null, pixelRatio: PRINT_PIXELS });
