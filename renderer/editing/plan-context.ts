/** The plan that is open, for every screen under it. */
import { createContext, use, useSyncExternalStore } from "react";
import type { PlanEditor } from "./plan-editor.ts";
import type { PlanState } from "./plan-state.ts";

export const PlanContext = createContext<PlanEditor | null>(null);

/** The opened plan's state and its editor. @throws where no plan is open: a screen outside the wizard asked. */
export function usePlan(): readonly [PlanState, PlanEditor] {
  const editor = use(PlanContext);
  if (editor === null) throw new Error("No plan is open here");
  return [useSyncExternalStore(editor.subscribe, editor.state), editor];
}
