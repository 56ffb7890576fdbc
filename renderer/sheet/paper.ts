/** Sizes of the pages, in CSS pixels (96 to the inch) as screen and printer both count them. */
import type { Paper } from "../../shared/contract/methods.ts";

export interface PaperSize {
  readonly name: string;
  /** As CSS's `@page size` calls it. */
  readonly css: string;
  readonly width: number;
  readonly height: number;
  readonly contentWidth: number;
  readonly contentHeight: number;
}

/** The same on every paper; print.css prints within the same box. */
export const MARGIN = { top: 90, side: 64, bottom: 76 } as const;

/** Space between two sections side by side. */
export const COLUMN_GAP = 36;

const MILLIMETRE = 96 / 25.4;
const INCH = 96;

function size(name: string, css: string, width: number, height: number): PaperSize {
  return {
    name,
    css,
    width,
    height,
    contentWidth: width - 2 * MARGIN.side,
    contentHeight: Math.floor(height - MARGIN.top - MARGIN.bottom),
  };
}

const sizes: Readonly<Record<Paper, PaperSize>> = {
  a4: size("A4", "A4", 210 * MILLIMETRE, 297 * MILLIMETRE),
  letter: size("Letter", "letter", 8.5 * INCH, 11 * INCH),
};

export const paperSize = (paper: Paper): PaperSize => sizes[paper];
