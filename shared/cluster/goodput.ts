/** How much of a run's time is work when cards fail and the run goes on from its last checkpoint. */
export interface FailureSetting {
  /** Mean hours between failures of the whole run: that of one card ÷ its cards. More than 0. */
  readonly mtbfHours: number;
  /** Hours that one checkpoint takes to write, δ. */
  readonly writeHours: number;
  /** Hours from a failure until the run goes on from its last checkpoint, R. */
  readonly restartHours: number;
  /** Hours of work of the run. It is never longer from checkpoint to checkpoint than this. */
  readonly runHours?: number;
  /** What `bestInterval` says of the mean time between failures and the writing, where it is known already. */
  readonly bestHours?: number;
}

export interface Goodput {
  /** Hours of work ÷ expected hours of wall-clock, over 0 up to 1. */
  readonly goodput: number;
  /** τ: hours of work from one checkpoint to the next; 0 where checkpoints cost nothing. */
  readonly intervalHours: number;
}

/**
 * Daly's closed form ("A higher order estimate of the optimum checkpoint interval for restart dumps", FGCS 22, 2006) for
 * failures that come at random with mean time M between them, in work, in writing and in restarting alike:
 *
 *     goodput = τ ÷ (M·e^(R/M)·(e^((τ+δ)/M) − 1)),   τ = M·(1 + W₀(−e^(−1−δ/M)))
 *
 * τ is the interval at which the goodput is highest, at most the run's length; the last stretch is written too. Young's
 * √(2·δ·M) is what τ comes to for δ ≪ M only.
 *
 * @returns a goodput of at least 1e-12, where a run would never end; and 1 at most
 * @example 16,384 cards of 50,677 h, δ = 5 min, R = 10 min: τ = 39.813 min, goodput 0.74427
 */
export function goodput({ mtbfHours, writeHours, restartHours, runHours, bestHours }: FailureSetting): Goodput {
  const best = bestHours ?? bestInterval(mtbfHours, writeHours);
  const intervalHours = runHours === undefined ? best : Math.min(best, runHours);
  const work = intervalHours / mtbfHours;
  const write = writeHours / mtbfHours;
  const spent = Math.exp(restartHours / mtbfHours) * Math.expm1(work + write);
  const share = spent === 0 ? Math.exp(-restartHours / mtbfHours) : work / spent;
  return { goodput: Math.max(share, NEVER_ENDS), intervalHours };
}

/**
 * τ of a run that is long enough for it, in hours: `goodput` has the formula.
 *
 * @example a failure every 3.0931 h, five minutes to write: 0.66355 h
 */
export const bestInterval = (mtbfHours: number, writeHours: number): number =>
  mtbfHours * aboveBranch(writeHours / mtbfHours);

const NEVER_ENDS = 1e-12;

/**
 * 1 + W₀(−e^(−1−d)) for d ≥ 0, W₀ the principal branch of Lambert's function: the x in [0, 1) with −ln(1 − x) − x = d.
 * Taken at its distance from the branch point, since −e^(−1−d) itself has no digits left to tell small d apart.
 *
 * By Newton's method from the series at the branch point (Corless et al., "On the Lambert W function", Adv. Comput.
 * Math. 5, 1996, eq. 4.22). The function is convex, so that the steps after the first come from one side. Absolute error 2e-16 / x at most.
 *
 * @example aboveBranch(0.0269411) // 0.2145…, for τ = 0.2145 M
 */
export function aboveBranch(d: number): number {
  if (d === 0) return 0;
  const p = Math.sqrt(-2 * Math.expm1(-d));
  let x = Math.min(p * (1 - p * (1 / 3 - (p * 11) / 72)), LAST_BELOW_ONE);
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = x + ((x + Math.log1p(-x) + d) * (1 - x)) / x;
    const bounded = Math.min(Math.max(next, x / 2), LAST_BELOW_ONE);
    if (Math.abs(bounded - x) <= CLOSE * x) return bounded;
    x = bounded;
  }
  return x;
}

const LAST_BELOW_ONE = 1 - 2 ** -53;
const CLOSE = 4e-16;
/** A bound for the loop only: seven steps are the most it takes. */
const MOST_STEPS = 40;
