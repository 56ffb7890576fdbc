/** Starts of runs over all schedules that are tried for one size, after which no further one is begun. */
export const MOST_STARTS = 4_500;
