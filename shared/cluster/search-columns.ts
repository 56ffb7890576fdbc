import type { Allotment } from "./allotment.ts";
import { balancedCards } from "./balanced-cards.ts";
import { packInColumns } from "./columns.ts";
import { fittingCards } from "./fitting-cards.ts";
import type { Found } from "./found.ts";
import { allotmentsOf, areaOf } from "./kinds.ts";
import type { Kind, Site } from "./site.ts";

/** Deadlines that are tried, as parts of the shortest one that the work fits under. */
const DEADLINES = [1, 1.0005, 1.004, 1.02, 1.05, 1.1];
/** From this part on, deadlines are far apart, and so many halvings are tried in between. */
const WORTH_SQUEEZING = 1.02;
const SQUEEZES = 3;
/** Two ways to give cards: pieces that are small either way, and pieces that fill the time, so many after one another. */
const WAYS = [balancedCards, fittingCards];
/** Runs under a limit are counted over time, so that many of them would take long. */
const MOST_LIMITED = 300;
/** Free time without which packing does not work out as a rule. */
const LEAST_FREE = 0.0003;

/** Whether runs can be packed in columns: none waits for another. */
export function isPackable({ tasks, after }: Site): boolean {
  let limited = 0;
  for (const { stage, limit } of tasks) {
    if ((after[stage] as readonly number[]).length > 0) return false;
    if (limit !== null) limited++;
  }
  return limited <= MOST_LIMITED;
}

/**
 * Packs runs that wait for nothing under deadlines a little longer than the one that their work fits under; the first that works out.
 *
 * @param filledHours the deadline that the work fits under
 * @param mustBeat hours; what is no shorter is not made as short as it can be
 * @returns null where none works out
 */
export function searchColumns(site: Site, filledHours: number, mustBeat = Number.POSITIVE_INFINITY): Found | null {
  let before = 0;
  for (const part of DEADLINES) {
    const deadline = filledHours * part;
    for (const cardsOf of WAYS) {
      const allotments = thatLeaveRoom(site, deadline, (kind) => cardsOf(site, kind, deadline));
      if (allotments === null) continue;
      const packed = pack(site, allotments, deadline);
      if (packed !== null) return part < WORTH_SQUEEZING ? packed : squeezed(site, packed, before, mustBeat);
    }
    before = deadline;
  }
  return null;
}

function pack(site: Site, allotments: readonly Allotment[], deadline: number): Found | null {
  const batches = packInColumns(site, allotments, deadline);
  if (batches === null) return null;
  const hours = batches.reduce((last, { to }) => Math.max(last, to), 0);
  return { hours, batches, recipe: { allotments, order: new Int32Array(0) } };
}

/** The same cards under the shortest deadline that still works out, looked for between one that does not and what is packed. */
function squeezed(site: Site, packed: Found, tooShort: number, mustBeat: number): Found {
  if (areaOf(site, packed.recipe.allotments) >= mustBeat * site.machine.cards) return packed;
  let [best, low] = [packed, tooShort];
  for (let step = 0; step < SQUEEZES; step++) {
    const middle = (low + best.hours) / 2;
    const found = pack(site, packed.recipe.allotments, middle);
    if (found === null) low = middle;
    else best = found;
  }
  return best;
}

/** What each task is given, where the runs leave a little room under a deadline; else null, told as soon as it is certain. */
function thatLeaveRoom(site: Site, deadline: number, give: (kind: Kind) => Allotment): Allotment[] | null {
  const { kinds, machine } = site;
  const most = deadline * machine.cards * (1 - LEAST_FREE);
  // More cards of a run are never more efficient.
  const leastOf = ({ count, choices: { fewest } }: Kind) => count * fewest.held * fewest.hours;
  let area = kinds.reduce((sum, kind) => sum + leastOf(kind), 0);
  const given = new Map<Kind, Allotment>();
  for (const kind of kinds) {
    const one = give(kind);
    area += kind.count * one.held * one.hours - leastOf(kind);
    if (one.hours > deadline || area > most) return null;
    given.set(kind, one);
  }
  return allotmentsOf(site, (kind) => given.get(kind) as Allotment);
}
