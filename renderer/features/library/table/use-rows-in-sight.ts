import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState } from "react";

/** Up to so many rows are all in the page: the browser's own search finds them, and their heights need not be guessed. */
const MOST_IN_PAGE = 100;
const ROW_HEIGHT = 34;

export interface RowsInSight {
  /** Indices of the rows that are in the page. */
  readonly indices: readonly number[];
  /** Heights of what is left out above and below, in px. */
  readonly above: number;
  readonly below: number;
  /** Of every row that is in the page: its height is that which it has. */
  readonly measure: ((row: HTMLElement | null) => void) | undefined;
  readonly isLong: boolean;
}

/** The rows of a long table that are in sight, in the element that scrolls it; all rows of a short one. */
export function useRowsInSight(count: number, body: RefObject<HTMLElement | null>, scroller: string): RowsInSight {
  const [margin, setMargin] = useState(0);
  const isLong = count > MOST_IN_PAGE;
  const scrollElement = () => body.current?.closest<HTMLElement>(scroller) ?? null;
  // What stands above the rows grows and shrinks: filters, a message.
  useLayoutEffect(() => {
    const outer = scrollElement();
    if (!isLong || outer === null || body.current === null) return;
    const top = body.current.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop;
    if (Math.abs(top - margin) > 1) setMargin(top);
  });
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: isLong ? count : 0,
    getScrollElement: scrollElement,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollMargin: margin,
  });
  if (!isLong)
    return {
      indices: Array.from({ length: count }, (_, index) => index),
      above: 0,
      below: 0,
      measure: undefined,
      isLong,
    };
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  return {
    indices: items.map(({ index }) => index),
    above: first === undefined ? 0 : first.start - margin,
    below: last === undefined ? 0 : virtualizer.getTotalSize() - (last.end - margin),
    measure: virtualizer.measureElement,
    isLong,
  };
}
