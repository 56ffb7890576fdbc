import type { ScheduleAnswer } from "./messages.ts";

/** What is known after a part of an answer: the first has the view, and those after it add the times of other policies. Pure. */
export function joinAnswers(before: ScheduleAnswer | null, part: ScheduleAnswer): ScheduleAnswer {
  if (part.of !== "cluster" || before?.of !== "cluster") return part;
  // A new view is of another plan or cluster, and so are times that were told before it.
  if (part.view !== null) return part;
  const others = before.policies.filter(({ policy }) => !part.policies.some((one) => one.policy === policy));
  return {
    of: "cluster",
    view: before.view,
    policies: [...others, ...part.policies],
  };
}
