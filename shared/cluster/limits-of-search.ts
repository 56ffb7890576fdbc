/** Starts of runs over all schedules that are tried for one size, after which no further one is begun. */
export const MOST_STARTS = 4_500;
/** A schedule so little longer than T* is taken as it is: no other can win more than that. */
export const NEXT_TO_NOTHING = 1.001;
