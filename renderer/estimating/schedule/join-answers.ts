import type { ScheduleAnswer } from "./messages.ts";

/** What is known after a part of an answer: what it does not say stays as it was said before. Pure. */
export function joinAnswers(before: ScheduleAnswer | null, part: ScheduleAnswer): ScheduleAnswer {
  if (part.of !== "cluster" || before?.of !== "cluster") return part;
  const others = before.policies.filter(({ policy }) => !part.policies.some((one) => one.policy === policy));
  return {
    of: "cluster",
    view: part.view ?? before.view,
    policies: [...others, ...part.policies],
  };
}
