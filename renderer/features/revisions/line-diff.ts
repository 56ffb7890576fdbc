/** Two texts line by line: which lines went and which came. Pure. */

export interface DiffLine {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
  /** Counted from 1; null on the side where the line is not. */
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * The fewest lines to remove and add (Myers 1986, "An O(ND) difference algorithm"), those that go before those that come. Beyond
 * `mostChanges` of them everything between the first and the last changed line counts as changed: nobody reads more, and the search
 * takes their square.
 */
export function lineDiff(before: string, after: string, mostChanges = 2_000): DiffLine[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const kept = commonLines(middleA, middleB, mostChanges);

  const lines: DiffLine[] = [];
  let [x, y] = [0, 0];
  const same = () => {
    lines.push({ kind: "same", text: a[x] ?? "", before: x + 1, after: y + 1 });
    x += 1;
    y += 1;
  };
  const differUntil = (toX: number, toY: number) => {
    for (; x < toX; x += 1) lines.push({ kind: "removed", text: a[x] ?? "", before: x + 1, after: null });
    for (; y < toY; y += 1) lines.push({ kind: "added", text: b[y] ?? "", before: null, after: y + 1 });
  };
  while (x < start) same();
  for (const [keptX, keptY] of kept) {
    differUntil(start + keptX, start + keptY);
    same();
  }
  differUntil(a.length - end, b.length - end);
  while (x < a.length) same();
  return lines;
}

/** Lines without their ends; the end of the last line is no line of its own. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Pairs of places that stay, in order. */
function commonLines(a: readonly string[], b: readonly string[], most: number): (readonly [number, number])[] {
  const limit = Math.min(a.length + b.length, most);
  const offset = limit + 1;
  /** For each diagonal x − y, how far along a the search has come. */
  let furthest = new Int32Array(2 * limit + 3);
  const trail: Int32Array[] = [];
  for (let changes = 0; changes <= limit; changes += 1) {
    trail.push(furthest.slice());
    const next = furthest.slice();
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = startOn(furthest, diagonal, changes, offset);
      let y = x - diagonal;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      next[diagonal + offset] = x;
      if (x >= a.length && y >= b.length) return walkBack(trail, a.length, b.length, offset);
    }
    furthest = next;
  }
  return [];
}

/** Where the search enters a diagonal: from above, by a line that came, or from the left, by one that went. */
function startOn(furthest: Int32Array, diagonal: number, changes: number, offset: number): number {
  const below = furthest[diagonal + 1 + offset] ?? 0;
  const above = (furthest[diagonal - 1 + offset] ?? 0) + 1;
  return diagonal === -changes || (diagonal !== changes && above - 1 < below) ? below : above;
}

function walkBack(trail: readonly Int32Array[], endX: number, endY: number, offset: number): [number, number][] {
  const kept: [number, number][] = [];
  let [x, y] = [endX, endY];
  for (let changes = trail.length - 1; changes >= 0; changes -= 1) {
    const furthest = trail[changes];
    if (furthest === undefined) break;
    const diagonal = x - y;
    const enteredAt = changes === 0 ? 0 : startOn(furthest, diagonal, changes, offset);
    const entered = Math.max(0, enteredAt);
    while (x > entered && y > entered - diagonal && x > 0 && y > 0) {
      x -= 1;
      y -= 1;
      kept.push([x, y]);
    }
    if (changes === 0) break;
    const cameFromAbove =
      diagonal === -changes ||
      (diagonal !== changes && (furthest[diagonal - 1 + offset] ?? 0) < (furthest[diagonal + 1 + offset] ?? 0));
    if (cameFromAbove) y -= 1;
    else x -= 1;
  }
  return kept.reverse();
}

export interface DiffHunk {
  /** Lines left out before it. */
  readonly skipped: number;
  readonly lines: readonly DiffLine[];
}

/** The changed lines with up to `context` equal ones around them; what lies further off is left out and counted. */
export function hunksOf(
  lines: readonly DiffLine[],
  context = 3,
): { readonly hunks: DiffHunk[]; readonly skippedAtEnd: number } {
  const near = lines.map(() => false);
  lines.forEach(({ kind }, index) => {
    if (kind === "same") return;
    for (let at = Math.max(0, index - context); at <= Math.min(lines.length - 1, index + context); at += 1)
      near[at] = true;
  });
  const hunks: { skipped: number; lines: DiffLine[] }[] = [];
  let skipped = 0;
  lines.forEach((line, index) => {
    if (near[index] !== true) {
      skipped += 1;
      return;
    }
    const last = hunks.at(-1);
    if (last === undefined || skipped > 0) hunks.push({ skipped, lines: [line] });
    else last.lines.push(line);
    skipped = 0;
  });
  return { hunks, skippedAtEnd: skipped };
}
