import { expect, it } from "vitest";
import { joinAnswers } from "./join-answers.ts";
import type { ClusterView, ScheduleAnswer } from "./messages.ts";

const time = (policy: "shortest" | "priority", scheduledHours: number) => ({
  policy,
  scheduledHours,
  expectedHours: scheduledHours,
});
const part = (...policies: ReturnType<typeof time>[]): ScheduleAnswer => ({ of: "cluster", view: null, policies });

it("keeps what a part does not say, and takes what it says", () => {
  expect(joinAnswers(part(time("shortest", 1), time("priority", 2)), part(time("shortest", 3)))).toEqual(
    part(time("priority", 2), time("shortest", 3)),
  );
});

it("takes an answer of another kind as it is", () => {
  const failed: ScheduleAnswer = { of: "failed", message: "no" };
  expect(joinAnswers(part(time("shortest", 1)), failed)).toBe(failed);
  const first = part(time("shortest", 1));
  expect(joinAnswers(failed, first)).toBe(first);
});

it("begins anew with the view of another plan or cluster", () => {
  const view: ClusterView = {
    ...{ policy: "shortest", cards: 8, idealHours: 3, scheduledHours: 3, expectedHours: 3 },
    ...{ utilisation: 1, idleCardHours: 0, bands: [], experiments: [], classes: [], cannotRun: [], allocation: null },
  };
  const next: ScheduleAnswer = { of: "cluster", view, policies: [time("shortest", 3)] };
  const all = joinAnswers(part(time("shortest", 1), time("priority", 2)), next);
  expect(all).toBe(next);
  expect(joinAnswers(all, part(time("priority", 4)))).toEqual({
    of: "cluster",
    view,
    policies: [time("shortest", 3), time("priority", 4)],
  });
});
