import type { Allotment } from "./allotment.ts";
import type { Batch } from "./nodes.ts";
import type { Recipe } from "./recipe.ts";
import type { Site, Task } from "./site.ts";

/** How the schedule stands while it is made. */
export interface Standing {
  /** Runs of a task that have not started. */
  left(task: number): number;
  hasBegun(stage: number): boolean;
  /** Runs that a limit still lets start. */
  slackOf(limit: number | null): number;
}

/**
 * Until when cards may be lent to later stages so that no earlier one waits for them: the first moment at which a run of an
 * earlier stage that waits could start (backfilling, Lifka 1995, with every earlier run protected and not the first one only).
 *
 * The moment is taken too early rather than too late: for cards as if free ones could always be used together, for a limit or a
 * stage from what goes on now.
 */
export class Shadow {
  private readonly site: Site;
  private readonly recipe: Recipe;
  private readonly standing: Standing;
  private readonly rankOf: Int32Array;
  /** By rank: tasks that have runs left to start. */
  private readonly byRank: number[][];
  /** What goes on, by its end, and the cards that are free beside it. */
  private readonly going: Batch[] = [];
  private free: number;
  /** By stage: the last end of what has started. */
  private readonly lastEnd: Float64Array;
  private moment = -1;
  private rank = 0;
  private until = Number.POSITIVE_INFINITY;

  constructor(site: Site, recipe: Recipe, standing: Standing) {
    this.site = site;
    this.recipe = recipe;
    this.standing = standing;
    this.free = site.machine.cards;
    this.lastEnd = new Float64Array(site.after.length);
    this.rankOf = new Int32Array(site.stageOrder.length);
    site.stageOrder.forEach((stage, rank) => {
      this.rankOf[stage] = rank;
    });
    this.byRank = site.stageOrder.map(() => []);
    for (const [index, task] of site.tasks.entries()) this.byRank[this.rankOf[task.stage] as number]?.push(index);
  }

  started(batch: Batch): void {
    let [low, high] = [0, this.going.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.going[middle] as Batch).to <= batch.to) low = middle + 1;
      else high = middle;
    }
    this.going.splice(low, 0, batch);
    this.free -= this.cardsOf(batch);
    const { stage } = this.taskOf(batch);
    this.lastEnd[stage] = Math.max(this.lastEnd[stage] as number, batch.to);
  }

  ended(batch: Batch): void {
    this.going.splice(this.going.indexOf(batch), 1);
    this.free += this.cardsOf(batch);
  }

  /** The moment until which runs of a stage may hold cards; stages must be asked for in the order of their priority. */
  of(stage: number, now: number): number {
    if (now !== this.moment) {
      this.moment = now;
      this.rank = 0;
      this.until = Number.POSITIVE_INFINITY;
    }
    for (const rank = this.rankOf[stage] as number; this.rank < rank; this.rank++) {
      let waiting = this.byRank[this.rank] as number[];
      if (waiting.some((index) => this.standing.left(index) === 0)) {
        waiting = waiting.filter((index) => this.standing.left(index) > 0);
        this.byRank[this.rank] = waiting;
      }
      if (waiting.length > 0) this.until = Math.min(this.until, this.earliest(waiting, now));
    }
    return this.until;
  }

  /** When the first of some tasks of one stage could start. */
  private earliest(waiting: readonly number[], now: number): number {
    const { tasks, after } = this.site;
    const { stage } = tasks[waiting[0] as number] as Task;
    if (!this.standing.hasBegun(stage)) {
      const last = Math.max(...(after[stage] as readonly number[]).map((earlier) => this.lastEnd[earlier] as number));
      // None of those goes on: then they wait themselves, or for others that do.
      return last > now ? last : Number.POSITIVE_INFINITY;
    }
    const limits = new Set<number>();
    let cards = Number.POSITIVE_INFINITY;
    for (const index of waiting) {
      const { limit } = tasks[index] as Task;
      if (limit !== null && this.standing.slackOf(limit) <= 0) limits.add(limit);
      else cards = Math.min(cards, (this.recipe.allotments[index] as Allotment).held);
    }
    const ends = [...limits].map(
      (limit) => this.going.find((batch) => this.taskOf(batch).limit === limit)?.to ?? Number.POSITIVE_INFINITY,
    );
    return Math.min(this.whenFree(cards), ...ends);
  }

  private whenFree(cards: number): number {
    let free = this.free;
    for (const batch of this.going) {
      free += this.cardsOf(batch);
      if (free >= cards) return batch.to;
    }
    return Number.POSITIVE_INFINITY;
  }

  private cardsOf({ task, runs }: Batch): number {
    return runs * (this.recipe.allotments[task] as Allotment).held;
  }

  private taskOf({ task }: Batch): Task {
    return this.site.tasks[task] as Task;
  }
}
