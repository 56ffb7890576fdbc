import type { Allotment } from "./allotment.ts";
import type { Stretch } from "./best.ts";
import { DepthBuckets } from "./depth-buckets.ts";
import { LimitUse } from "./limit-use.ts";
import { MOMENT } from "./moment.ts";
import type { Site, Task } from "./site.ts";

/** Nodes that are in use until the same times: cards of each, and from when on they are free, the earliest first. */
interface Group {
  nodes: number;
  /** Whether a run of whole nodes may take them; the cards beyond the last whole node are none. */
  readonly isWhole: boolean;
  readonly cards: readonly number[];
  readonly free: readonly number[];
}

/**
 * Packs runs that wait for nothing into the time up to a deadline: each run goes where cards are free latest among those that still end it
 * in time (best fit decreasing, Johnson 1973; for schedules, MULTIFIT of Coffman, Garey and Johnson 1978). The widest come first, of
 * equally wide ones the longest, so that what is short and narrow fills what is left.
 *
 * Runs of one task that get equal cards are placed together, as many after one another as end in time: the work is that of tasks, not of runs.
 *
 * @param allotments by task
 * @returns null where some run does not end by the deadline
 */
export function packInColumns(site: Site, allotments: readonly Allotment[], deadline: number): Stretch[] | null {
  return new Columns(site, allotments, deadline).pack();
}

class Columns {
  private readonly site: Site;
  private readonly allotments: readonly Allotment[];
  private readonly deadline: number;
  private readonly size: number;
  private readonly groups: Group[] = [];
  private readonly buckets: DepthBuckets;
  private readonly limits: LimitUse[];
  private readonly stretches: Stretch[] = [];
  /** The shortest run: cards that are free for less are of no use. */
  private readonly shortest: number;
  /** Cards of a run that groups are filed for just now: whole nodes count as one node. */
  private width = 0;
  /** When such a run starts at the latest, and groups that are free later than that only. */
  private latest = 0;
  private late: number[] = [];

  constructor(site: Site, allotments: readonly Allotment[], deadline: number) {
    this.site = site;
    this.allotments = allotments;
    const { cards, cardsPerNode: size } = site.machine;
    this.size = size;
    this.deadline = deadline * (1 + MOMENT);
    this.buckets = new DepthBuckets(deadline);
    this.limits = site.limits.map((most) => new LimitUse(most));
    this.shortest = allotments.reduce((least, { hours }) => Math.min(least, hours), Number.POSITIVE_INFINITY);
    const [nodes, rest] = [Math.floor(cards / size), cards % size];
    if (nodes > 0) this.groups.push({ nodes, isWhole: true, cards: [size], free: [0] });
    if (rest > 0) this.groups.push({ nodes: 1, isWhole: false, cards: [rest], free: [0] });
  }

  pack(): Stretch[] | null {
    const order = Int32Array.from(this.allotments.keys()).sort((a, b) => {
      const [one, other] = [this.allotments[a] as Allotment, this.allotments[b] as Allotment];
      return other.held - one.held || other.hours - one.hours || a - b;
    });
    for (const task of order) if (!this.place(task)) return null;
    return this.stretches;
  }

  private place(index: number): boolean {
    const { count, limit } = this.site.tasks[index] as Task;
    const { held, hours } = this.allotments[index] as Allotment;
    this.fileFor(Math.min(held, this.size), this.deadline - hours);
    const nodes = held <= this.size ? 1 : held / this.size;
    const use = limit === null ? null : (this.limits[limit] as LimitUse);
    for (let left = count; left > 0; ) {
      let got = 0;
      this.buckets.visit((group) => {
        got = this.fill(group, index, nodes, left, use);
        return got > 0;
      });
      if (got === 0 && nodes > 1) got = this.gather(index, nodes, use);
      if (got === 0) return false;
      left -= got;
    }
    return true;
  }

  /** Files the groups in which so many cards of a node are free by a time, by when they are. */
  private fileFor(width: number, latest: number): void {
    if (width === this.width && latest <= this.latest) {
      if (latest < this.latest) this.late.push(...this.buckets.takeAfter(latest));
      this.latest = latest;
      return;
    }
    const groups = width === this.width ? this.late : this.groups.keys();
    if (width !== this.width) this.buckets.clear();
    this.width = width;
    this.latest = latest;
    this.late = [];
    for (const group of groups) this.file(group);
  }

  private file(at: number): void {
    const group = this.groups[at] as Group;
    const start = this.startOf(group);
    if (group.nodes === 0 || start + this.shortest > this.deadline) return;
    if (start <= this.latest) this.buckets.add(at, start);
    else this.late.push(at);
  }

