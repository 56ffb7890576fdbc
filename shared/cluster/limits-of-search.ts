/** From so many tasks on, only a few schedules are tried: with so many of them the choice makes little difference. */
export const MANY_TASKS = 1_500;
/** A stride of a list schedule is at most this part of T*. */
export const STRIDES = 32;
