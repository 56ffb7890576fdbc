/** From a text to what is shown of it, with what was shown before where the text has become unreadable or faulty. */

import { readTree } from "../../shared/plan/edit/read-tree.ts";
import { catalogue } from "../estimating/catalogue.ts";
import { openPlan, type PlanSource } from "../estimating/opened-plan.ts";
import type { PlanState } from "./plan-state.ts";

export type Evaluated = Pick<PlanState, "text" | "tree" | "isReadable" | "faults" | "live" | "isStale">;

export function evaluate(source: PlanSource, before: Evaluated | null): Evaluated {
  const { text } = source;
  const { value } = readTree(text);
  const isReadable = value !== null;
  const form = { text, isReadable, tree: isReadable ? value : (before?.tree ?? null) };
  const opened = openPlan(source, catalogue);
  return opened.ok
    ? { ...form, faults: [], live: opened.value, isStale: false }
    : { ...form, faults: opened.error, live: before?.live ?? null, isStale: true };
}
