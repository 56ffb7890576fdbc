/** What a project begins with that is made of no template. */
import { blankPlan } from "../../shared/plan/blank.ts";
import { catalogue } from "../estimating/catalogue.ts";
import type { PlanSource } from "../estimating/opened-plan.ts";

export const blankSource = (title: string, date: string, currency: string): PlanSource => ({
  name: "plan.json",
  text: blankPlan({ title, date, currency }, catalogue),
});
