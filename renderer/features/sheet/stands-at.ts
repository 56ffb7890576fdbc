/** Where on the sheet the reader is. */
export interface Reading {
  readonly section: string;
  readonly page: number;
}

/** Below the desk's upper edge; what has passed it is being read. */
const READING_LINE = 80;

/**
 * The section and page at the reading line. The line stands near the desk's upper edge and sinks to its lower edge at the
 * very end of the sheet, so that the last sections can be reached too. Of sections side by side the left one counts.
 */
export function standsAt(desk: HTMLElement): Reading {
  const { top, height } = desk.getBoundingClientRect();
  const way = desk.scrollHeight - desk.clientHeight;
  const progress = way > 0 ? desk.scrollTop / way : 0;
  const line = top + READING_LINE + (height - READING_LINE) * progress ** 4;
  const isAbove = (found: HTMLElement) => found.getBoundingClientRect().top <= line;
  const pages = [...desk.querySelectorAll<HTMLElement>("[data-page]")];
  const at = Math.max(0, pages.findLastIndex(isAbove));
  // Pages out of sight are not laid out; of those before this one only the last section is needed, by order.
  const above = [...(pages[at]?.querySelectorAll<HTMLElement>("[data-section]") ?? [])].filter(isAbove);
  const lowest = Math.max(...above.map((section) => section.getBoundingClientRect().top));
  const before = pages[at - 1]?.querySelectorAll<HTMLElement>("[data-section]");
  const section =
    above.find((found) => found.getBoundingClientRect().top >= lowest - 1) ?? (before && [...before].at(-1));
  return { section: section?.dataset.section ?? "opening", page: at + 1 };
}
