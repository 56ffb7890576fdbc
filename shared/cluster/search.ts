import { TIE } from "./allotment.ts";
import { filledDeadline } from "./filled.ts";
import type { Found } from "./found.ts";
import { improve, isSmall } from "./improve.ts";
import { allotmentsOf } from "./kinds.ts";
import { MOST_STARTS } from "./limits-of-search.ts";
import { listSchedule } from "./list-schedule.ts";
import type { LowerBound } from "./lower-bound.ts";
import { type OrderKind, orderTasks } from "./priorities.ts";
import { isPackable, searchColumns } from "./search-columns.ts";
import type { Site } from "./site.ts";

/** How close to what is possible is close enough to stop: where there are more runs than `improve` takes, they are not tried out to the last. */
const CLOSE_ENOUGH = 1.0075;
const CLOSEST = 1 + 1e-9;
/** Runs that are packed as well as this do without lists. */
const WELL_PACKED = 1.02;
/** And as well as this, without all but the first lists. */
const FAIRLY_PACKED = 1.05;
/** A second one is tried even so, but not of very many tasks. */
const MANY_TASKS = 300;

/** What is tried first: cards for a deadline, as a part of the one at which the work just fills the machine, and an order. */
const FIRST = [
  [1, "path"],
  [0, "path"],
  [1 / 4, "path"],
  [1, "longest"],
  [1 / 4, "widest"],
  [1 / 2, "path"],
  [1, "widest"],
  [1, "work"],
  [1, "stage"],
  [1, "reverse"],
] as const;
/** Then these deadlines, with the order that was the best, and finer ones around the best of them. */
const THEN = [1 / 8, 1 / 3, 3 / 4, 1.25, 1.5, 2];
const NEAR = [0.98, 0.94, 0.88, 1.03, 1.08, 1.15];

/**
 * Looks for a short schedule on one machine: cards for each task by a deadline (fewest cards that meet it), a list schedule in
 * several orders, the shortest kept (Turek, Wolf and Yu 1992; Ludwig and Tiwari 1994). Small workloads are improved from there
 * step by step. Many runs that wait for nothing are packed in columns, which does without lists as a rule.
 *
 * For runs that depend on nothing, on interchangeable cards and with a linear speed-up, the first schedule already takes at most 2·T*:
 * cards allotted for T* add no work, and at any two moments further apart than the longest run more cards are busy together than there are.
 */
export function search(site: Site, bound: LowerBound, mustBeat: number): Found | null {
  return site.tasks.length === 0 ? null : new Search(site, bound).run(mustBeat);
}

class Search {
  private readonly site: Site;
  private readonly bound: LowerBound;
  private readonly small: boolean;
  private best: Found | null = null;
  private order: OrderKind = "path";
  private deadline = 0;
  /** No schedule is shorter. */
  private least = 0;
  private trials = 0;
  private starts = 0;

  constructor(site: Site, bound: LowerBound) {
    this.site = site;
    this.bound = bound;
    this.small = isSmall(site);
  }

  run(mustBeat: number): Found | null {
    const { hours: filled, leastHours } = filledDeadline(this.site.kinds, this.site.machine.cards, this.bound.hours);
    this.least = leastHours;
    if (leastHours >= mustBeat) return null;
    const packed = !this.small && isPackable(this.site) ? searchColumns(this.site, filled, mustBeat) : null;
    this.best = packed;
    if (packed !== null && packed.hours <= filled * WELL_PACKED) return packed;
    if (packed !== null && packed.hours <= filled * FAIRLY_PACKED) return this.beside(packed, filled, mustBeat);
    for (const [part, order] of FIRST) this.tryOut(filled * part, order);
    for (const part of THEN) this.tryOut(filled * part, this.order);
    const { deadline } = this;
    for (const near of NEAR) this.tryOut(deadline * near, this.order);
    // Just so that several runs after one another fit into what the schedule takes now.
    for (let runs = 1; runs <= 4; runs++) this.tryOut(((this.best?.hours ?? 0) / runs) * 0.999, this.order);
    if (this.best !== null && this.small && !this.isDone()) this.best = improve(this.site, this.best, this.least);
    return this.best;
  }

  /** The first lists, each looked at for itself: what the others come to, and what must be beaten, changes nothing for it. */
  private beside(packed: Found, filled: number, mustBeat: number): Found {
    let best = packed;
    for (const [part, order] of this.site.tasks.length > MANY_TASKS ? FIRST.slice(0, 1) : FIRST) {
      best = this.list(filled * part, order, Math.min(best.hours, mustBeat)) ?? best;
    }
    return best;
  }

  private isDone(): boolean {
    if (this.best !== null && this.best.hours <= this.least * (this.small ? CLOSEST : CLOSE_ENOUGH)) return true;
    return this.trials >= (this.site.tasks.length > MANY_TASKS ? 1 : 2) && this.starts >= MOST_STARTS;
  }

  private tryOut(deadline: number, order: OrderKind): void {
    if (this.isDone()) return;
    const found = this.list(deadline, order, this.best?.hours ?? Number.POSITIVE_INFINITY);
    if (found === null) return;
    this.best = found;
    this.order = order;
    this.deadline = deadline;
  }

  private list(deadline: number, order: OrderKind, mustBeat: number): Found | null {
    const allotments = allotmentsOf(this.site, ({ choices }) => choices.within(deadline));
    const recipe = { allotments, order: orderTasks(this.site, allotments, order) };
    const found = listSchedule(this.site, recipe, {
      shorterThan: mustBeat * (1 - TIE),
      strideUntil: this.bound.hours,
      byStage: false,
    });
    this.trials++;
    this.starts += found.batches.length;
    return found.hours === Number.POSITIVE_INFINITY ? null : { ...found, recipe };
  }
}
