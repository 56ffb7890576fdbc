/**
 * The known word that was probably meant, or undefined when none is close enough to be worth suggesting.
 *
 * Closeness is the Damerau-Levenshtein distance in its restricted form (optimal string alignment): the fewest
 * insertions, deletions, substitutions and swaps of neighbours, none of them inside another. Letter case does not
 * count. One slip is allowed for every three letters of the longer word, at least one; of equals the first known word
 * wins.
 *
 * @example nearest("learningrate", ["learningRate", "layers"]) // "learningRate"
 * @example nearest("haeds", ["width", "heads"])                // "heads"
 * @example nearest("colour", ["width", "heads"])               // undefined
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const allowed = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
    // Words whose lengths alone differ by more cannot be close: this keeps a hostile, very long key cheap.
    if (Math.abs(word.length - candidate.length) > allowed) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= allowed && distance < Math.min(bestDistance, longer(word, candidate))) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

const longer = (a: string, b: string) => Math.max(a.length, b.length);

/** The fewest single-letter edits and swaps of neighbours that turn `a` into `b`. */
function editDistance(a: string, b: string): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = at(above, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let fewest = Math.min(at(above, j) + 1, at(row, j - 1) + 1, substituted);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        fewest = Math.min(fewest, at(twoAbove, j - 2) + 1);
      }
      row.push(fewest);
    }
    twoAbove = above;
    above = row;
  }
  return at(above, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
