import { isNever } from "../../units/format/duration.ts";
import type { ClusterSchedule } from "./cluster-schedule.ts";

/**
 * Whether the work would end but for failures: cards fail so often that some run is thrown back before it reaches its next checkpoint, over
 * and over, for more than a million years.
 *
 * @example runs of 1,000 cards that each fail every 10 hours, with five minutes to write a checkpoint
 */
export const neverEndsForFailures = ({
  scheduled,
  expected,
}: Pick<ClusterSchedule, "scheduled" | "expected">): boolean => isNever(expected.hours) && !isNever(scheduled.hours);
