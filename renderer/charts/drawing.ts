/** What a kind of chart hands to Chart.js, and the few strokes that all kinds share. */
import type { ChartData, ChartOptions, Plugin } from "chart.js";
import { HAIRLINE, INK, INK_2, MARK } from "./palette.ts";
import { shortened } from "./scale.ts";
import { FONT, LABEL_SIZE } from "./set-up.ts";

export interface Drawing {
  readonly type: "bar" | "line";
  readonly data: ChartData;
  readonly options: ChartOptions;
  readonly plugins: readonly Plugin[];
}

export interface LabelStyle {
  readonly align: CanvasTextAlign;
  readonly baseline?: CanvasTextBaseline;
  readonly bold?: boolean;
  readonly colour?: string;
}

/** A label beside a mark, with a thin edge of paper so that no grid line runs through it. */
export function drawLabel(context: CanvasRenderingContext2D, text: string, x: number, y: number, style: LabelStyle) {
  context.save();
  context.font = fontOf(style.bold === true);
  context.textAlign = style.align;
  context.textBaseline = style.baseline ?? "middle";
  context.fillStyle = style.colour ?? (style.bold === true ? INK : INK_2);
  context.fillText(text, x, y);
  context.restore();
}

/** As much of a text as is so wide in a label's font, with a sign that there is more. */
export function fitted(context: CanvasRenderingContext2D, text: string, width: number): string {
  context.font = fontOf(false);
  let most = text.length;
  while (most > 1 && context.measureText(shortened(text, most)).width > width) most -= 1;
  return shortened(text, most);
}

export const fontOf = (bold: boolean): string => `${bold ? 600 : 400} ${LABEL_SIZE}px ${FONT}`;

export function drawLine(
  context: CanvasRenderingContext2D,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  { colour, width }: { readonly colour: string; readonly width: number },
) {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
  context.restore();
}

export const grid = { color: HAIRLINE, lineWidth: 0.8, drawTicks: false } as const;
export const baseline = { color: MARK, width: 1 } as const;
export const noLine = { display: false } as const;