  /** When so many cards as are asked for just now are free in each node of a group; Infinity where it never has so many. */
  private startOf({ cards, free, isWhole }: Group): number {
    if (this.width === this.size) return isWhole ? (free.at(-1) as number) : Number.POSITIVE_INFINITY;
    let sum = 0;
    for (let lane = 0; lane < cards.length; lane++) {
      sum += cards[lane] as number;
      if (sum >= this.width) return free[lane] as number;
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Places runs of a task, each on so many nodes or within one, in a group; how many. */
  private fill(at: number, index: number, nodesPerRun: number, left: number, use: LimitUse | null): number {
    const group = this.groups[at] as Group;
    if (group.nodes < nodesPerRun) return 0;
    const { hours } = this.allotments[index] as Allotment;
    const start = this.startOf(group);
    const waves = Math.max(1, Math.floor((this.deadline - start) / hours));
    const inEach = nodesPerRun > 1 ? 1 : Math.floor(this.freeBy(group, start) / this.width);
    const places = Math.floor(group.nodes / nodesPerRun) * inEach;
    const most = Math.min(left, places, use === null ? left : use.room(start, start + Math.min(waves, left) * hours));
    if (most <= 0) return 0;
    const inRow = Math.min(waves, left);
    const columns = Math.min(most, Math.floor(left / inRow));
    // Whole nodes at once where they are enough for one; else what goes into one node.
    const nodes = Math.floor(columns / inEach) * nodesPerRun;
    const [taken, runs] = nodes > 0 ? [nodes, (nodes / nodesPerRun) * inEach] : [1, columns];
    this.start(index, start, runs, inRow, use);
    this.split(at, taken, (runs * nodesPerRun * this.width) / taken, start, start + inRow * hours);
    return runs * inRow;
  }

  /** Takes some nodes of a group, or all, and so many cards in each of them, from a time on until another. */
  private split(at: number, nodes: number, cards: number, from: number, until: number): void {
    const group = this.groups[at] as Group;
    this.buckets.remove(at);
    this.groups[at] = this.used(group, nodes, cards, from, until);
    this.file(at);
    if (nodes === group.nodes) return;
    this.groups.push({ ...group, nodes: group.nodes - nodes });
    this.file(this.groups.length - 1);
  }

  private used({ isWhole, cards, free }: Group, nodes: number, taken: number, from: number, until: number): Group {
    const [cardsLeft, freeLeft]: [number[], number[]] = [[], []];
    const add = (more: number, at: number) => {
      if (more > 0) {
        cardsLeft.push(more);
        freeLeft.push(at);
      }
    };
    // Those that became free last go first: others stay together with what is free before.
    let left = taken;
    let isIn = false;
    const lanes: [number, number][] = [];
    for (let lane = cards.length - 1; lane >= 0; lane--) {
      const [own, at] = [cards[lane] as number, free[lane] as number];
      const take = at <= from ? Math.min(own, left) : 0;
      left -= take;
      if (own > take) lanes.push([own - take, at]);
    }
    for (const [own, at] of lanes.reverse()) {
      if (!isIn && at >= until) {
        add(taken, until);
        isIn = true;
      }
      add(own, at);
    }
    if (!isIn) add(taken, until);
    return { nodes, isWhole, cards: cardsLeft, free: freeLeft };
  }

  private freeBy({ cards, free }: Group, moment: number): number {
    let sum = 0;
    for (let lane = 0; lane < cards.length && (free[lane] as number) <= moment; lane++) sum += cards[lane] as number;
    return sum;
  }

  /** One run on nodes of several groups, those that are free latest; 0 where there are too few of them. */
  private gather(index: number, nodes: number, use: LimitUse | null): number {
    const { hours } = this.allotments[index] as Allotment;
    const chosen: number[] = [];
    let found = 0;
    this.buckets.visit((at) => {
      chosen.push(at);
      found += (this.groups[at] as Group).nodes;
      return found >= nodes;
    });
    if (found < nodes) return 0;
    const start = chosen.reduce((last, at) => Math.max(last, this.startOf(this.groups[at] as Group)), 0);
    if (use !== null && use.room(start, start + hours) < 1) return 0;
    this.start(index, start, 1, 1, use);
    let left = nodes;
    for (const at of chosen) {
      const take = Math.min((this.groups[at] as Group).nodes, left);
      this.split(at, take, this.size, start, start + hours);
      left -= take;
    }
    return 1;
  }

  private start(task: number, from: number, runs: number, waves: number, use: LimitUse | null): void {
    const to = from + waves * (this.allotments[task] as Allotment).hours;
    this.stretches.push({ task, from, to, runs, waves });
    use?.add(from, to, runs);
  }
}
