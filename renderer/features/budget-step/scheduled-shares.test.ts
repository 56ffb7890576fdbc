// @vitest-environment node
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { ClusterSchedule } from "../../../shared/estimate/schedule/cluster-schedule.ts";
import { schedulesOf } from "../../../shared/estimate/schedule/schedule-of.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { openPlan } from "../../estimating/opened-plan.ts";
import { scheduledShares, scheduleWords } from "./scheduled-shares.ts";

const template = JSON.parse(readFileSync("assets/templates/scaling-exponents.json", "utf8")) as object;

/** The golden plan on 216 cards is at work for two and a half years. */
function scheduled(): ClusterSchedule[] {
  const text = JSON.stringify({ ...template, clusters: [{ title: "Our pod", cards: 216 }, { cards: 4_096 }] });
  const opened = openPlan({ name: "plan.json", text }, catalogue);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error[0]));
  const { resolved, estimated } = opened.value;
  return schedulesOf(resolved, estimated).filter((timed) => timed.feasible);
}

it("says which part of the work a schedule does in each grant year", () => {
  const [pod, large] = scheduled();
  if (pod === undefined || large === undefined) throw new Error("the plan cannot be scheduled");
  const shares = scheduledShares(pod, 3);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  // 216 cards for a year are 1,892,160 of 4,302,487 card-hours, if they are never idle.
  for (const share of shares.slice(0, 2)) {
    expect(share).toBeGreaterThan(0.38);
    expect(share).toBeLessThanOrEqual(0.44);
  }
  expect(scheduledShares(large, 3)).toEqual([1, 0, 0]);
});

it("names the first schedule that differs from the budget", () => {
  const all = scheduled();
  const own = scheduledShares(all[0] as ClusterSchedule, 3);
  expect(scheduleWords(all, [1 / 3, 1 / 3, 1 / 3])).toMatch(/^as scheduled on Our pod it is [\d.]+, [\d.]+, [\d.]+ %$/);
  expect(scheduleWords(all, own)).toBe("as scheduled on 4,096 cards it is 100, 0, 0 %");
  expect(scheduleWords(all.slice(0, 1), own)).toBeNull();
});
