/** The plan that is open, for every screen under it. */
import { createContext, use, useMemo, useState, useSyncExternalStore } from "react";
import type { PlanEditor } from "./plan-editor.ts";
import type { PlanState } from "./plan-state.ts";

export const PlanContext = createContext<PlanEditor | null>(null);

/**
 * The opened plan's state and its editor. Notes which parts of the state a component reads: it is drawn again when one of those is
 * another, and left alone when the draft was kept or a range came that it does not show.
 *
 * @throws where no plan is open: a screen outside the wizard asked.
 */
export function usePlan(): readonly [PlanState, PlanEditor] {
  const editor = use(PlanContext);
  if (editor === null) throw new Error("No plan is open here");
  const [reads] = useState(() => readsOf(editor));
  const shown = useSyncExternalStore(editor.subscribe, reads.latest);
  return [useMemo(() => reads.noting(shown), [reads, shown]), editor];
}

/** What one component reads of the state. */
export function readsOf(editor: Pick<PlanEditor, "state">) {
  const read = new Set<keyof PlanState>();
  let shown = editor.state();
  return {
    /** The state; the same one for as long as nothing that was read of it has changed. */
    latest(): PlanState {
      const now = editor.state();
      for (const part of read) {
        if (!Object.is(now[part], shown[part])) {
          shown = now;
          break;
        }
      }
      return shown;
    },
    /** A view that notes what is read. What a button reads later is what holds then. */
    noting: (state: PlanState): PlanState =>
      new Proxy(state, {
        get(_, part: keyof PlanState) {
          const value = editor.state()[part];
          if (!read.has(part)) {
            read.add(part);
            // What is read for the first time is compared with what was read, should it be newer than `shown`.
            if (!Object.is(shown[part], value)) shown = { ...shown, [part]: value };
          }
          return value;
        },
      }),
  };
}
