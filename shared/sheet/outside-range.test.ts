import { expect, it } from "vitest";
import type { UncertainInput } from "../plan/resolved.ts";
import { certain, h100Card, plan, runClass } from "./fixtures/plan.ts";
import { contextOf } from "./fixtures/sheet-of.ts";
import { whyOutside, whyOutsideInShort } from "./outside-range.ts";

const input = (title: string, [low, likely, high]: readonly [number, number, number], source: string | null = null) =>
  ({ name: title, title, path: `variables.${title}`, low, likely, high, source }) satisfies UncertainInput;

/** A plan whose runs are counted by the inputs, one after another. */
const counting = (...inputs: readonly UncertainInput[]) =>
  plan({ inputs, classes: [runClass({ counts: inputs.map((one, index) => ({ likely: one.likely, input: index })) })] });

const why = (resolved: Parameters<typeof contextOf>[0]) => whyOutside(contextOf(resolved, 2_000));

it("is silent where the headline lies inside, and where nothing is in doubt", () => {
  expect(why(counting(input("seeds", [1, 2, 3])))).toBeNull();
  expect(why(plan())).toBeNull();
});

it("names the count that stands at an end of its range", () => {
  expect(why(counting(input("points per line", [10, 15, 15], "a paper")))).toBe(
    "The headline lies above its own P10–P90 because it counts 15 points per line, and the source shows 10 to 15: " +
      "the number can only fall.",
  );
  expect(why(counting(input("seeds", [3, 3, 10])))).toBe(
    "The headline lies below its own P10–P90 because it counts 3 seeds, and the range is 3 to 10: " +
      "the number can only rise.",
  );
});

it("says sooner, not only, where another input can move the number the other way", () => {
  const both = counting(input("points per line", [5, 15, 15]), input("seeds", [1.9, 2, 2.1]));
  expect(why(both)).toBe(
    "The headline lies above its own P10–P90 because it counts 15 points per line, and the range is 5 to 15: " +
      "the number will sooner fall.",
  );
});

it("takes an input that divides at its other end", () => {
  const speed = input("achieved speed of a card", [1e14, 1e14, 4e14]);
  const slow = plan({
    inputs: [speed],
    cards: [{ ...h100Card, speed: { kind: "achieved", flopPerSecond: { likely: 1e14, input: 0 }, carriedFrom: null } }],
  });
  expect(why(slow)).toBe(
    "The headline lies above its own P10–P90 because it takes 1 × 10¹⁴ for achieved speed of a card, and the range " +
      "is 1 × 10¹⁴ to 4 × 10¹⁴: the number can only fall.",
  );
});

it("names two at most, and none that hardly matters", () => {
  const words = why(
    counting(input("a", [1, 9, 9]), input("b", [1, 8, 8]), input("c", [1, 7, 7]), input("d", [99, 100, 100])),
  );
  expect(words).toContain("it counts 9 a, and the range is 1 to 9 and it counts 8 b, and the range is 1 to 8");
  expect(words).not.toMatch(/ [cd],/);
});

it("blames the ranges where no input stands at its end", () => {
  const lopsided = counting(...["a", "b", "c", "d"].map((title) => input(title, [1, 1.05, 40])));
  expect(why(lopsided)).toBe("The headline lies below P10–P90 because the ranges reach further up than down.");
});

it("does not promise a direction to a plan with a conditional sweep", () => {
  const base = counting(input("points per line", [10, 15, 15]));
  const classes = [...base.classes, runClass({ probability: 0.01, repeats: certain(0.1) })];
  expect(why({ ...base, classes })).toContain("the number will sooner fall");
});

it("blames what is conditional where that moves the total, and the ranges where they do", () => {
  const chance = (probability: number) => plan({ classes: [runClass(), runClass({ labels: 100, probability })] });
  const because = "because it counts what is conditional at its probability, and a draw has all of a sweep or none.";
  expect(why(chance(0.05))).toBe(`The headline lies above P10–P90 ${because}`);
  expect(why(chance(0.95))).toBe(`The headline lies below P10–P90 ${because}`);
  const lopsided = counting(...["a", "b", "c", "d"].map((title) => input(title, [1, 1.05, 40])));
  const classes = [...lopsided.classes, runClass({ probability: 0.5, repeats: certain(0.1) })];
  expect(why({ ...lopsided, classes })).toContain("because the ranges reach further up than down.");
});

it("says it in short beside the range", () => {
  const short = (resolved: Parameters<typeof contextOf>[0]) => whyOutsideInShort(contextOf(resolved, 2_000));
  expect(short(plan())).toBeNull();
  expect(short(counting(input("points per line", [10, 15, 15], "a paper")))).toBe(
    "The likely value lies above P90, because points per line can only be fewer than 15.",
  );
  expect(short(counting(input("seeds", [3, 3, 10])))).toBe(
    "The likely value lies below P10, because seeds can only be more than 3.",
  );
  const speed = plan({
    inputs: [input("achieved speed of a card", [1e14, 1e14, 4e14])],
    cards: [{ ...h100Card, speed: { kind: "achieved", flopPerSecond: { likely: 1e14, input: 0 }, carriedFrom: null } }],
  });
  expect(short(speed)).toBe(
    "The likely value lies above P90, because achieved speed of a card can only be higher than 1 × 10¹⁴.",
  );
  expect(short(counting(...["a", "b", "c", "d"].map((title) => input(title, [1, 1.05, 40]))))).toBe(
    "The likely value lies below P10, because the ranges reach further up than down.",
  );
});
