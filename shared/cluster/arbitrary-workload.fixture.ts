import fc from "fast-check";
import { type Generator, generator } from "../ranges/generator.ts";
import type { Job, Workload } from "./job.ts";
import type { Machine } from "./machine.ts";
import { workloadOf } from "./workload.fixture.ts";

/** A workload and a machine that takes all of it. */
export interface Case {
  readonly workload: Workload;
  readonly machine: Machine;
}

/**
 * A small case from a seed: one to seven runs in up to seven jobs, on 2 to 8 cards; in turn independent, with stages that follow each other,
 * with a limit, with nodes of 2 to 4 cards, and all of it together. Two in three jobs are moldable, one in four of those loses speed.
 */
export function smallCase(seed: number): Case {
  const next = generator(seed);
  const whole = (low: number, high: number) => low + Math.floor((next() / 2 ** 32) * (high - low + 1));
  const kind = seed % 5;
  const cardsPerNode = kind === 3 || kind === 4 ? whole(2, 4) : 1;
  const cards = kind === 3 || kind === 4 ? cardsPerNode * whole(1, 2) + whole(0, cardsPerNode - 1) : whole(2, 8);
  const stages = kind === 1 || kind === 4 ? 3 : 1;
  const limits = kind === 2 || kind === 4 ? [whole(1, 2)] : [];
  const jobs: Partial<Job>[] = [];
  for (let left = whole(1, 7); left > 0; ) {
    const count = Math.min(whole(1, 3), left);
    left -= count;
    jobs.push({
      ...job(whole, cards - (cards % cardsPerNode), next),
      count,
      stage: whole(0, stages - 1),
      limit: limits.length > 0 && whole(0, 1) === 0 ? 0 : null,
    });
  }
  const after = stages === 1 ? [[]] : [[], whole(0, 1) === 0 ? [0] : [], [whole(0, 1)]];
  return { workload: workloadOf(jobs, after, limits), machine: { cards, cardsPerNode } };
}

function job(whole: (low: number, high: number) => number, largest: number, next: Generator): Partial<Job> {
  const minCards = whole(1, Math.max(1, Math.min(largest, 1 + (next() % largest))));
  const moldable = whole(0, 2) > 0;
  return {
    work: whole(1, 20) * minCards,
    minCards,
    maxCards: moldable ? whole(minCards, 8) : minCards,
    lossPerDoubling: moldable && whole(0, 3) === 0 ? 0.1 : 0,
  };
}

/** Any workload with a machine that takes it; `independent` has no stages that wait, no limits, interchangeable cards and a linear speed-up. */
export const arbitraryCase = ({ independent = false } = {}): fc.Arbitrary<Case> =>
  fc
    .record({
      cardsPerNode: independent ? fc.constant(1) : fc.constantFrom(1, 1, 3, 4, 8),
      nodes: fc.integer({ min: 1, max: 40 }),
      rest: fc.nat({ max: 7 }),
      stages: fc.integer({ min: 1, max: 4 }),
      limits: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: independent ? 0 : 2 }),
    })
    .chain(({ cardsPerNode, nodes, rest, stages, limits }) => {
      const cards = nodes * cardsPerNode + (rest % cardsPerNode);
      const anyJob = fc
        .record({
          stage: fc.nat({ max: stages - 1 }),
          count: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3_000 })),
          work: fc.double({ min: 0.01, max: 1_000, noNaN: true }),
          minCards: fc.integer({ min: 1, max: nodes * cardsPerNode }),
          more: fc.nat({ max: 60 }),
          lossPerDoubling: independent ? fc.constant(0) : fc.constantFrom(0, 0, 0.05, 0.2, 0.6),
          limit: limits.length === 0 ? fc.constant(null) : fc.option(fc.nat({ max: limits.length - 1 })),
        })
        .map(({ more, ...job }) => ({ ...job, maxCards: job.minCards + more }));
      const after = independent
        ? fc.constant(Array.from({ length: stages }, () => []))
        : fc.tuple(...Array.from({ length: stages }, (_, stage) => fc.subarray([...Array(stage).keys()])));
      return fc.record({ jobs: fc.array(anyJob, { maxLength: 9 }), after }).map(({ jobs, after: follows }) => ({
        workload: workloadOf(jobs, follows, limits),
        machine: { cards, cardsPerNode },
      }));
    });
