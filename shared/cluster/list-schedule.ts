import type { Allotment } from "./allotment.ts";
import { EventQueue } from "./event-queue.ts";
import { FirstFit } from "./first-fit.ts";
import { MOMENT } from "./moment.ts";
import { type Batch, Nodes } from "./nodes.ts";
import type { Recipe } from "./recipe.ts";
import { Shadow, type Standing } from "./shadow.ts";
import type { Site, Task } from "./site.ts";

export interface ListOptions {
  /** Give up as soon as the schedule would be no shorter than this. */
  readonly shorterThan: number;
  /** When the work ends at the soonest: until then, runs of a job with very many may follow one another without a new decision. */
  readonly strideUntil: number;
  /** An earlier stage never waits for a later one; the list must then be ordered by stage. */
  readonly byStage: boolean;
}

export interface ListResult {
  readonly hours: number;
  readonly batches: readonly Batch[];
}

/**
 * From so many waves of one job on, several may be started with one decision: this part of those that are left at most, and for no
 * longer than this part of the time that is left, or of all the time.
 */
const MANY_WAVES = 4;
const LARGEST_PART = 1 / 2;
const LONGEST_STRIDE = 1 / 4;
const SHORTEST_STRIDE = 1 / 64;

/**
 * List scheduling with counts (Graham 1969; Garey and Graham 1975): whenever cards are free, the first task of the list whose
 * stage has begun and that fits starts as many runs as fit, then the next. A task that does not fit lets later ones pass.
 *
 * Decisions are taken for a task and a moment, never for a run: of a job with very many waves, several follow one another on
 * the same cards (guided self-scheduling, Polychronopoulos and Kuck 1987), at most half of those that are left.
 *
 * @returns what was started, and Infinity hours where `shorterThan` is reached, or cannot but be reached with the cards that were idle
 */
export function listSchedule(site: Site, recipe: Recipe, options: ListOptions): ListResult {
  return new ListRun(site, recipe, options).run();
}

class ListRun implements Standing {
  private readonly site: Site;
  private readonly recipe: Recipe;
  private readonly options: ListOptions;
  private readonly nodes: Nodes;
  /** By task: runs that have not started. */
  private readonly remaining: Float64Array;
  /** By task: its place in the list. */
  private readonly placeOf: Int32Array;
  /** Tasks that may start, by their place in the list: runs within a node by cards, larger ones by nodes. */
  private readonly small: FirstFit;
  private readonly large: FirstFit;
  private readonly queue = new EventQueue<Batch>();
  private readonly batches: Batch[] = [];
  /** By limit: runs that go on, and places of tasks that found it reached. */
  private readonly going: Float64Array;
  private readonly barred: number[][];
  /** By stage: runs that have not ended, and stages that it still waits for. */
  private readonly unfinished: Float64Array;
  private readonly waitsFor: Int32Array;
  private readonly tasksOf: number[][];
  private readonly shadow: Shadow | null;
  /** Cards that runs hold now, card-hours without one until now, and how many of them leave the schedule short enough. */
  private busy = 0;
  private idle = 0;
  private readonly mostIdle: number;
  private now = 0;

  constructor(site: Site, recipe: Recipe, options: ListOptions) {
    const { tasks, after, limits, machine } = site;
    this.site = site;
    this.recipe = recipe;
    this.options = options;
    this.nodes = new Nodes(machine.cards, machine.cardsPerNode);
    this.remaining = new Float64Array(tasks.length);
    this.placeOf = new Int32Array(tasks.length);
    this.small = new FirstFit(tasks.length);
    this.large = new FirstFit(tasks.length);
    this.going = new Float64Array(limits.length);
    this.barred = limits.map(() => []);
    this.unfinished = new Float64Array(after.length);
    this.waitsFor = Int32Array.from(after, (stages) => stages.length);
    this.tasksOf = after.map(() => []);
    let area = 0;
    for (let place = 0; place < recipe.order.length; place++) {
      const index = recipe.order[place] as number;
      const { stage, count } = tasks[index] as Task;
      this.placeOf[index] = place;
      this.remaining[index] = count;
      this.tasksOf[stage]?.push(index);
      this.unfinished[stage] = (this.unfinished[stage] as number) + count;
      const { held, hours } = recipe.allotments[index] as Allotment;
      area += held * hours * count;
    }
    this.mostIdle = (options.shorterThan * machine.cards - area) * (1 + MOMENT);
    this.shadow = options.byStage ? new Shadow(site, recipe, this) : null;
  }

  run(): ListResult {
    const first = this.site.after.flatMap((stages, stage) => (stages.length === 0 ? [stage] : []));
    for (const stage of first) this.begin(stage);
    while (this.idle <= this.mostIdle && this.startAll()) {
      if (this.queue.length === 0) return { hours: this.now, batches: this.batches };
      this.endFirst();
    }
    return { hours: Number.POSITIVE_INFINITY, batches: this.batches };
  }

