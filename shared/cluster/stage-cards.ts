import type { Allotment } from "./allotment.ts";
import { filledDeadline } from "./filled.ts";
import type { Site, Task } from "./site.ts";

/** Deadlines that are looked at for a stage: from the one at which its work fills the machine, each half of the one before. */
const HALVINGS = 10;
/** Finer pieces go before coarser ones that end no sooner than this, */
const NO_SOONER = 1.002;
/** where the machine is so many times as large as they are wide on the average. */
const LARGE = 64;

/**
 * Cards for the tasks of every stage as if the stage had the machine to itself, so that it ends soonest by the bound of list schedules
 * (Garey and Graham 1975): all cards but those that a waiting run may leave idle are busy until the last run starts, which ends after the
 * longest run at the latest. What other stages do changes nothing.
 */
export function cardsByStage(site: Site): readonly Allotment[] {
  const known = KNOWN.get(site) ?? cardsOf(site);
  KNOWN.set(site, known);
  return known;
}

/** A schedule by priority is looked for in two ways from the same cards. */
const KNOWN = new WeakMap<Site, readonly Allotment[]>();

function cardsOf(site: Site): readonly Allotment[] {
  const allotments = site.tasks.map(({ choices }) => choices.fewest);
  const byStage: number[][] = site.after.map(() => []);
  for (const [index, { stage }] of site.tasks.entries()) byStage[stage]?.push(index);
  for (const own of byStage) {
    if (own.length === 0) continue;
    const tasks = own.map((index) => site.tasks[index] as Task);
    const chosen = cardsOfStage(site, tasks);
    for (const [at, index] of own.entries()) allotments[index] = chosen[at] as Allotment;
  }
  return allotments;
}

function cardsOfStage(site: Site, tasks: readonly Task[]): readonly Allotment[] {
  const fastest = tasks.reduce((longest, { choices }) => Math.max(longest, choices.fastest.hours), 0);
  const work = tasks.reduce((sum, { count, choices: { fewest } }) => sum + count * fewest.held * fewest.hours, 0);
  let deadline = filledDeadline(tasks, site.machine.cards, Math.max(fastest, work / site.machine.cards)).hours;
  let best: readonly Allotment[] = [];
  let soonest = Number.POSITIVE_INFINITY;
  let before: readonly Allotment[] = [];
  for (let step = 0; step <= HALVINGS; step++, deadline /= 2) {
    const tried = tasks.map(({ choices }) => choices.within(deadline));
    if (step > 0 && tried.every((one, at) => one.cards === before[at]?.cards)) continue;
    const { end, width } = endBound(site, tasks, tried);
    if (end < soonest * (width * LARGE <= site.machine.cards ? NO_SOONER : 1)) best = tried;
    soonest = Math.min(soonest, end);
    before = tried;
  }
  return best;
}

/** When tasks end at the latest that are alone on the machine, and how wide they are on the average of their work. */
function endBound(
  { machine, limits }: Site,
  tasks: readonly Task[],
  allotments: readonly Allotment[],
): { end: number; width: number } {
  const underLimit = new Float64Array(limits.length);
  let [area, width, longest] = [0, 0, 0];
  for (const [at, { held, hours }] of allotments.entries()) {
    const { count, limit } = tasks[at] as Task;
    area += held * hours * count;
    width += held * held * hours * count;
    longest = Math.max(longest, hours);
    if (limit !== null) underLimit[limit] = (underLimit[limit] as number) + count * hours;
  }
  // A size that is looked at may be too small for some task: it then has one card for all that waits.
  const busy = area / Math.max(machine.cards - width / area + 1, 1);
  const atOnce = underLimit.reduce((most, hours, limit) => Math.max(most, hours / (limits[limit] as number)), busy);
  return { end: longest + atOnce, width: width / area };
}
