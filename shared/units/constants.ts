/** Seconds in an hour. */
export const SECONDS_PER_HOUR = 3_600;

/** Minutes in an hour. */
export const MINUTES_PER_HOUR = 60;

/** Hours in a day. */
export const HOURS_PER_DAY = 24;

/** Seven days of 24 hours. */
export const HOURS_PER_WEEK = 168;

/** Hours in a year of 365 days: how budgets and reservations count it. */
export const HOURS_PER_YEAR = 8_760;

/** Months in a year; of a machine that is owned, one is a twelfth of a year, 730 hours. */
export const MONTHS_PER_YEAR = 12;

/** Hours in a month of 30 days. */
export const HOURS_PER_MONTH = 720;

/** Operations in one petaflop-day: 1e15 FLOP/s for 86,400 s. */
export const PETAFLOP_DAY = 8.64e19;
