import type { Allotment } from "./allotment.ts";
import type { Best } from "./best.ts";
import type { Workload } from "./job.ts";
import type { Schedule, ScheduledJob, Segment, Span } from "./schedule-types.ts";

/** When jobs and stages start and end in schedules that follow one another, and what goes on over time. */
export function timelineOf(workload: Workload, parts: readonly Best[]): Pick<Schedule, "jobs" | "stages" | "segments"> {
  const jobs: (ScheduledJob | null)[] = workload.jobs.map(() => null);
  const stages: (Span | null)[] = workload.after.map(() => null);
  const segments: Segment[] = [];
  let begin = 0;
  for (const { tasks, allotments, stretches, hours } of parts) {
    const lastOf = new Map<number, { -readonly [key in keyof Segment]: Segment[key] }>();
    for (const { task, from, to, runs } of stretches) {
      const { job, stage } = tasks[task] as Best["tasks"][number];
      const { held, hours: hoursPerRun } = allotments[task] as Allotment;
      const [startHours, endHours] = [begin + from, begin + to];
      const known = jobs[job] ?? { job, cardsPerRun: held, hoursPerRun, startHours, endHours };
      jobs[job] = { ...known, ...around(known, startHours, endHours) };
      stages[stage] = around(stages[stage] ?? { startHours, endHours }, startHours, endHours);
      const last = lastOf.get(task);
      if (last !== undefined && last.runs === runs && last.toHours === startHours) {
        last.toHours = endHours;
        continue;
      }
      const segment = { job, fromHours: startHours, toHours: endHours, runs, cards: runs * held };
      lastOf.set(task, segment);
      segments.push(segment);
    }
    begin += hours;
  }
  segments.sort((a, b) => a.fromHours - b.fromHours || a.job - b.job);
  return { jobs, stages, segments };
}

const around = (span: Span, startHours: number, endHours: number): Span => ({
  startHours: Math.min(span.startHours, startHours),
  endHours: Math.max(span.endHours, endHours),
});
