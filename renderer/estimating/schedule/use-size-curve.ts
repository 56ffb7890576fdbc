import { useEffect, useMemo, useState } from "react";
import type { SizeCurve } from "../../../shared/cluster/size-curve.ts";
import { curveCluster } from "../../../shared/sheet/charts/drawn-schedule.ts";
import type { OpenedPlan } from "../opened-plan.ts";
import type { ScheduleAnswer, ScheduleQuestion } from "./messages.ts";
import { scheduleRunner } from "./schedule-runner.ts";

export interface SheetCurve {
  /** Null where the sheet has no such chart, and until it is there. */
  readonly curve: SizeCurve | null;
  /** It is being worked out, or will be when the schedules are there. */
  readonly isComing: boolean;
  /** Why there will be none; a clause. */
  readonly failure: string | null;
}

/** Times over all sizes of a cluster, for the sheet of the opened plan: never those of another plan, not even for a moment. */
export function useSizeCurve(live: Pick<OpenedPlan, "source" | "resolved" | "schedules"> | null): SheetCurve {
  const [runner] = useState(scheduleRunner);
  const [answered, setAnswered] = useState<{
    readonly question: ScheduleQuestion;
    readonly answer: ScheduleAnswer;
  } | null>(null);
  const plan = live?.resolved ?? null;
  const schedules = live?.schedules ?? null;
  const text = live?.source.text ?? "";
  const question = useMemo<ScheduleQuestion | null>(() => {
    const cluster = plan === null || schedules === null ? null : curveCluster(plan, schedules);
    return plan === null || cluster === null ? null : { of: "sizes", plan: { text }, cluster };
  }, [plan, schedules, text]);
  useEffect(() => {
    if (question !== null) runner.ask(question, (answer) => setAnswered({ question, answer }));
  }, [runner, question]);
  useEffect(() => () => runner.stop(), [runner]);
  return useMemo(() => {
    const answer = answered !== null && answered.question === question ? answered.answer : null;
    return {
      curve: answer?.of === "sizes" ? answer.view.curve : null,
      isComing: question !== null && answer === null,
      failure: answer?.of === "failed" ? answer.message : null,
    };
  }, [answered, question]);
}
