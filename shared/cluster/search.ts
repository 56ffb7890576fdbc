import { type Allotment, TIE } from "./allotment.ts";
import type { Found } from "./found.ts";
import { improve } from "./improve.ts";
import { MANY_TASKS, STRIDES } from "./limits-of-search.ts";
import { listSchedule } from "./list-schedule.ts";
import type { LowerBound } from "./lower-bound.ts";
import { ORDERS, type OrderKind, orderTasks } from "./priorities.ts";
import type { Site } from "./site.ts";

/** How close to T* is close enough to stop. */
const CLOSE_ENOUGH = 1 + 2e-4;
/** Deadlines to allot cards for, as parts of the one at which the work just fills the machine. */
const PARTS = [1, 1 / 2, 1 / 4, 0, 3 / 4, 1 / 3, 1 / 8, 1.25, 1.5, 2];
const FEW_PARTS = [1, 1 / 8];
/** Finer ones around the best. */
const NEAR = [0.98, 0.94, 0.88, 1.03, 1.08, 1.15];

/**
 * Looks for a short schedule on one machine: cards for each task by a deadline (fewest cards that meet it), a list schedule in
 * several orders, the shortest kept (Turek, Wolf and Yu 1992; Ludwig and Tiwari 1994). Small workloads are improved from there
 * step by step.
 *
 * For runs that depend on nothing, on interchangeable cards and with a linear speed-up, the first schedule already takes at most 2·T*:
 * cards allotted for T* add no work, and at any two moments further apart than the longest run more cards are busy together than there are.
 */
export function search(site: Site, bound: LowerBound): Found | null {
  return new Search(site, bound).run();
}

class Search {
  private readonly site: Site;
  private readonly bound: LowerBound;
  private readonly many: boolean;
  private best: Found | null = null;

  constructor(site: Site, bound: LowerBound) {
    this.site = site;
    this.bound = bound;
    this.many = site.tasks.length > MANY_TASKS;
  }

  run(): Found | null {
    if (this.site.tasks.length === 0) return null;
    const filled = this.filledDeadline();
    const orders = this.many ? (["path"] as const) : ORDERS;
    let order: OrderKind = "path";
    let part = 1;
    for (const kind of orders) if (this.tryOut(filled, kind)) order = kind;
    for (const one of this.many ? FEW_PARTS : PARTS) {
      for (const kind of new Set<OrderKind>([order, "path"])) {
        if (this.tryOut(filled * one, kind)) {
          part = one;
          order = kind;
        }
      }
    }
    if (this.many) return this.best;
    for (const near of NEAR) this.tryOut(filled * part * near, order);
    // Just so that several runs after one another fit into what the schedule takes now.
    for (let runs = 1; runs <= 4 && this.best !== null; runs++) this.tryOut((this.best.hours / runs) * 0.999, order);
    if (this.best !== null && !this.isGoodEnough()) this.best = improve(this.site, this.best, this.bound.hours);
    return this.best;
  }

  private isGoodEnough(): boolean {
    return this.best !== null && this.best.hours <= this.bound.hours * CLOSE_ENOUGH;
  }

  /** Whether this is the shortest so far. */
  private tryOut(deadline: number, kind: OrderKind): boolean {
    if (this.isGoodEnough()) return false;
    const allotments = this.site.tasks.map((task) => task.choices.within(deadline));
    const recipe = { allotments, order: orderTasks(this.site, allotments, kind) };
    const found = listSchedule(this.site, recipe, {
      shorterThan: this.best === null ? Number.POSITIVE_INFINITY : this.best.hours * (1 - TIE),
      strideHours: this.bound.hours / STRIDES,
      byStage: false,
    });
    if (found === null) return false;
    this.best = { ...found, recipe };
    return true;
  }

  /** The shortest deadline from T* on whose work, with the cards allotted for it, fits under it. */
  private filledDeadline(): number {
    const { tasks, machine } = this.site;
    const fits = (deadline: number) => {
      let area = 0;
      for (const { count, choices } of tasks) {
        const { held, hours }: Allotment = choices.within(deadline);
        area += count * held * hours;
      }
      return area <= deadline * machine.cards * (1 + TIE);
    };
    let high = this.bound.hours;
    if (fits(high)) return high;
    let low = high;
    while (!fits(high)) {
      low = high;
      high *= 2;
    }
    for (let step = 0; step < (this.many ? 4 : 8); step++) {
      const middle = Math.sqrt(low * high);
      if (fits(middle)) high = middle;
      else low = middle;
    }
    return high;
  }
}
