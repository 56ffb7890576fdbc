/** How each step of the wizard stands: done, needs attention and why, untouched. */
import { stepOfPlace } from "../navigation/place.ts";
import { type Step, steps } from "../navigation/router.ts";
import type { PlanState } from "./plan-state.ts";

export interface StepState {
  readonly kind: "done" | "attention" | "untouched";
  /** A word or two for a step that needs attention: "2 faults". */
  readonly reason: string | null;
}

export function stepStates({ faults }: Pick<PlanState, "faults">): Readonly<Record<Step, StepState>> {
  const stateOf = (step: Step): StepState => {
    const count = faults.filter(({ path }) => stepOfPlace(path) === step).length;
    return count === 0
      ? { kind: "done", reason: null }
      : { kind: "attention", reason: count === 1 ? "1 fault" : `${count} faults` };
  };
  return Object.fromEntries(steps.map((step) => [step, stateOf(step)])) as Record<Step, StepState>;
}
