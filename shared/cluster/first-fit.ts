/** A list of needs in which the first one that is small enough is found in logarithmic time: a binary tree of minima. */
export class FirstFit {
  private readonly leaves: number;
  private readonly least: Float64Array;

  constructor(length: number) {
    this.leaves = 2 ** Math.ceil(Math.log2(Math.max(length, 1)));
    this.least = new Float64Array(2 * this.leaves).fill(Number.POSITIVE_INFINITY);
  }

  /** Infinity takes the place out of the list. */
  set(place: number, need: number): void {
    let node = place + this.leaves;
    this.least[node] = need;
    for (node >>= 1; node > 0; node >>= 1) {
      const least = Math.min(this.least[2 * node] as number, this.least[2 * node + 1] as number);
      if (this.least[node] === least) return;
      this.least[node] = least;
    }
  }

  /** The first place from `from` on whose need is at most `room`; −1 where there is none. */
  next(from: number, room: number): number {
    if (from >= this.leaves) return -1;
    let node = from + this.leaves;
    // Up while the subtree has nothing, to the next one on the right; then down to its first.
    while (!((this.least[node] as number) <= room)) {
      while (node % 2 === 1) node >>= 1;
      if (node === 0) return -1;
      node++;
    }
    while (node < this.leaves) {
      node *= 2;
      if (!((this.least[node] as number) <= room)) node++;
    }
    return node - this.leaves;
  }
}
