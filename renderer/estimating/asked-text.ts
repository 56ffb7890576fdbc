/** What a worker makes of the text of a plan. Imported by workers alone: the page has read the text already. */
import type { PlanDocument } from "../../shared/plan/document.ts";
import { readPlan } from "../../shared/plan/read.ts";
import type { ResolvedPlan } from "../../shared/plan/resolved.ts";
import { catalogue } from "./catalogue.ts";

/** Reads a text that the page has found to be without faults. */
export function planOfText(text: string): { readonly document: PlanDocument; readonly resolved: ResolvedPlan } {
  const read = readPlan(text, catalogue);
  if (!read.ok) throw new RangeError("the text of the plan has faults");
  return read.value;
}
