/** Random resolved plans: every kind of uncertainty and of training length, in any mixture. */
import fc from "fast-check";
import type { Amount, ResolvedLength, ResolvedPlan, RunClass, UncertainInput } from "../plan/resolved.ts";
import { cardAt, certain, input, plan, runClass, uncertain } from "./plan.fixture.ts";

/**
 * Inputs by what they stand for: every draw is a value its place allows, and none works in two directions at once (as the
 * same share of runs stopped early and work done again would), so that "all low" and "all high" are the true ends.
 */
const COUNT = 0;
const EARLY_SHARE = 1;
const EARLY_END = 2;
const UTILISATION = 3;
const PRICE = 4;
const RERUNS = 5;

const ordered = (min: number, max: number): fc.Arbitrary<[number, number, number]> =>
  fc
    .tuple(...[0, 1, 2].map(() => fc.double({ min, max, noNaN: true })))
    .map((three) => three.toSorted((a, b) => a - b) as [number, number, number]);

const inputsArbitrary: fc.Arbitrary<UncertainInput[]> = fc
  .tuple(ordered(1, 30), ordered(0.1, 0.9), ordered(0.1, 0.9), ordered(0.1, 0.9), ordered(0.5, 5), ordered(0.01, 0.5))
  .map((ranges) =>
    ranges.map((range, index) => input(...range, ["count", "share", "end", "utilisation", "price", "reruns"][index])),
  );

const amount = (inputs: readonly UncertainInput[], of: number, fixed: number): fc.Arbitrary<Amount> =>
  fc.constantFrom(certain(fixed), uncertain(inputs, of));

function lengthArbitrary(inputs: readonly UncertainInput[]): fc.Arbitrary<ResolvedLength> {
  const count = (fixed: number) => amount(inputs, COUNT, fixed);
  return fc.oneof(
    count(500).map((steps): ResolvedLength => ({ kind: "steps", steps, itemsPerStep: 4096 })),
    count(1e6).map((tokens): ResolvedLength => ({ kind: "tokens", tokens })),
    count(20).map((ratio): ResolvedLength => ({ kind: "tokensPerParameter", ratio, of: "total" })),
    fc
      .tuple(count(3), count(1_000))
      .map(([epochs, examples]): ResolvedLength => ({ kind: "epochs", epochs, examples, itemsPerExample: 512 })),
  );
}

function classArbitrary(inputs: readonly UncertainInput[]): fc.Arbitrary<RunClass> {
  return fc
    .record({
      place: fc.constantFrom([0, 0], [0, 1], [1, 0]),
      model: fc.nat(1),
      card: fc.nat(1),
      labels: fc.integer({ min: 1, max: 9 }),
      counts: fc.array(amount(inputs, COUNT, 7), { maxLength: 2 }),
      repeats: amount(inputs, COUNT, 5),
      length: lengthArbitrary(inputs),
      early: fc.option(fc.tuple(amount(inputs, EARLY_SHARE, 0.5), amount(inputs, EARLY_END, 0.25))),
      shared: fc.constantFrom(null, null, null, "two"),
    })
    .map(({ place: [experiment = 0, sweep = 0], length, early, shared, ...rest }) =>
      runClass({
        ...rest,
        experiment,
        sweep,
        training: { length, batch: 8, sequence: 512, attended: 256 },
        earlyStopped: early === null ? null : { share: early[0], at: early[1] },
        sharedWith: shared,
        // Conditions belong to sweeps: the only sweep of the second experiment is run with probability 0.3.
        probability: experiment === 1 ? 0.3 : 1,
      }),
    );
}

export const arbitraryPlan: fc.Arbitrary<ResolvedPlan> = inputsArbitrary.chain((inputs) =>
  fc
    .record({
      classes: fc.array(classArbitrary(inputs), { minLength: 1, maxLength: 12 }),
      utilisation: amount(inputs, UTILISATION, 0.4),
      price: amount(inputs, PRICE, 2),
      reruns: amount(inputs, RERUNS, 0.1),
    })
    .map(({ classes, utilisation, price, reruns }) => {
      const base = plan();
      return {
        ...base,
        inputs,
        classes,
        cards: [cardAt(certain(0.3)), cardAt(utilisation)],
        quotes: base.quotes.map((quote) => ({ ...quote, price })),
        reruns,
      };
    }),
);

/** A value inside its range for every input of `inputs`, from as many numbers between 0 and 1. */
export const within = (inputs: readonly UncertainInput[], shares: readonly number[]): number[] =>
  inputs.map(({ low, high }, index) => low + (high - low) * (shares[index] ?? 0));
