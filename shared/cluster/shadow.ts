import type { Allotment } from "./allotment.ts";
import type { Batch } from "./nodes.ts";
import type { Recipe } from "./recipe.ts";
import type { Site, Task } from "./site.ts";

/** With more batches than this, the next end among them is taken for the moment: one comes soon, and which one matters is not worth a search. */
const MOST_WATCHED = 100;

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
  private readonly byRank: number[][];
  private moment = -1;
  private rank = 0;
  private until = Number.POSITIVE_INFINITY;

  constructor(site: Site, recipe: Recipe, standing: Standing) {
    this.site = site;
    this.recipe = recipe;
    this.standing = standing;
    this.rankOf = new Int32Array(site.stageOrder.length);
    site.stageOrder.forEach((stage, rank) => {
      this.rankOf[stage] = rank;
    });
    this.byRank = site.stageOrder.map(() => []);
    for (const [index, task] of site.tasks.entries()) this.byRank[this.rankOf[task.stage] as number]?.push(index);
  }

  /**
   * The moment until which runs of a stage may hold cards; stages must be asked for in the order of their priority.
   *
   * @param running what goes on, the one that ends first in front
   */
  of(stage: number, now: number, running: readonly Batch[]): number {
    if (now !== this.moment) {
      this.moment = now;
      this.rank = 0;
      this.until = Number.POSITIVE_INFINITY;
    }
    for (const rank = this.rankOf[stage] as number; this.rank < rank; this.rank++) {
      const waiting = (this.byRank[this.rank] as number[]).filter((index) => this.standing.left(index) > 0);
      if (waiting.length > 0) this.until = Math.min(this.until, this.earliest(waiting, running));
    }
    return this.until;
  }

  /** When the first of some tasks of one stage could start. */
  private earliest(waiting: readonly number[], running: readonly Batch[]): number {
    if (running.length > MOST_WATCHED) return (running[0] as Batch).to;
    const { tasks, after } = this.site;
    const { stage } = tasks[waiting[0] as number] as Task;
    if (!this.standing.hasBegun(stage)) {
      const earlier = endsOf(running, (batch) => (after[stage] as readonly number[]).includes(stageOf(tasks, batch)));
      // None of those goes on: then they wait themselves, or for others that do.
      return earlier.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...earlier);
    }
    const limits = new Set<number>();
    let cards = Number.POSITIVE_INFINITY;
    for (const index of waiting) {
      const { limit } = tasks[index] as Task;
      if (limit !== null && this.standing.slackOf(limit) <= 0) limits.add(limit);
      else cards = Math.min(cards, (this.recipe.allotments[index] as Allotment).held);
    }
    const ends = [...limits].flatMap((limit) =>
      endsOf(running, (batch) => (tasks[batch.task] as Task).limit === limit),
    );
    return Math.min(cards === Number.POSITIVE_INFINITY ? cards : this.whenFree(cards, running), ...ends);
  }

  private whenFree(cards: number, running: readonly Batch[]): number {
    const cardsOf = (batch: Batch) => batch.runs * (this.recipe.allotments[batch.task] as Allotment).held;
    let free = this.site.machine.cards - running.reduce((sum, batch) => sum + cardsOf(batch), 0);
    for (const batch of running.toSorted((a, b) => a.to - b.to)) {
      free += cardsOf(batch);
      if (free >= cards) return batch.to;
    }
    return Number.POSITIVE_INFINITY;
  }
}

const stageOf = (tasks: readonly Task[], batch: Batch): number => (tasks[batch.task] as Task).stage;

const endsOf = (running: readonly Batch[], matters: (batch: Batch) => boolean): number[] =>
  running.filter(matters).map((batch) => batch.to);
