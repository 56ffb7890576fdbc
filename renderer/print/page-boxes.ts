/** The `@page` rule of a sheet: size, margins, running head and foot, "Page 2 of 5". */
import type { Paper } from "../../shared/contract/methods.ts";
import type { Sheet } from "../../shared/sheet/sheet.ts";
import { MARGIN, paperSize } from "../sheet/paper.ts";

/** Longer titles are cut in the running head; the first page has them whole. */
const LONGEST_TITLE = 88;

/** What two lines hold beside the number of the page. */
const LONGEST_FOOT = 200;

export function pageBoxes(sheet: Pick<Sheet, "kind" | "title" | "foot">, paper: Paper): string {
  const title = sheet.title.length > LONGEST_TITLE ? `${sheet.title.slice(0, LONGEST_TITLE - 1)}…` : sheet.title;
  const text = 'font: 400 10.5px/14px Inter, sans-serif; font-feature-settings: "cv05", "ss03"; color: #49525c;';
  const head = `${text} white-space: nowrap; vertical-align: bottom; padding-bottom: 7px; margin-bottom: 21px; border-bottom: 1px solid #e4e6e8;`;
  // The foot takes a second line where it is long: what it says of the plan and its number of the page stand on every page.
  const foot = `${text} vertical-align: top; padding-top: 6px; margin-top: 20px; border-top: 1px solid #e4e6e8;`;
  return `@page {
  size: ${paperSize(paper).css};
  margin: ${MARGIN.top}px ${MARGIN.side}px ${MARGIN.bottom}px;
  @top-left { content: ${cssString(sheet.kind)}; text-align: left; ${head} }
  @top-right { content: ${cssString(title)}; text-align: right; ${head} }
  @bottom-left { content: ${cssString(footOf(sheet.foot))}; text-align: left; ${foot} }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); text-align: right; white-space: nowrap; padding-left: 12px; ${foot} }
}`;
}

/** Two lines of it: a longer one, of a plan with a long name, loses its middle, and keeps its beginning and its fingerprint. */
const footOf = (foot: string): string =>
  foot.length <= LONGEST_FOOT ? foot : `${foot.slice(0, LONGEST_FOOT / 2 - 1)}…${foot.slice(-LONGEST_FOOT / 2)}`;

/** A CSS string: quotes, backslashes and line ends cannot end it. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\\p{Cc}<]/gu, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `)}"`;
}
