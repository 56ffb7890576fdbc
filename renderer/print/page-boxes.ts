/** The `@page` rule of a sheet: size, margins, running head and foot, "Page 2 of 5". */
import type { Paper } from "../../shared/contract/methods.ts";
import type { Sheet } from "../../shared/sheet/sheet.ts";
import { MARGIN, paperSize } from "../sheet/paper.ts";

/** Longer titles are cut in the running head; the first page has them whole. */
const LONGEST_TITLE = 88;

/** A longer foot is set smaller, so that it does not run into the number of the page. */
const LONGEST_FOOT = 96;
const SIZE = 10.5;
const SMALLEST = 7;

/** Size of the running foot in px. */
const footSize = (foot: string): number =>
  Math.max(SMALLEST, Math.floor(2 * SIZE * Math.min(1, LONGEST_FOOT / foot.length)) / 2);

export function pageBoxes(sheet: Pick<Sheet, "kind" | "title" | "foot">, paper: Paper): string {
  const title = sheet.title.length > LONGEST_TITLE ? `${sheet.title.slice(0, LONGEST_TITLE - 1)}…` : sheet.title;
  const text = (size: number) =>
    `font: 400 ${size}px/14px Inter, sans-serif; font-feature-settings: "cv05", "ss03"; color: #49525c; white-space: nowrap;`;
  const head = `${text(SIZE)} vertical-align: bottom; padding-bottom: 7px; margin-bottom: 21px; border-bottom: 1px solid #e4e6e8;`;
  const foot = `${text(footSize(sheet.foot))} vertical-align: top; padding-top: 6px; margin-top: 20px; border-top: 1px solid #e4e6e8;`;
  return `@page {
  size: ${paperSize(paper).css};
  margin: ${MARGIN.top}px ${MARGIN.side}px ${MARGIN.bottom}px;
  @top-left { content: ${cssString(sheet.kind)}; text-align: left; ${head} }
  @top-right { content: ${cssString(title)}; text-align: right; ${head} }
  @bottom-left { content: ${cssString(sheet.foot)}; text-align: left; ${foot} }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); text-align: right; ${foot} }
}`;
}

/** A CSS string: quotes, backslashes and line ends cannot end it. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\\p{Cc}<]/gu, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `)}"`;
}
