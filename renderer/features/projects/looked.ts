/** What a text that is in no record comes to, read on this page. */

import { snapshotOf } from "../../documents/snapshot.ts";
import { evaluate } from "../../editing/evaluate.ts";
import type { OpenedPlan, PlanSource } from "../../estimating/opened-plan.ts";
import type { Looked } from "./listed.ts";

/** With the ranges that `draw` finds, where the plan has no faults. */
export async function lookAt(source: PlanSource, draw: (plan: OpenedPlan) => Promise<OpenedPlan>): Promise<Looked> {
  const evaluated = evaluate(source, null);
  const live = evaluated.live === null ? null : await draw(evaluated.live);
  const { title, funder, figures, faults, parts } = snapshotOf({ name: source.name, ...evaluated, live }, "");
  return { title, funder, figures, faults, experiments: parts.map((part) => part.title) };
}
