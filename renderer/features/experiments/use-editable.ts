import { usePlan } from "../../editing/plan-context.ts";

/** Whether forms may change the plan: not in a second tab, not while the text cannot be read. */
export function useEditable(): boolean {
  const [{ readOnly, isReadable }] = usePlan();
  return readOnly === null && isReadable;
}
