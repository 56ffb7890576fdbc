import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { ClusterSchedule } from "../../../shared/estimate/schedule/cluster-schedule.ts";
import type { OpenedPlan } from "../opened-plan.ts";
import { type Asked, askStore } from "./asked.ts";
import { joinAnswers } from "./join-answers.ts";
import type { ScheduleAnswer, ScheduleQuestion } from "./messages.ts";
import { scheduleRunner } from "./schedule-runner.ts";

export interface Schedules {
  /** By cluster of the plan that they are of; null until there were any. */
  readonly schedules: readonly ClusterSchedule[] | null;
  /** They are of the plan as it was before. */
  readonly isOld: boolean;
}

/** The schedules of the opened plan. Those of the plan before stay, as old ones, until the new ones come. */
export function useSchedules(live: Pick<OpenedPlan, "schedules"> | null): Schedules {
  const known = useRef<readonly ClusterSchedule[] | null>(null);
  const now = live?.schedules ?? null;
  useEffect(() => {
    if (now !== null) known.current = now;
  }, [now]);
  return { schedules: now ?? known.current, isOld: now === null && known.current !== null };
}

/** Asks a worker of one's own; it ends with the screen. `question` is a new one whenever it is another object. */
export function useAsked(question: ScheduleQuestion | null): Asked<ScheduleAnswer> {
  const [store] = useState(() => askStore<ScheduleQuestion, ScheduleAnswer>(scheduleRunner(), joinAnswers));
  useEffect(() => {
    if (question !== null) store.ask(question);
  }, [store, question]);
  useEffect(() => () => store.stop(), [store]);
  return useSyncExternalStore(store.subscribe, store.state);
}
