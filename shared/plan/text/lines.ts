/** A place for people: both count from 1; a column is one UTF-16 unit, as editors count. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** The line and column of a character offset of `text`; lines end with \n, \r\n or \r. */
export type LineIndex = (offset: number) => LineColumn;

/**
 * Builds the index once, so that each look-up is a binary search.
 *
 * @example lineIndex("a: 1\nb: 2")(8) // {line: 2, column: 4}
 */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) starts.push(at + 1);
  }
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
