/** How each step of the wizard stands: done, needs attention and why, untouched. */
import { stepOfPlace } from "../navigation/place.ts";
import { type Step, steps } from "../navigation/router.ts";
import { oldPrices } from "./old-prices.ts";
import { isChanged, type PlanState } from "./plan-state.ts";

export interface StepState {
  readonly kind: "done" | "attention" | "untouched";
  /** A word or two for a step that needs attention: "2 faults", "1 old". */
  readonly reason: string | null;
}

/**
 * @param today as YYYY-MM-DD: prices age
 * @param staleAfterDays days after which a quote counts as old
 */
export function stepStates(
  state: Pick<PlanState, "faults" | "live" | "isStale" | "text" | "saved">,
  today: string,
  staleAfterDays: number,
): Readonly<Record<Step, StepState>> {
  const { faults, live } = state;
  const stateOf = (step: Step): StepState => {
    const count = faults.filter(({ path }) => stepOfPlace(path) === step).length;
    if (count > 0) return { kind: "attention", reason: count === 1 ? "1 fault" : `${count} faults` };
    // The last step is done when the sheet is that of a revision.
    if (step === "sheet" && (state.isStale || isChanged(state))) return { kind: "untouched", reason: null };
    // A plan may do without a budget.
    if (step === "budget" && live?.resolved.budget === undefined) return { kind: "untouched", reason: null };
    const old = step === "quotes" ? oldPrices(live, today, staleAfterDays) : 0;
    return old === 0 ? { kind: "done", reason: null } : { kind: "attention", reason: `${old} old` };
  };
  return Object.fromEntries(steps.map((step) => [step, stateOf(step)])) as Record<Step, StepState>;
}
