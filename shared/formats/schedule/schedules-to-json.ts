/** Schedules as JSON, for a program to read: every figure unrounded, null where there is none. */
import type { ClusterSchedule } from "../../estimate/schedule/cluster-schedule.ts";
import { neverEndsForFailures } from "../../estimate/schedule/never-ends.ts";

/**
 * `{clusters: [{cards, granted, feasible, idealHours, scheduledHours, expectedHours, lowerBoundHours, utilisation, binding, infeasible, classes}]}`.
 * Where not every run can run there is no time of the plan: the times of those that can are those of `classes`. Where cards fail so often
 * that the work never ends, `expectedHours` is null as well.
 */
export function schedulesToJson(schedules: readonly ClusterSchedule[]): string {
  const clusters = schedules.map(
    ({ cluster, granted, feasible, idealHours, scheduled, expected, infeasible, classes }) => {
      const whole = <T>(value: T): T | null => (feasible ? value : null);
      return {
        cards: cluster.cards,
        granted,
        feasible,
        idealHours,
        scheduledHours: whole(scheduled.hours),
        expectedHours: whole(neverEndsForFailures({ scheduled, expected }) ? null : expected.hours),
        lowerBoundHours: whole(scheduled.lowerBoundHours),
        utilisation: whole(scheduled.utilisation),
        binding: whole(scheduled.binding.kind),
        infeasible: infeasible.map(({ id, reason, minimumCards }) => ({ id, reason, minimumCards })),
        classes: classes.map(({ id, count, cardsPerRun, hoursPerRun, startHours, endHours }) => ({
          id,
          count,
          cardsPerRun,
          hoursPerRun,
          startHours,
          endHours,
        })),
      };
    },
  );
  return `${JSON.stringify({ clusters }, null, 2)}\n`;
}
