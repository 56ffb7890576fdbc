/** Ends that differ by no more than this, as a part of the time, are the same moment: one rounding apart. */
export const MOMENT = 1e-12;
