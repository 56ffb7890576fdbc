import { heldCards, largestRun } from "./allotment.ts";
import type { Job, Workload } from "./job.ts";
import type { Machine } from "./machine.ts";
import { runHours } from "./run-hours.ts";

interface Run {
  readonly job: Job;
  readonly index: number;
}

/**
 * The shortest schedule there is, by branch and bound over the order in which runs start and the cards that each gets; for up to
 * seven runs on a few cards. Runs of one job may get different cards here. Without failures.
 *
 * A shortest schedule exists in which every run starts at 0 or when another ends, and runs can be taken in the order of their starts;
 * so each branch takes one more run that may start, at the first moment not before the last start at which it fits.
 *
 * @returns `atMost` where there is none as short
 */
export function exactHours(workload: Workload, machine: Machine, atMost: number): number {
  const runs = workload.jobs.flatMap((job, index) => Array.from({ length: job.count }, (): Run => ({ job, index })));
  const nodes = machine.cardsPerNode === 1 ? null : nodeSizes(machine);
  const choices = workload.jobs.map((job) => choicesOf(job, machine));
  const fastest = choices.map((own) => Math.min(...own.map(({ hours }) => hours)));
  const leastArea = choices.map((own) => Math.min(...own.map(({ held, hours }) => held * hours)));
  const pathAfter = longestPaths(workload, fastest);
  let best = atMost;

  const placed: Placed[] = [];
  const left = workload.jobs.map((job) => job.count);

  const branch = (from: number, remaining: number): void => {
    if (remaining === 0) {
      best = Math.min(best, Math.max(...placed.map(({ to }) => to)));
      return;
    }
    if (boundOf(from) >= best * (1 - 1e-9)) return;
    for (const [index, job] of workload.jobs.entries()) {
      if ((left[index] as number) === 0) continue;
      const release = releaseOf(job.stage);
      if (release === null) continue;
      for (const { held, hours } of choices[index] as Choice[]) {
        const earliest = Math.max(from, release);
        const moments = [earliest, ...placed.map(({ to }) => to).filter((to) => to > earliest)].sort((a, b) => a - b);
        for (const at of moments) {
          const spots = spotsAt(at, held, job);
          const [second, last] = [placed.at(-2), placed.at(-1)];
          // Two runs that start together may be taken in either order: one is enough, unless the other could start sooner in another node.
          const isSwapped =
            last?.at === at && comesAfter(last, index, held) && (nodes === null || at === (second?.at ?? 0));
          for (const spot of isSwapped ? [] : spots) {
            if (at + hours + (pathAfter[job.stage] as number) >= best * (1 - 1e-9)) continue;
            placed.push({ index, at, to: at + hours, held, spot });
            left[index] = (left[index] as number) - 1;
            branch(at, remaining - 1);
            left[index] = (left[index] as number) + 1;
            placed.pop();
          }
          if (spots.length > 0) break;
        }
      }
    }
  };

  /** When all stages before have ended; null while one has runs that have not started. */
  const releaseOf = (stage: number): number | null => {
    let release = 0;
    for (const earlier of workload.after[stage] ?? []) {
      for (const [index, job] of workload.jobs.entries())
        if (job.stage === earlier && (left[index] as number) > 0) return null;
      const before = releaseOf(earlier);
      if (before === null) return null;
      const ends = placed.filter(({ index }) => workload.jobs[index]?.stage === earlier).map(({ to }) => to);
      release = Math.max(release, before, ...ends);
    }
    return release;
  };

  /** Where a run would fit at a moment: on one of the nodes that differ in their free cards, or on whole nodes. */
  const spotsAt = (at: number, held: number, job: Job): readonly (readonly number[])[] => {
    const going = placed.filter((one) => one.at <= at + 1e-9 && one.to > at + 1e-9);
    if (job.limit !== null) {
      const same = going.filter(({ index }) => workload.jobs[index]?.limit === job.limit);
      if (same.length >= (workload.limits[job.limit] as number)) return [];
    }
    if (nodes === null) {
      const used = going.reduce((sum, one) => sum + one.held, 0);
      return used + held <= machine.cards ? [[]] : [];
    }
    const free = nodes.slice();
    for (const { held: cards, spot } of going) {
      for (const node of spot) free[node] = (free[node] as number) - Math.min(cards, machine.cardsPerNode);
    }
    if (held <= machine.cardsPerNode && held !== machine.cardsPerNode) {
      const seen = new Set<number>();
      const fitting: number[][] = [];
      for (const [node, cards] of free.entries()) {
        // Nodes alike now may differ later only by what goes on in them, which is the same as their free cards tell in small cases.
        const mark = cards + 100 * (nodes[node] as number);
        if (cards >= held && (cards < (nodes[node] as number) || !seen.has(mark))) fitting.push([node]);
        seen.add(mark);
      }
      return fitting;
    }
    const count = held / machine.cardsPerNode;
    const empty = free.flatMap((cards, node) => (cards === machine.cardsPerNode ? [node] : []));
    return empty.length >= count ? [empty.slice(0, count)] : [];
  };

  const boundOf = (from: number): number => {
    let area = 0;
    let bound = Math.max(0, ...placed.map(({ to }) => to));
    for (const [index, job] of workload.jobs.entries()) {
      const count = left[index] as number;
      if (count === 0) continue;
      area += count * (leastArea[index] as number);
      bound = Math.max(bound, from + (fastest[index] as number) + (pathAfter[job.stage] as number));
    }
    for (const { to, held } of placed) area += Math.max(to - from, 0) * held;
    return Math.max(bound, from + area / machine.cards);
  };

  branch(0, runs.length);
  return best;
}

const comesAfter = (last: Placed, index: number, held: number): boolean =>
  last.index > index || (last.index === index && last.held > held);

interface Placed {
  readonly index: number;
  readonly at: number;
  readonly to: number;
  readonly held: number;
  readonly spot: readonly number[];
}

interface Choice {
  readonly held: number;
  readonly hours: number;
}

/** Every number of cards that is faster than all smaller ones. */
function choicesOf(job: Job, machine: Machine): Choice[] {
  const choices: Choice[] = [];
  for (let cards = job.minCards; cards <= job.maxCards; cards++) {
    const held = heldCards(cards, machine.cardsPerNode);
    if (held > largestRun(machine)) break;
    const used = Math.min(held, job.maxCards);
    const hours = runHours(job, used, null);
    if (hours < (choices.at(-1)?.hours ?? Number.POSITIVE_INFINITY)) choices.push({ held, hours });
  }
  return choices;
}

const nodeSizes = ({ cards, cardsPerNode }: Machine): number[] => {
  const rest = cards % cardsPerNode;
  return [...Array.from({ length: Math.floor(cards / cardsPerNode) }, () => cardsPerNode), ...(rest > 0 ? [rest] : [])];
};

/** By stage, the least that stands after it. */
function longestPaths(workload: Workload, fastest: readonly number[]): number[] {
  const own = workload.after.map((_, stage) =>
    Math.max(0, ...workload.jobs.flatMap((job, index) => (job.stage === stage ? [fastest[index] as number] : []))),
  );
  const after = (stage: number): number =>
    Math.max(
      0,
      ...workload.after.flatMap((earlier, next) =>
        earlier.includes(stage) ? [(own[next] as number) + after(next)] : [],
      ),
    );
  return own.map((_, stage) => after(stage));
}
