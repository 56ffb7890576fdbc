import { TIE } from "./allotment.ts";
import type { Method } from "./best-size.ts";
import type { Found } from "./found.ts";
import type { Workload } from "./job.ts";
import { NEXT_TO_NOTHING } from "./limits-of-search.ts";
import { type List, withHoursOf } from "./lists.ts";
import { lowerBound } from "./lower-bound.ts";
import type { Reliability } from "./machine.ts";
import { retimed } from "./retimed.ts";
import { type Site, siteOf, type Task } from "./site.ts";

/** The ways in which two searches look for the schedules of the same jobs. */
export interface Ways {
  readonly failing: Method;
  readonly failureFree: Method;
}

/**
 * One way to search, twice: with failures, and without them. What the first finds at a size is kept for the second, where runs of the same
 * cards start in the same order and failures take no time, so that the second is never longer for want of a try. That changes nothing for
 * what is next to T* already.
 *
 * What is found at a size depends on nothing but that size, so that more cards never make either longer.
 *
 * @param jobs those that are scheduled, as indexes into the workload's
 */
export function bothWays(method: Method, workload: Workload, jobs: readonly number[], reliability: Reliability): Ways {
  const known = new Map<number, Found>();
  const failingSite = ({ machine }: Site) => siteOf(workload, jobs, machine, reliability);
  const keep = (site: Site, found: Found | null) => {
    if (found !== null) known.set(site.machine.cards, found);
    return found;
  };
  const failingAt = (site: Site): Found | null => {
    const before = known.get(site.machine.cards);
    if (before !== undefined) return before;
    const failing = failingSite(site);
    return keep(failing, method.search(failing, lowerBound(failing), Number.POSITIVE_INFINITY));
  };
  return {
    failing: {
      ...method,
      search(site, bound, mustBeat) {
        const found = method.search(site, bound, mustBeat);
        return found === null || found.hours >= mustBeat ? null : keep(site, found);
      },
    },
    failureFree: {
      ...method,
      search(site, bound, mustBeat) {
        const own = method.search(site, bound, mustBeat);
        if (own !== null && own.hours <= bound.hours * NEXT_TO_NOTHING) return own;
        const failing = failingAt(site);
        return failing === null ? own : shorter(own, withoutFailures(failing, site));
      },
      furtherLists: method.lists.map((list) => (site: Site): List => {
        const failing = failingSite(site);
        return withHoursOf(site, list(failing, lowerBound(failing)));
      }),
    },
  };
}

const shorter = (own: Found | null, other: Found | null): Found | null =>
  other !== null && (own === null || other.hours < own.hours * (1 - TIE)) ? other : own;

/** The cards and the order of starts of a schedule, at a site where runs take other hours. */
function withoutFailures({ batches, recipe: { allotments, order } }: Found, site: Site): Found | null {
  const own = allotments.map(({ cards }, task) => (site.tasks[task] as Task).choices.on(cards));
  const made = retimed(batches, (task) => own[task]?.hours ?? 0);
  return made === null ? null : { hours: made.hours, batches: made.stretches, recipe: { allotments: own, order } };
}
