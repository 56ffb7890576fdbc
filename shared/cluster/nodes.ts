/** Nodes in the same state: what runs in one of them runs in each. */
interface Group {
  nodes: number;
  free: number;
  /** Cards of a node when it is empty. */
  readonly size: number;
  /** Where it stands among the groups of the same `free`. */
  place: number;
  /** The batches that have runs in it. */
  batches: Batch[];
}

/** Runs of one job that started together and end together. */
export interface Batch {
  readonly task: number;
  readonly from: number;
  readonly to: number;
  /** Runs at once. */
  readonly runs: number;
  /** How many times they follow one another until `to`. */
  readonly waves: number;
  /** Whole nodes that the runs hold. */
  wholeNodes: number;
  /** The groups of nodes that it shares with others, and its cards in each node of a group. */
  readonly shares: { readonly group: Group; readonly cards: number }[];
}

/**
 * Which cards are free just now. A run of fewer cards than a node has sits inside one node, in the fullest one that takes it; a
 * run of more takes whole nodes that are empty. The cards beyond the last whole node are a small node of their own, which
 * never counts as a whole one.
 *
 * Equal nodes are kept as one group with a count, and a group is split when only some of its nodes get a run.
 */
export class Nodes {
  /** Whole nodes with nothing in them. */
  empty: number;
  private readonly size: number;
  /** By free cards; full nodes and empty ones are not in it. */
  private readonly partly: Group[][];
  private highest = 0;

  constructor(cards: number, size: number) {
    this.empty = Math.floor(cards / size);
    this.size = size;
    this.partly = Array.from({ length: size }, () => []);
    const rest = cards % size;
    if (rest > 0) this.file({ nodes: 1, free: rest, size: rest, place: 0, batches: [] });
  }

  /** The largest run of fewer cards than a node that would fit. */
  mostInOneNode(): number {
    if (this.empty > 0) return this.size;
    while (this.highest > 0 && this.partly[this.highest]?.length === 0) this.highest--;
    return this.highest;
  }

  /** How many runs of `cards`, fewer than a node has, would fit; never more than `most`. */
  roomFor(cards: number, most: number): number {
    let room = this.empty * Math.floor(this.size / cards);
    for (let free = cards; free < this.size && room < most; free++) {
      for (const group of this.partly[free] as Group[]) room += group.nodes * Math.floor(free / cards);
    }
    return Math.min(room, most);
  }

  /** Puts the runs of a batch, each of `cards` within a node, where there is room for them all. */
  place(batch: Batch, cards: number): void {
    let left = batch.runs;
    for (let free = cards; free < this.size && left > 0; free++) {
      const groups = this.partly[free] as Group[];
      while (left > 0) {
        const group = groups.at(-1);
        if (group === undefined) break;
        left -= this.fill(group, batch, cards, left);
      }
    }
    while (left > 0) {
      const inEach = Math.floor(this.size / cards);
      const nodes = Math.max(Math.floor(left / inEach), 1);
      this.empty -= nodes;
      const group: Group = { nodes, free: this.size, size: this.size, place: -1, batches: [] };
      left -= this.fill(group, batch, cards, left);
    }
  }

  /** Takes the runs of a batch away, after its end. */
  release(batch: Batch): void {
    this.empty += batch.wholeNodes;
    for (const { group, cards } of batch.shares) {
      this.unfile(group);
      group.free += cards;
      const at = group.batches.indexOf(batch);
      group.batches[at] = group.batches[group.batches.length - 1] as Batch;
      group.batches.pop();
      if (group.free === this.size) this.empty += group.nodes;
      else this.file(group);
    }
  }

  /** Fills some nodes of a group, splitting off the others; the number of runs that went in. */
  private fill(group: Group, batch: Batch, cards: number, runs: number): number {
    this.unfile(group);
    const inEach = Math.min(Math.floor(group.free / cards), runs);
    const nodes = Math.min(Math.floor(runs / inEach), group.nodes);
    if (nodes < group.nodes) this.file(this.split(group, group.nodes - nodes));
    group.free -= inEach * cards;
    group.batches.push(batch);
    batch.shares.push({ group, cards: inEach * cards });
    this.file(group);
    return inEach * nodes;
  }

  /** Some nodes of a group as a group of their own; every batch in them is in both from now on. */
  private split(group: Group, nodes: number): Group {
    group.nodes -= nodes;
    const other: Group = { ...group, nodes, place: -1, batches: group.batches.slice() };
    for (const batch of other.batches) {
      const share = batch.shares.find((one) => one.group === group);
      if (share !== undefined) batch.shares.push({ group: other, cards: share.cards });
    }
    return other;
  }

  private file(group: Group): void {
    if (group.free === 0) {
      group.place = -1;
      return;
    }
    const groups = this.partly[group.free] as Group[];
    group.place = groups.length;
    groups.push(group);
    if (group.free > this.highest) this.highest = group.free;
  }

  private unfile(group: Group): void {
    if (group.place < 0) return;
    const groups = this.partly[group.free] as Group[];
    const last = groups.pop() as Group;
    if (last !== group) {
      groups[group.place] = last;
      last.place = group.place;
    }
    group.place = -1;
  }
}
