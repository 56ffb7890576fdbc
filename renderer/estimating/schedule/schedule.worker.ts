/** Schedules plans on their clusters beside the page, which stays responsive. */
import { POLICIES } from "../../../shared/cluster/policy.ts";
import { estimate } from "../../../shared/estimate/estimate.ts";
import { schedulesOf } from "../../../shared/estimate/schedule/schedule-of.ts";
import { planOfText } from "../asked-text.ts";
import type { Sent } from "../latest-runner.ts";
import { deadlineView } from "./deadline-view.ts";
import type { ScheduleAnswer, ScheduleQuestion } from "./messages.ts";
import { sizeView } from "./size-view.ts";
import { clusterView, policyTimes } from "./views.ts";

self.addEventListener("message", ({ data }: MessageEvent<ScheduleQuestion>) => {
  try {
    for (const sent of answersTo(data)) self.postMessage(sent);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    self.postMessage({ answer: { of: "failed", message }, isLast: true } satisfies Sent<ScheduleAnswer>);
  }
});

function* answersTo(question: ScheduleQuestion): Generator<Sent<ScheduleAnswer>> {
  const plan = "text" in question.plan ? planOfText(question.plan.text).resolved : question.plan.resolved;
  const estimated = estimate(plan);
  if (question.of === "schedules") {
    yield { answer: { of: "schedules", schedules: schedulesOf(plan, estimated) }, isLast: true };
    return;
  }
  const cluster = plan.clusters[question.cluster];
  if (cluster === undefined) throw new RangeError("the plan has no such cluster");
  switch (question.of) {
    case "cluster": {
      const view = clusterView(plan, estimated, cluster);
      const own = { policy: plan.policy, scheduledHours: view.scheduledHours, expectedHours: view.expectedHours };
      const others = POLICIES.filter((policy) => policy !== plan.policy);
      yield { answer: { of: "cluster", view, policies: [own] }, isLast: false };
      for (const [index, policy] of others.entries()) {
        const policies = [policyTimes(plan, estimated, cluster, policy)];
        yield { answer: { of: "cluster", view: null, policies }, isLast: index === others.length - 1 };
      }
      return;
    }
    case "sizes":
      yield { answer: { of: "sizes", view: sizeView(plan, estimated, cluster) }, isLast: true };
      return;
    case "deadline":
      yield { answer: { of: "deadline", view: deadlineView(plan, estimated, cluster, question.day) }, isLast: true };
      return;
  }
}