  /** Starts what fits now; false where that would make the schedule too long. */
  private startAll(): boolean {
    for (let from = 0; ; ) {
      const place = this.nextThatFits(from);
      if (place < 0) return true;
      from = place + 1;
      const index = this.recipe.order[place] as number;
      const task = this.site.tasks[index] as Task;
      const slack = this.slackOf(task.limit);
      if (slack <= 0) {
        this.take(place);
        this.barred[task.limit as number]?.push(place);
      } else if (!this.start(index, task, slack)) return false;
      else if (this.remaining[index] === 0) this.take(place);
    }
  }

  private nextThatFits(from: number): number {
    const large = this.large.next(from, this.nodes.empty);
    const small = this.small.next(from, this.nodes.mostInOneNode());
    return large < 0 || (small >= 0 && small < large) ? small : large;
  }

  private start(index: number, task: Task, slack: number): boolean {
    const { held, hours } = this.recipe.allotments[index] as Allotment;
    const until = this.shadow?.of(task.stage, this.now) ?? Number.POSITIVE_INFINITY;
    if (this.now + hours > until * (1 + MOMENT)) return true;
    const node = this.site.machine.cardsPerNode;
    const left = this.remaining[index] as number;
    const most = Math.min(left, slack);
    const inNode = held < node;
    const runs = inNode ? this.nodes.roomFor(held, most) : Math.min(Math.floor((this.nodes.empty * node) / held), most);
    const waves = this.wavesOf(left, runs, hours, until);
    const to = this.now + waves * hours;
    if (to >= this.options.shorterThan) return false;
    const wholeNodes = inNode ? 0 : (runs * held) / node;
    const batch: Batch = { task: index, from: this.now, to, runs, waves, wholeNodes, shares: [] };
    if (inNode) this.nodes.place(batch, held);
    else this.nodes.empty -= wholeNodes;
    this.busy += runs * held;
    this.remaining[index] = left - runs * waves;
    if (task.limit !== null) this.going[task.limit] = (this.going[task.limit] as number) + runs;
    this.queue.push(batch);
    this.shadow?.started(batch);
    this.batches.push(batch);
    return true;
  }

  /** How many waves of so many runs are started with one decision. */
  private wavesOf(left: number, runs: number, hours: number, until: number): number {
    if (left < MANY_WAVES * runs) return 1;
    const { strideUntil } = this.options;
    const stride = Math.max((strideUntil - this.now) * LONGEST_STRIDE, strideUntil * SHORTEST_STRIDE);
    const longest = Math.min(stride, until - this.now);
    return Math.max(1, Math.min(Math.floor(longest / hours), Math.floor((left / runs) * LARGEST_PART)));
  }

  /** Goes to the next moment at which something ends, and ends it. */
  private endFirst(): void {
    const same = this.queue.first * (1 + MOMENT);
    this.idle += (this.site.machine.cards - this.busy) * (this.queue.first - this.now);
    while (this.queue.first <= same) {
      const batch = this.queue.pop() as Batch;
      this.now = Math.max(this.now, batch.to);
      this.nodes.release(batch);
      this.busy -= batch.runs * (this.recipe.allotments[batch.task] as Allotment).held;
      this.shadow?.ended(batch);
      const { limit, stage } = this.site.tasks[batch.task] as Task;
      if (limit !== null) {
        this.going[limit] = (this.going[limit] as number) - batch.runs;
        this.unbar(limit);
      }
      this.unfinished[stage] = (this.unfinished[stage] as number) - batch.runs * batch.waves;
      if (this.unfinished[stage] === 0) this.endStage(stage);
    }
  }

  /** Lists as many of the tasks that a limit barred as it has room for: each of them starts at least one run, or does not fit. */
  private unbar(limit: number): void {
    const barred = this.barred[limit] as number[];
    if (barred.length === 0) return;
    barred.sort((a, b) => b - a);
    for (let slack = this.slackOf(limit); slack > 0 && barred.length > 0; slack--) this.list(barred.pop() as number);
  }

  slackOf(limit: number | null): number {
    return limit === null
      ? Number.POSITIVE_INFINITY
      : (this.site.limits[limit] as number) - (this.going[limit] as number);
  }

  private begin(stage: number): void {
    for (const index of this.tasksOf[stage] as number[]) this.list(this.placeOf[index] as number);
    if (this.unfinished[stage] === 0) this.endStage(stage);
  }

  private endStage(stage: number): void {
    for (const next of this.site.before[stage] as readonly number[]) {
      const left = (this.waitsFor[next] as number) - 1;
      this.waitsFor[next] = left;
      if (left === 0) this.begin(next);
    }
  }

  private list(place: number): void {
    const { held } = this.recipe.allotments[this.recipe.order[place] as number] as Allotment;
    const node = this.site.machine.cardsPerNode;
    if (held < node) this.small.set(place, held);
    else this.large.set(place, held / node);
  }

  private take(place: number): void {
    this.small.set(place, Number.POSITIVE_INFINITY);
    this.large.set(place, Number.POSITIVE_INFINITY);
  }

  left(task: number): number {
    return this.remaining[task] as number;
  }

  hasBegun(stage: number): boolean {
    return this.waitsFor[stage] === 0;
  }
}
