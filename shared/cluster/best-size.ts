import { TIE } from "./allotment.ts";
import type { Best } from "./best.ts";
import { isOverfull } from "./filled.ts";
import type { Found } from "./found.ts";
import type { Workload } from "./job.ts";
import { NEXT_TO_NOTHING } from "./limits-of-search.ts";
import { type List, onCards } from "./lists.ts";
import { type LowerBound, lowerBound } from "./lower-bound.ts";
import type { Machine, Reliability } from "./machine.ts";
import { type Site, siteOf } from "./site.ts";
import { type SizeSet, sizeAtMost } from "./sizes.ts";

/** With more jobs than this, no lists are made for what lies between two sizes. */
const MOST_LISTED = 300;

/** How a schedule is looked for at one size, the lists in which nothing passes, and the sizes that are looked at. */
export interface Method {
  /** Its answer may depend on what must be beaten only where it is no shorter than that. */
  readonly search: (site: Site, bound: LowerBound, mustBeat: number) => Found | null;
  readonly lists: readonly ((site: Site, bound: LowerBound) => List)[];
  /** Lists that are made only where what is found is longer than next to T*. */
  readonly furtherLists?: readonly ((site: Site, bound: LowerBound) => List)[];
  readonly sizes: SizeSet;
}

/**
 * The shortest schedule over the sizes up to a machine's own, so that more cards never take longer.
 *
 * Schedules are searched for at a fixed set of sizes. From one of them, g, up to the next, a list made for g is started on all
 * the cards, none of its pieces passing another, which more cards never make longer. With L(N) the length of that on N cards and
 * f(g) what the search finds at g, the answer is the least of
 *
 *     L(N), f(g), L(g − 1), f(g′), L(g′ − 1), f(g″), …    for the sizes g > g′ > g″ > … of the set that are at most N.
 *
 * As N grows, L(N) falls, and the terms after it stay; where N enters the next size, the last L(N) is among them. Terms that T*
 * shows to be no shorter than what is found are not computed. With very many jobs L is left out: there, cards beyond a size gain little. See docs/decisions/0010.
 *
 * @param jobs indexes of jobs that can all run on the machine, at least one, in an order that does not depend on how they were listed
 * @param atMost hours that are known to be possible
 * @returns null where none is shorter than `atMost`
 */
export function bestSize(
  workload: Workload,
  jobs: readonly number[],
  machine: Machine,
  reliability: Reliability | null,
  { search, lists, furtherLists = [], sizes }: Method,
  atMost: number = Number.POSITIVE_INFINITY,
): Best | null {
  const { cardsPerNode } = machine;
  const siteAt = (cards: number) => siteOf(workload, jobs, { cards, cardsPerNode }, reliability);
  let best: Best | null = null;
  const mustBeat = () => (best === null ? atMost : best.hours) * (1 - TIE);
  const searchAt = (site: Site, bound: LowerBound) => {
    const found = site.takesAll && bound.hours < mustBeat() ? search(site, bound, mustBeat()) : null;
    if (found === null || found.hours >= mustBeat()) return;
    const { hours, recipe, batches } = found;
    const stretches = batches.map(({ task, from, to, runs, waves }) => ({ task, from, to, runs, waves }));
    best = { hours, cards: site.machine.cards, tasks: site.tasks, allotments: recipe.allotments, stretches };
  };

  let below = machine.cards;
  for (let size = sizeAtMost(below, cardsPerNode, sizes); size > 0; size = sizeAtMost(below, cardsPerNode, sizes)) {
    const site = siteAt(size);
    const bound = lowerBound(site);
    const top = below === size ? bound : lowerBound(siteAt(below));
    if (top.hours >= mustBeat() || isOverfull(site.kinds, below, mustBeat())) break;
    searchAt(site, bound);
    const tryList = (list: Method["lists"][number]) => {
      best = onCards(list(site, bound), below, mustBeat()) ?? best;
    };
    if (jobs.length <= MOST_LISTED) {
      for (const list of lists) tryList(list);
      if (mustBeat() > top.hours * NEXT_TO_NOTHING) for (const list of furtherLists) tryList(list);
    }
    below = size - 1;
  }
  return best;
}
