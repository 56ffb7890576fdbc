/** Stand-in until shared/plan/blank.ts lands. */
import type { PlanSource } from "../estimating/opened-plan.ts";

export function blankSource(title: string, date: string, currency: string): PlanSource {
  const plan = { flopsheet: 1, title, date, currency, experiments: [] };
  return { name: "plan.json", text: `${JSON.stringify(plan, null, 2)}\n` };
}
