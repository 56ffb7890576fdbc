/** Runs the worker that schedules: one question at a time, the latest wins. */
import { askedWorker, type LatestRunner, latestRunner } from "../latest-runner.ts";
import type { ScheduleAnswer, ScheduleQuestion } from "./messages.ts";

export type ScheduleRunner = LatestRunner<ScheduleQuestion, ScheduleAnswer>;

export const scheduleRunner = (): ScheduleRunner =>
  latestRunner(() =>
    askedWorker(
      new Worker(new URL("./schedule.worker.ts", import.meta.url), { type: "module", name: "schedule" }),
      (message) => ({ of: "failed", message }),
    ),
  );
