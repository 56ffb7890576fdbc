/** Ranges of plans that are not the one being edited: drawn one after the other, in a worker of their own. */
import { type OpenedPlan, withRanges } from "./opened-plan.ts";
import { type RangesRunner, rangesRunner } from "./ranges-runner.ts";

/** Draws a plan after those that were asked for before; a plan that cannot be drawn comes back without ranges. */
export type DrawApart = (plan: OpenedPlan) => Promise<OpenedPlan>;

/** The runner gives up a question when the next one comes, so the next one waits. */
export function queueOf(runner: Pick<RangesRunner, "ask">): DrawApart {
  let last: Promise<unknown> = Promise.resolve();
  return (plan) => {
    const drawn = last.then(
      () =>
        new Promise<OpenedPlan>((resolve) =>
          runner.ask({ text: plan.source.text }, (answer) =>
            resolve(answer.ok ? withRanges(plan, answer.drawn) : plan),
          ),
        ),
    );
    last = drawn;
    return drawn;
  };
}

export const drawApart: DrawApart = queueOf(rangesRunner());
