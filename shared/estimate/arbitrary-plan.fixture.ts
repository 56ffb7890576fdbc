/** Random resolved plans: every kind of uncertainty, of length and of work, in any mixture. */
import fc from "fast-check";
import type {
  Amount,
  ResolvedCard,
  ResolvedLength,
  ResolvedPlan,
  ResolvedWork,
  RunClass,
  UncertainInput,
} from "../plan/resolved.ts";
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
const PACE = 6;
const WRITING = 7;

const ordered = (min: number, max: number): fc.Arbitrary<[number, number, number]> =>
  fc
    .tuple(...[0, 1, 2].map(() => fc.double({ min, max, noNaN: true })))
    .map((three) => three.toSorted((a, b) => a - b) as [number, number, number]);

const inputsArbitrary: fc.Arbitrary<UncertainInput[]> = fc
  .tuple(
    ordered(1, 30),
    ordered(0.1, 0.9),
    ordered(0.1, 0.9),
    ordered(0.1, 0.9),
    ordered(0.5, 5),
    ordered(0.01, 0.5),
    ordered(1e3, 1e5),
    ordered(10, 1e4),
  )
  .map((ranges) => ranges.map((range, index) => input(...range, NAMES[index])));

const NAMES = ["count", "share", "end", "utilisation", "price", "reruns", "pace", "writing"];

const amount = (inputs: readonly UncertainInput[], of: number, fixed: number): fc.Arbitrary<Amount> =>
  fc.constantFrom(certain(fixed), uncertain(inputs, of));

function lengthArbitrary(inputs: readonly UncertainInput[]): fc.Arbitrary<ResolvedLength> {
  const count = (fixed: number) => amount(inputs, COUNT, fixed);
  return fc.oneof(
    count(500).map((steps): ResolvedLength => ({ kind: "steps", steps, itemsPerStep: 4096 })),
    count(1e6).map((tokens): ResolvedLength => ({ kind: "tokens", tokens })),
    count(20).map((ratio): ResolvedLength => ({ kind: "tokensPerParameter", ratio, of: "total" })),
    count(1e4).map((requests): ResolvedLength => ({ kind: "requests", requests, itemsPerRequest: 512 })),
    fc
      .tuple(count(3), count(1_000))
      .map(([epochs, examples]): ResolvedLength => ({ kind: "epochs", epochs, examples, itemsPerExample: 512 })),
  );
}

/** What a class does, and its length where that belongs to the work: pre-training most of the time. */
function workArbitrary(
  inputs: readonly UncertainInput[],
): fc.Arbitrary<{ readonly work?: ResolvedWork; readonly hours?: Amount; readonly isWithoutModel?: boolean }> {
  const pass = { forward: 0, training: 1, trained: null, others: 0 };
  const fineTuning: ResolvedWork = { recipe: { kind: "fineTuning", frozenLayers: 0 }, passes: pass, generation: null };
  const lora: ResolvedWork = {
    recipe: { kind: "lora", rank: 4, targets: ["queries"], frozenLayers: 3 },
    passes: { ...pass, trained: { adapters: 4_096, untouched: 3, blocks: false } },
    generation: null,
  };
  const written = (kind: "rollouts" | "inference", share: number) =>
    amount(inputs, WRITING, 1_000).map((tokensPerSecond): ResolvedWork => {
      const generation = { tokensPerSecond, share, place: "defaults.training.generationTokensPerSecond" };
      const stated = { tokensPerSecond: tokensPerSecond.likely, share };
      return kind === "inference"
        ? { recipe: { kind, shots: 0, generation: stated }, passes: { ...pass, forward: 1, training: 0 }, generation }
        : {
            recipe: {
              kind,
              epochs: 2,
              reference: true,
              old: false,
              rewardParameters: 1e6,
              criticParameters: 0,
              generation: stated,
            },
            passes: { forward: 2, training: 2, trained: null, others: 2e6 },
            generation,
          };
    });
  const time = amount(inputs, COUNT, 12);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    fc.constantFrom(fineTuning, lora).map((work) => ({ work })),
    fc.oneof(written("rollouts", 1), written("inference", 0.25)).map((work) => ({ work })),
    time.map((hours) => ({ hours })),
    time.map((hours) => ({
      hours,
      isWithoutModel: true,
      work: { recipe: { kind: "interactive" as const }, passes: null, generation: null },
    })),
  );
}

function classArbitrary(inputs: readonly UncertainInput[]): fc.Arbitrary<RunClass> {
  return fc
    .record({
      place: fc.constantFrom([0, 0], [0, 1], [1, 0]),
      model: fc.nat(1),
      card: fc.nat(2),
      work: workArbitrary(inputs),
      labels: fc.integer({ min: 1, max: 9 }),
      counts: fc.array(amount(inputs, COUNT, 7), { maxLength: 2 }),
      repeats: amount(inputs, COUNT, 5),
      length: lengthArbitrary(inputs),
      early: fc.option(fc.tuple(amount(inputs, EARLY_SHARE, 0.5), amount(inputs, EARLY_END, 0.25))),
      shared: fc.constantFrom(null, null, null, "two"),
    })
    .map(({ place: [experiment = 0, sweep = 0], length, early, shared, work: chosen, model, ...rest }) =>
      runClass({
        ...rest,
        model: chosen.isWithoutModel === true ? null : model,
        experiment,
        sweep,
        training: {
          length: chosen.hours === undefined ? length : { kind: "hours", hours: chosen.hours, cards: 8 },
          batch: 8,
          sequence: 512,
          attended: 256,
          ...(chosen.work === undefined ? {} : { work: chosen.work }),
        },
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
      itemsPerSecond: amount(inputs, PACE, 2e4),
      perStep: fc.boolean(),
      price: amount(inputs, PRICE, 2),
      exchange: fc.constantFrom(1, 1.16),
      reruns: amount(inputs, RERUNS, 0.1),
    })
    .map(({ classes, utilisation, itemsPerSecond, perStep, price, exchange, reruns }) => {
      const base = plan();
      const measured: ResolvedCard = {
        ...cardAt(certain(0.3)),
        speed: {
          kind: "measured",
          pace: perStep ? { per: "step", seconds: 0.5, cards: 8 } : { per: "item", itemsPerSecond },
          ofKind: "pretraining",
          factor: 1,
          carriedFrom: null,
        },
      };
      return {
        ...base,
        inputs,
        classes,
        cards: [cardAt(certain(0.3)), cardAt(utilisation), measured],
        quotes: base.quotes.map((quote) => ({ ...quote, price: priceIn(price, exchange) })),
        reruns,
      };
    }),
);

/** A price that was quoted in a currency of which one is worth `exchange`. */
const priceIn = ({ likely, input }: Amount, exchange: number): Amount => ({
  likely: likely * exchange,
  input,
  factor: exchange,
});

/** A value inside its range for every input of `inputs`, from as many numbers between 0 and 1. */
export const within = (inputs: readonly UncertainInput[], shares: readonly number[]): number[] =>
  inputs.map(({ low, high }, index) => low + (high - low) * (shares[index] ?? 0));
