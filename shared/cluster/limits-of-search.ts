/** From so many tasks on, schedules are searched for at fewer sizes: with so many of them a percent of the cards makes little difference. */
export const MANY_TASKS = 1_500;
/** Starts of runs over all schedules that are tried for one size, after which no further one is begun. */
export const MOST_STARTS = 4_500;
/** How many are tried even so. */
export const FEWEST_TRIALS = 3;
