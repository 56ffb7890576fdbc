import type { Allotment } from "./allotment.ts";
import type { Best } from "./best.ts";
import { type Item, inOrder } from "./in-order.ts";
import { allotmentsOf, areaOf } from "./kinds.ts";
import type { LowerBound } from "./lower-bound.ts";
import { type OrderKind, orderTasks } from "./priorities.ts";
import type { Site, Task } from "./site.ts";

/** The deadline that cards are allotted for, as a part of T*: finer pieces fit better together. */
const FINE = 1 / 4;
/** Unless so much more work comes with it. */
const TOO_COSTLY = 1.02;
/** A task that would take more waves than this has several runs follow one another on the same cards. */
const MOST_WAVES = 16;

/** A list of a fixed order whose pieces are started as they stand, none passing another. */
export interface List {
  readonly site: Site;
  readonly allotments: readonly Allotment[];
  readonly items: readonly Item[];
}

/**
 * The list with cards for T* that is made for the size of a site; it may be too small for the largest run, which then gets what it needs.
 */
export function listByBound(site: Site, bound: LowerBound, kind: OrderKind): List {
  const within = (part: number) => allotmentsOf(site, ({ choices }) => choices.within(bound.hours * part));
  const [coarse, fine] = [within(1), within(FINE)];
  const allotments = areaOf(site, fine) > areaOf(site, coarse) * TOO_COSTLY ? coarse : fine;
  return { site, allotments, items: itemsOf(site, allotments, orderTasks(site, allotments, kind)) };
}

/** The list by priority: the stages in their order, with the cards that `cardsByStage` gives. */
export function listByStage(site: Site, allotments: readonly Allotment[]): List {
  return { site, allotments, items: itemsOf(site, allotments, orderTasks(site, allotments, "stage")) };
}

/** A list with the cards and the order that it has, at a site where runs take other hours. */
export function withHoursOf(site: Site, { allotments, items }: List): List {
  const own = allotments.map(({ cards }, task) => (site.tasks[task] as Task).choices.on(cards));
  const hoursOf = ({ task, waves }: Item) => waves * (own[task] as Allotment).hours;
  return { site, allotments: own, items: items.map((item) => ({ ...item, hours: hoursOf(item) })) };
}

/** A list on a machine of so many cards, with nodes as its site has them; null where it would be no shorter than `shorterThan`. */
export function onCards({ site, allotments, items }: List, cards: number, shorterThan: number): Best | null {
  const made = inOrder(unitsOf(cards, site.machine.cardsPerNode), items, site, shorterThan);
  if (made === null) return null;
  const stretches = made.started.map(({ item, from, pieces }) => {
    const { task, runs, hours, waves } = items[item] as Item;
    return { task, from, to: from + hours, runs: pieces * runs, waves };
  });
  return { hours: made.hours, cards, tasks: site.tasks, allotments, stretches };
}

/** What a list hands out: nodes; cards where they are interchangeable, and within the one node of a cluster that fills none. */
const unitsOf = (cards: number, cardsPerNode: number): number =>
  cards < cardsPerNode ? cards : Math.floor(cards / cardsPerNode);

/** The tasks as pieces: runs that share a node, and runs that follow one another where there are very many. */
function itemsOf(site: Site, allotments: readonly Allotment[], order: Int32Array): Item[] {
  const { cards, cardsPerNode } = site.machine;
  const node = cards < cardsPerNode ? 1 : cardsPerNode;
  const items: Item[] = [];
  for (const task of order) {
    const { count, limit, stage } = site.tasks[task] as Task;
    const { held, hours } = allotments[task] as Allotment;
    const most = limit === null ? count : Math.min(count, site.limits[limit] as number);
    const together = held < node ? Math.min(Math.floor(node / held), most) : 1;
    const units = held < node ? 1 : held / node;
    const atOnce = Math.max(1, Math.min(Math.floor(unitsOf(cards, cardsPerNode) / units) * together, most));
    const waves = Math.max(1, Math.floor(count / (atOnce * MOST_WAVES)));
    const add = (runs: number, pieces: number, inRow: number) => {
      if (pieces > 0) items.push({ task, stage, pieces, units, hours: hours * inRow, waves: inRow, limit, runs });
    };
    const columns = Math.floor(count / waves);
    add(together, Math.floor(columns / together), waves);
    add(columns % together, columns % together > 0 ? 1 : 0, waves);
    const rest = count - columns * waves;
    add(together, Math.floor(rest / together), 1);
    add(rest % together, rest % together > 0 ? 1 : 0, 1);
  }
  return items;
}
