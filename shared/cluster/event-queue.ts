/** Things that end, the first end first; of equal ends, the one that was put in first. A binary heap. */
export class EventQueue<T extends { readonly to: number }> {
  private readonly items: T[] = [];
  private readonly turns: number[] = [];
  private turn = 0;

  get length(): number {
    return this.items.length;
  }

  /** The first end; Infinity where nothing goes on. */
  get first(): number {
    return this.items[0]?.to ?? Number.POSITIVE_INFINITY;
  }

  push(item: T): void {
    let at = this.items.length;
    const turn = this.turn++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.items[parent] as T).to <= item.to) break;
      this.put(at, this.items[parent] as T, this.turns[parent] as number);
      at = parent;
    }
    this.put(at, item, turn);
  }

  pop(): T | undefined {
    const top = this.items[0];
    const last = this.items.pop();
    const turn = this.turns.pop() as number;
    if (last === undefined || top === undefined || this.items.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.items.length) break;
      if (child + 1 < this.items.length && this.goesBefore(child + 1, child)) child++;
      const below = this.items[child] as T;
      if (below.to > last.to || (below.to === last.to && (this.turns[child] as number) > turn)) break;
      this.put(at, below, this.turns[child] as number);
      at = child;
    }
    this.put(at, last, turn);
    return top;
  }

  private goesBefore(a: number, b: number): boolean {
    const [first, second] = [this.items[a] as T, this.items[b] as T];
    return first.to < second.to || (first.to === second.to && (this.turns[a] as number) < (this.turns[b] as number));
  }

  private put(at: number, item: T, turn: number): void {
    this.items[at] = item;
    this.turns[at] = turn;
  }
}
