/** The runs of a plan as a cluster sees them: from run classes to moldable jobs. */
import type { Job, Workload } from "../../cluster/job.ts";
import type { ResolvedCluster, ResolvedLayout, ResolvedPlan, RunClass } from "../../plan/resolved.ts";
import { MINUTES_PER_HOUR } from "../../units/constants.ts";
import { amountAt, type InputValues, likelyValues } from "../amounts.ts";
import { estimate } from "../estimate.ts";
import { fitOf, type RunFit } from "../fit.ts";
import type { ClassEstimate, Estimate } from "../types.ts";
import { classId } from "./class-id.ts";
import { Limits } from "./limits.ts";
import { atSpeedOf, grantedCards, onCluster } from "./on-cluster.ts";
import { type RunCards, runCardsOf } from "./run-cards.ts";
import { stagesAfter } from "./stages.ts";

/** What a job of a plan's workload is. */
export interface JobOf {
  /** Index into the plan's run classes. */
  readonly runClass: number;
  /** Runs that end early, or the part of a run that is expected of a count that is not whole. */
  readonly isShort: boolean;
  readonly cards: RunCards;
}

export interface PlanWorkload extends Workload {
  /** In the order of `jobs`. */
  readonly jobsOf: readonly JobOf[];
  /** Card-hours of all jobs on the fewest cards of each: the plan's total at the speed of the cluster's card. */
  readonly cardHours: number;
}

/**
 * Fewest cards of a run that fits on no number of them: no cluster is as large, so that the schedule names it, with all that depends on it.
 */
export const MORE_THAN_ANY_CLUSTER = Number.MAX_SAFE_INTEGER;

/** Expected counts such as 3 × ⅓ are whole. */
const ROUNDING = 1e-9;

/**
 * The jobs of `plan` on `cluster`, at the likely values of its inputs unless `values` says otherwise. All work is in them, work done again
 * included: it makes each run as much longer. n expected runs are n rounded up, the last of them shorter, so that the work is the same; of
 * runs that end early as many as are whole stay whole. Runs that another experiment has done already add nothing.
 *
 * The plan of arXiv 2407.05872 has 120 jobs of 58,512 runs and 4,302,487 card-hours.
 */
export function workloadOf(
  plan: ResolvedPlan,
  estimated: Estimate,
  cluster: ResolvedCluster,
  values: InputValues = likelyValues(plan),
): PlanWorkload {
  const moved = atSpeedOf(plan, cluster);
  const classes = moved === plan ? estimated.classes : estimate(moved, values).classes;
  const fits = fitOf(onCluster(plan, cluster));
  const again = 1 + amountAt(plan.reruns, values);
  const granted = grantedCards(cluster);
  const limits = new Limits();
  const jobs: Job[] = [];
  const jobsOf: JobOf[] = [];
  const ids = new Set<string>();
  let cardHours = 0;
  for (const [index, runClass] of plan.classes.entries()) {
    const { runs, work, layout, fit } = partsOf(plan, classes, fits, index, runClass);
    const total = work.total * again;
    // What is left of a run by rounding, as of a sweep that a percentile of the work leaves out, is no run.
    if (!(unrounded(runs) > 0) || !(total > 0)) continue;
    const cards = runCardsOf(runClass, layout, fit);
    const sweep = plan.experiments[runClass.experiment]?.sweeps[runClass.sweep];
    const min = cards.min ?? MORE_THAN_ANY_CLUSTER;
    const shared = {
      stage: runClass.experiment,
      minCards: min,
      maxCards: Math.max(min, cards.max ?? granted),
      lossPerDoubling: layout.runCards.lossPerDoubling,
      limit: sweep === undefined ? null : limits.of(sweep, runClass, values),
      checkpoint: checkpointOf(layout, cluster),
    };
    const id = unused(classId(plan, runClass), ids);
    for (const part of wholeAndShort(runs, runs * (1 - earlyShare(runClass, values)), work.ofRun * again, total)) {
      jobs.push({
        id: part.isShort && part.isBesideWhole ? `${id}/short` : id,
        ...shared,
        count: part.count,
        work: part.work,
      });
      jobsOf.push({ runClass: index, isShort: part.isShort, cards });
    }
    cardHours += total;
  }
  return { jobs, jobsOf, cardHours, after: stagesAfter(plan), limits: limits.list };
}

