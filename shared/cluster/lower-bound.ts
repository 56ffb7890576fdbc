import type { Site, Task } from "./site.ts";

/** T* and what it comes from. */
export interface LowerBound {
  readonly hours: number;
  readonly kind: "work" | "longestRun" | "path" | "maxParallel" | "nothing";
  /** The longest run, or a job that the limit holds back; an index into `Workload.jobs`. */
  readonly job: number | null;
  /** The last stage of the path. */
  readonly stage: number | null;
}

/** Rounding alone makes no difference between two bounds. */
const SAME = 1 + 1e-12;

/**
 * T*: what no schedule can be shorter than. The largest of
 *
 * - work at the fewest cards, whole nodes counted, ÷ cards: more cards are never more efficient;
 * - the longest run on as many cards as it can use;
 * - a limit's runs ÷ how many of them may go on at once, as whole waves of the fastest run and as the sum over its jobs;
 * - the longest path over stages that follow each other, each of them weighing its own bound by the three above.
 *
 * @example 8 cards, one run of 40 card-hours on at most 4 and four of 8 on at most 2: max(72 / 8, 40 / 4) = 10 h
 */
export function lowerBound(site: Site): LowerBound {
  const whole = boundOf(site, site.tasks);
  const byStage: Task[][] = site.after.map(() => []);
  for (const task of site.tasks) byStage[task.stage]?.push(task);
  const ends: number[] = site.after.map(() => 0);
  let last = 0;
  for (const stage of site.stageOrder) {
    const start = Math.max(0, ...(site.after[stage] ?? []).map((earlier) => ends[earlier] as number));
    ends[stage] = start + boundOf(site, byStage[stage] as Task[]).hours;
    if ((ends[stage] as number) > (ends[last] as number)) last = stage;
  }
  const path = ends[last] ?? 0;
  return path > whole.hours * SAME ? { hours: path, kind: "path", job: null, stage: last } : whole;
}

/** The bound of tasks that do not wait for one another. */
function boundOf({ machine, limits }: Site, tasks: readonly Task[]): LowerBound {
  let bound: LowerBound = { hours: 0, kind: "nothing", job: null, stage: null };
  const raise = (hours: number, kind: LowerBound["kind"], job: number | null) => {
    if (hours > bound.hours * SAME) bound = { hours, kind, job, stage: null };
  };
  let work = 0;
  let longest = 0;
  let longestJob: number | null = null;
  const waves = limits.map((most) => ({
    most,
    count: 0,
    hours: 0,
    fastest: Number.POSITIVE_INFINITY,
    job: 0,
    slowest: 0,
  }));
  for (const { job, count, limit, choices } of tasks) {
    const { fewest, fastest } = choices;
    work += count * fewest.held * fewest.hours;
    if (fastest.hours > longest) {
      longest = fastest.hours;
      longestJob = job;
    }
    const wave = limit === null ? undefined : waves[limit];
    if (wave === undefined) continue;
    wave.count += count;
    wave.hours += count * fastest.hours;
    wave.fastest = Math.min(wave.fastest, fastest.hours);
    if (count * fastest.hours > wave.slowest) {
      wave.slowest = count * fastest.hours;
      wave.job = job;
    }
    raise(Math.ceil(count / wave.most) * fastest.hours, "maxParallel", job);
  }
  const parallel = bound;
  bound = { hours: 0, kind: "nothing", job: null, stage: null };
  raise(longest, "longestRun", longestJob);
  raise(parallel.hours, parallel.kind, parallel.job);
  for (const { most, count, hours, fastest, job } of waves) {
    if (count > 0) raise(Math.max(Math.ceil(count / most) * fastest, hours / most), "maxParallel", job);
  }
  // Last: of two that bind alike, more cards help against neither where they do not help against one.
  raise(work / machine.cards, "work", null);
  return bound;
}
