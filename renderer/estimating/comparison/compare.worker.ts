/** Compares a plan's quotes beside the page: every offer is scheduled on its own cards. Schedules are kept from one plan to the next. */
import { compareQuotes } from "../../../shared/estimate/compare/compare-quotes.ts";
import { Schedules } from "../../../shared/estimate/compare/schedules.ts";
import { estimate } from "../../../shared/estimate/estimate.ts";
import type { ResolvedPlan } from "../../../shared/plan/resolved.ts";
import type { ComparisonAnswer } from "./comparison-runner.ts";

const schedules = new Schedules();

self.addEventListener("message", ({ data: plan }: MessageEvent<ResolvedPlan>) => {
  self.postMessage(answer(plan));
});

function answer(plan: ResolvedPlan): ComparisonAnswer {
  try {
    return { ok: true, compared: compareQuotes(plan, estimate(plan), plan.quotes, schedules) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