function partsOf(
  { layouts }: ResolvedPlan,
  classes: readonly ClassEstimate[],
  fits: readonly RunFit[],
  index: number,
  runClass: RunClass,
): {
  readonly runs: number;
  readonly work: { readonly ofRun: number; readonly total: number };
  readonly layout: ResolvedLayout;
  readonly fit: RunFit;
} {
  const [own, fit, layout] = [classes[index], fits[index], layouts[runClass.layout]];
  if (own === undefined || fit === undefined || layout === undefined) {
    throw new RangeError("a run class lies outside its plan");
  }
  return { runs: own.runs, work: { ofRun: own.cardHoursPerRun, total: own.cardHours }, layout, fit };
}

const earlyShare = ({ earlyStopped }: RunClass, values: InputValues): number =>
  earlyStopped === null || amountAt(earlyStopped.at, values) === 1 ? 0 : amountAt(earlyStopped.share, values);

/** A fraction of a run among so many is spread over all of them: each is less than a tenth shorter, and they stay one job. */
const MANY = 10;

interface Part {
  readonly count: number;
  /** Card-hours of one run. */
  readonly work: number;
  readonly isShort: boolean;
  readonly isBesideWhole: boolean;
}

/**
 * `runs` expected runs of `total` card-hours together, `full` of them as long as `ofRun`: as many whole ones as there are, and the
 * rest, one run or more, with what is left of the work. Of many runs the fraction is spread over all.
 *
 * Worked example: 15 runs of 10 card-hours, half ended after a quarter: 7 of 10 and 8 of 2.97.
 */
function wholeAndShort(runs: number, full: number, ofRun: number, total: number): Part[] {
  const whole = Math.floor(unrounded(full));
  const rest = Math.ceil(unrounded(runs)) - whole;
  if (full === runs && whole >= MANY) {
    const count = whole + Math.max(0, rest);
    return [{ count, work: total / count, isShort: false, isBesideWhole: false }];
  }
  const left = total - whole * ofRun;
  // Runs that end before they begin are no work.
  if (rest <= 0 || (whole > 0 && left <= ROUNDING * total)) {
    return [{ count: whole, work: total / whole, isShort: false, isBesideWhole: false }];
  }
  const short = { count: rest, work: left / rest, isShort: true, isBesideWhole: whole > 0 };
  return whole === 0 ? [short] : [{ count: whole, work: ofRun, isShort: false, isBesideWhole: false }, short];
}

/** The whole number of runs that so many are but for rounding, else as they are. */
const unrounded = (runs: number): number =>
  Math.abs(runs - Math.round(runs)) <= ROUNDING * Math.max(1, runs) ? Math.round(runs) : runs;

/** Null where the cluster's own times hold; a run that states one of the two takes the other from the cluster. */
function checkpointOf({ runCards }: ResolvedLayout, cluster: ResolvedCluster): Job["checkpoint"] {
  const { checkpointWriteMinutes, restartMinutes } = runCards;
  if (checkpointWriteMinutes === null && restartMinutes === null) return null;
  return {
    writeHours: (checkpointWriteMinutes ?? cluster.checkpointWriteMinutes) / MINUTES_PER_HOUR,
    restartHours: (restartMinutes ?? cluster.restartMinutes) / MINUTES_PER_HOUR,
  };
}

/** `id`, or the first of its numbered ones that is not taken; takes it. */
function unused(id: string, taken: Set<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number++) free = `${id}~${number}`;
  taken.add(free);
  return free;
}
