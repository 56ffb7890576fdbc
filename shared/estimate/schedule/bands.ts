/** A schedule as bands: cards in use over time, by experiment. What a timeline draws, and what its table says. */
import type { Schedule } from "../../cluster/schedule-types.ts";
import type { PlanWorkload } from "./workload.ts";

/** From `hours` on so many cards are in use, until the next step. */
export interface Step {
  readonly hours: number;
  readonly cards: number;
}

export interface Band {
  /** Index into the plan's experiments. */
  readonly experiment: number;
  /** The first at 0, the last where nothing is in use any more. */
  readonly steps: readonly Step[];
  /** Most cards in use at once. */
  readonly mostCards: number;
  readonly cardHours: number;
}

/**
 * The bands of a schedule in the order of the plan; experiments without a run that runs have none. Where there are more than `most` moments
 * at which something changes, time is cut into `most` equal parts, each with its mean: areas stay what they are.
 */
export function bandsOf(schedule: Schedule, { jobs }: PlanWorkload, most: number): Band[] {
  const of = new Map<number, Map<number, number>>();
  const moments = new Set<number>([0, schedule.hours]);
  for (const { job, fromHours, toHours, cards } of schedule.segments) {
    const stage = jobs[job]?.stage ?? 0;
    const changes = of.get(stage) ?? new Map<number, number>();
    of.set(stage, changes);
    changes.set(fromHours, (changes.get(fromHours) ?? 0) + cards);
    changes.set(toHours, (changes.get(toHours) ?? 0) - cards);
    moments.add(fromHours).add(toHours);
  }
  return [...of.entries()]
    .sort(([a], [b]) => a - b)
    .map(([experiment, changes]) => {
      const exact = stepsOf(changes, schedule.hours);
      const steps = moments.size <= most ? exact : inParts(exact, schedule.hours, most);
      return {
        experiment,
        steps,
        mostCards: exact.reduce((found, { cards }) => Math.max(found, cards), 0),
        cardHours: areaUpTo(exact, schedule.hours),
      };
    });
}

function stepsOf(changes: ReadonlyMap<number, number>, end: number): Step[] {
  const steps: Step[] = [];
  let cards = 0;
  for (const hours of [...new Set([0, ...changes.keys(), end])].sort((a, b) => a - b)) {
    // Sums of parts of nodes may be off by a rounding.
    cards = Math.max(0, cards + (changes.get(hours) ?? 0));
    if (steps.at(-1)?.cards !== cards || hours === end) steps.push({ hours, cards });
  }
  return steps;
}

function inParts(steps: readonly Step[], end: number, parts: number): Step[] {
  const cut: Step[] = [];
  const width = end / parts;
  let before = 0;
  let at = 0;
  let area = 0;
  for (let part = 0; part < parts; part++) {
    const until = part === parts - 1 ? end : (part + 1) * width;
    // The area up to `until`, going on from where the last part ended.
    for (let next = steps[at + 1]; next !== undefined && next.hours <= until; next = steps[at + 1]) {
      area += (steps[at]?.cards ?? 0) * (next.hours - (steps[at]?.hours ?? 0));
      at += 1;
    }
    const sofar = area + (steps[at]?.cards ?? 0) * (until - (steps[at]?.hours ?? 0));
    cut.push({ hours: part * width, cards: (sofar - before) / (until - part * width) });
    before = sofar;
  }
  return [...cut, { hours: end, cards: 0 }];
}

/** Card-hours under the steps until `end`. */
export function areaUpTo(steps: readonly Step[], end: number): number {
  let area = 0;
  for (const [index, { hours, cards }] of steps.entries()) {
    if (hours >= end) break;
    area += cards * (Math.min(steps[index + 1]?.hours ?? end, end) - hours);
  }
  return area;
}
