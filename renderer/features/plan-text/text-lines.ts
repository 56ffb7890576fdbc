/** A text as its lines, with the offset at which each begins. */
export interface TextLines {
  readonly lines: readonly string[];
  readonly starts: readonly number[];
}

export function linesOf(text: string): TextLines {
  const lines = text.split("\n");
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  return { lines, starts };
}

/**
 * Where a line of the text that was checked (from 1) stands in the text as it is now; null when it was changed or is
 * gone. A line is found at its old place, or moved by as many lines as were added or removed in all.
 */
export function lineNow(checked: TextLines, current: TextLines, line: number): number | null {
  const text = checked.lines[line - 1];
  if (text === undefined) return null;
  const moved = line + current.lines.length - checked.lines.length;
  if (current.lines[line - 1] === text) return line;
  return current.lines[moved - 1] === text ? moved : null;
}
