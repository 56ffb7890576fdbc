/** The bands of a timeline as the sheet draws them: an outline of few enough points, and what its table says of it. */
import { type BandStep, bandsOf } from "../../cluster/bands.ts";
import type { Schedule } from "../../cluster/schedule-types.ts";
import type { PlanWorkload } from "./workload.ts";

/** From `hours` on so many cards are in use, until the next step. */
export interface Step {
  readonly hours: number;
  readonly cards: number;
}

export interface DrawnBand {
  /** Index into the plan's experiments. */
  readonly experiment: number;
  /** The first at 0, the last where nothing is in use any more. */
  readonly steps: readonly Step[];
  /** Most cards in use at once. */
  readonly mostCards: number;
  readonly cardHours: number;
}

/**
 * The bands of a schedule as they are drawn, in the order of the plan; experiments without a run that runs have none. Where there are more
 * than `most` moments at which something changes, time is cut into `most` equal parts, each with its mean: areas stay what they are.
 */
export function drawnBandsOf({ segments, hours: end }: Schedule, { jobs }: PlanWorkload, most: number): DrawnBand[] {
  const bands = bandsOf(
    segments,
    jobs.map(({ stage }) => stage),
  );
  const moments = new Set(
    bands.flatMap(({ steps }) => steps.flatMap(({ fromHours, toHours }) => [fromHours, toHours])),
  );
  return bands.map(({ stage, steps }) => {
    const exact = outlineOf(steps, end);
    return {
      experiment: stage,
      steps: moments.size <= most ? exact : inParts(exact, end, most),
      mostCards: exact.reduce((found, { cards }) => Math.max(found, cards), 0),
      cardHours: areaUpTo(exact, end),
    };
  });
}

/** With the times in between in which nothing is in use. */
function outlineOf(busy: readonly BandStep[], end: number): Step[] {
  const steps: Step[] = [];
  const add = (hours: number, cards: number) => {
    if (steps.at(-1)?.cards !== cards) steps.push({ hours, cards });
  };
  let until = 0;
  for (const { fromHours, toHours, cards } of busy) {
    if (fromHours > until) add(until, 0);
    add(fromHours, cards);
    until = toHours;
  }
  if (until < end) add(until, 0);
  return [...steps, { hours: end, cards: 0 }];
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
