/** Timing: medians of many repetitions, because a mean counts every interruption by the machine. */

/** A result: the work by name, how long it takes, and the limit it is held to, if any. */
export interface Measurement {
  readonly work: string;
  readonly milliseconds: number;
  /** The limit in milliseconds, and where it comes from when it is not a person's patience. */
  readonly limit: { readonly milliseconds: number; readonly reason: string } | null;
}

/** The middle value of a list; the mean of the middle two when their number is even. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new RangeError("the median of nothing");
  const lower = sorted[middle - 1];
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

/**
 * Median milliseconds of one call. `work` is called `batch` times per sample, so that a call of microseconds is not
 * timed by a clock of microseconds; the first tenth of the samples warms up and is dropped.
 */
export function timeCalls(work: () => unknown, { samples, batch }: { samples: number; batch: number }): number {
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const start = performance.now();
    for (let call = 0; call < batch; call++) work();
    times.push((performance.now() - start) / batch);
  }
  return median(times.slice(Math.floor(samples / 10)));
}
