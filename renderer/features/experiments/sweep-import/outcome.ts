/** What an experiment would add to the plan, before it does. */
import type { Totals } from "../../../../shared/estimate/types.ts";
import { editText } from "../../../../shared/plan/edit/edit-text.ts";
import type { PlanFault } from "../../../../shared/plan/fault.ts";
import { evaluate } from "../../../editing/evaluate.ts";
import type { PlanState } from "../../../editing/plan-state.ts";
import { type Edits, experimentPath } from "../edits.ts";
import { figuresOf } from "../live-figures.ts";

export interface Outcome {
  /** Of the new experiment; null while the plan has faults. */
  readonly totals: Totals | null;
  readonly currency: string;
  /** Faults that the plan does not have yet. */
  readonly faults: readonly PlanFault[];
}

/** What `edits` of the plan would come to; `at`: the index of the new experiment. */
export function outcomeOf(state: PlanState, edits: Edits, at: number): Outcome {
  const edited = editText(state.text, edits);
  if (!edited.ok) return { totals: null, currency: "", faults: [] };
  const { live, tree, faults, isStale } = evaluate({ name: state.name, text: edited.value }, null);
  const had = new Set(state.faults.map(keyOf));
  return {
    totals: isStale ? null : (figuresOf(live, tree, at)?.totals ?? null),
    currency: live?.resolved.currency ?? "",
    faults: faults.filter(
      (fault) => fault.path.startsWith(`${experimentPath(at)[0]}[${at}]`) || !had.has(keyOf(fault)),
    ),
  };
}

const keyOf = ({ path, message }: PlanFault): string => `${path} ${message}`;
