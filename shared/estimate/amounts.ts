/** Reading a plan's amounts: at their likely values, or with some of the uncertain inputs moved. */
import type { Amount, ResolvedPlan, UncertainInput } from "../plan/resolved.ts";

/** A value for every uncertain input of a plan, by index. */
export type InputValues = ArrayLike<number>;

/** Every input at its likely value: what a headline is computed from. */
export function likelyValues(plan: Pick<ResolvedPlan, "inputs">): number[] {
  return plan.inputs.map((input: UncertainInput) => input.likely);
}

/** The value of `amount` when the inputs stand at `values`. */
export function amountAt(amount: Amount, values: InputValues): number {
  const value = amount.input === null ? undefined : values[amount.input];
  return value === undefined ? amount.likely : value * (amount.factor ?? 1);
}
