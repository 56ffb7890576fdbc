/** From a text to what is shown of it, with what was shown before where the text has become unreadable or faulty. */
import { readTree } from "../../shared/plan/edit/read-tree.ts";
import type { PlanFault } from "../../shared/plan/fault.ts";
import { catalogue } from "../estimating/catalogue.ts";
import { openPlan, type PlanSource } from "../estimating/opened-plan.ts";
import type { PlanState } from "./plan-state.ts";

export type Evaluated = Pick<PlanState, "text" | "tree" | "isReadable" | "faults" | "live" | "isStale">;

export function evaluate(source: PlanSource, before: Evaluated | null): Evaluated {
  const { text } = source;
  const { value } = readTree(text);
  const isReadable = value !== null;
  const form = { text, isReadable, tree: isReadable ? value : (before?.tree ?? null) };
  const opened = figured(source);
  return opened.ok
    ? { ...form, faults: NO_FAULTS, live: opened.value, isStale: false }
    : { ...form, faults: opened.error, live: before?.live ?? null, isStale: true };
}

/** The same one each time: what shows faults is not drawn again at every key. */
const NO_FAULTS: readonly PlanFault[] = [];

/** No plan may throw: where one does it is a defect of ours, and what was typed must not be lost to it. */
function figured(source: PlanSource): ReturnType<typeof openPlan> {
  try {
    return openPlan(source, catalogue);
  } catch (defect) {
    return { ok: false, error: [faultOfOurs(defect)] };
  }
}

const faultOfOurs = (defect: unknown): PlanFault => ({
  path: "",
  line: null,
  column: null,
  message: "Flopsheet has a defect and could not compute this plan",
  value: String(defect),
  allowed: "every plan that can be read",
  hint: "The text is kept. Undo the last change, and tell the maintainers what it was.",
  edit: null,
});
