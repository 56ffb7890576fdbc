/** How many runs under one limit go on over time; runs may be added at any time. */
export class LimitUse {
  private readonly most: number;
  /** Moments at which the number changes, and from each of them on the number. */
  private readonly moments: number[] = [0];
  private readonly going: number[] = [0];

  constructor(most: number) {
    this.most = most;
  }

  /** Runs that may still be added over all of a time. */
  room(from: number, to: number): number {
    let most = 0;
    for (let at = this.placeOf(from); at < this.moments.length && (this.moments[at] as number) < to; at++) {
      most = Math.max(most, this.going[at] as number);
    }
    return this.most - most;
  }

  add(from: number, to: number, runs: number): void {
    const [first, last] = [this.cut(from), this.cut(to)];
    for (let at = first; at < last; at++) this.going[at] = (this.going[at] as number) + runs;
  }

  /** The last moment that is not after a time. */
  private placeOf(time: number): number {
    let [low, high] = [0, this.moments.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.moments[middle] as number) <= time) low = middle;
      else high = middle;
    }
    return low;
  }

  /** A moment at a time, put in where there is none. */
  private cut(time: number): number {
    const at = this.placeOf(time);
    if (this.moments[at] === time) return at;
    this.moments.splice(at + 1, 0, time);
    this.going.splice(at + 1, 0, this.going[at] as number);
    return at + 1;
  }
}
