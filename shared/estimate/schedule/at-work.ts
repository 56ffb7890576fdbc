/** A plan moved to where its work is a percentile of the draws. */
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { pertQuantile } from "../../ranges/pert.ts";
import { type InputValues, likelyValues } from "../amounts.ts";
import { type CostModel, costModel } from "../cost-model.ts";
import { evaluate } from "../evaluate.ts";

/** A plan, and the values of its inputs, at which it has a certain amount of work. */
export interface MovedPlan {
  readonly plan: ResolvedPlan;
  readonly values: InputValues;
}

/** Halvings until the percentile is as exact as a number can be. */
const HALVINGS = 50;

/**
 * For each of `targets`, the plan where its card-hours are that many: every uncertain input at the same quantile q of its distribution
 * (at 1 − q where more of it is less work), every conditional sweep in part, from not at all at q = 0 to whole at q = 1. So a percentile of
 * the work is one consistent plan: more runs where the runs are in doubt, longer ones where their length is.
 *
 * Worked example, points per line PERT(10, 15, 15) of arXiv 2407.05872: P10 of the work is the plan with 13.15 points a line.
 */
export function plansAtWork(plan: ResolvedPlan, targets: readonly number[]): MovedPlan[] {
  const model = costModel(plan);
  const falls = plan.inputs.map((_, input) => fallsWith(plan, model, input));
  const at = (q: number) => ({
    inputs: plan.inputs.map((range, input) =>
      falls[input] === null ? range.likely : pertQuantile(range, falls[input] === true ? 1 - q : q),
    ),
    conditions: model.conditions.map(({ probability }) => partAt(probability, q)),
  });
  const hoursAt = (q: number): number => {
    const { inputs, conditions } = at(q);
    return cardHours(model, inputs, conditions);
  };
  return targets.map((target) => {
    let [low, high] = [0, 1];
    for (let step = 0; step < HALVINGS; step++) {
      const middle = (low + high) / 2;
      if (hoursAt(middle) < target) low = middle;
      else high = middle;
    }
    const { inputs, conditions } = at(high);
    const parts = new Map(
      model.conditions.map(({ experiment, sweep }, index) => [`${experiment} ${sweep}`, conditions[index]]),
    );
    const classes = plan.classes.map((runClass) => {
      const part = parts.get(`${runClass.experiment} ${runClass.sweep}`);
      return part === undefined || runClass.probability === 1 ? runClass : { ...runClass, probability: part };
    });
    return { plan: { ...plan, classes }, values: inputs };
  });
}

const cardHours = (model: CostModel, inputs: readonly number[], conditions: readonly number[]): number => {
  const columns = (values: readonly number[]) => values.map((value) => Float64Array.of(value));
  return (
    evaluate(model, { count: 1, inputs: columns(inputs), conditions: columns(conditions) }).total.cardHours[0] ?? 0
  );
};

/** Whether more of an input is less work; null where it moves none, as a price. */
function fallsWith(plan: ResolvedPlan, model: CostModel, input: number): boolean | null {
  const expected = model.conditions.map(({ probability }) => probability);
  const at = (value: number): number => {
    const values = likelyValues(plan);
    values[input] = value;
    return cardHours(model, values, expected);
  };
  const range = plan.inputs[input];
  const [low, high] = range === undefined ? [0, 0] : [at(range.low), at(range.high)];
  return low === high ? null : low > high;
}

/** How much of a conditional sweep is done at q: nothing at 0, its probability at ½, all of it at 1. */
const partAt = (probability: number, q: number): number =>
  q < 0.5 ? 2 * q * probability : probability + (2 * q - 1) * (1 - probability);
