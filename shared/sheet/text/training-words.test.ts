import { expect, it } from "vitest";
import { certain, runClass } from "../fixtures/plan.ts";
import { lengthWords, recipesOf } from "./training-words.ts";

const steps = (batch: number, sequence = 512) =>
  runClass({
    training: {
      length: { kind: "steps", steps: certain(50_000), itemsPerStep: batch * sequence },
      batch,
      sequence,
      attended: sequence / 2,
    },
  });

it("words every kind of length", () => {
  expect(lengthWords({ kind: "steps", steps: certain(50_000), itemsPerStep: 1 })).toBe("50,000 steps");
  expect(lengthWords({ kind: "steps", steps: certain(1), itemsPerStep: 1 })).toBe("1 step");
  expect(lengthWords({ kind: "tokens", tokens: certain(2e12) })).toBe("2.00 T tokens");
  expect(lengthWords({ kind: "tokensPerParameter", ratio: certain(20), of: "nonEmbedding" })).toBe(
    "20 tokens per non-embedding N",
  );
  expect(lengthWords({ kind: "epochs", epochs: certain(90), examples: certain(5), itemsPerExample: 1 })).toBe(
    "90 epochs",
  );
});

it("tells recipes of one length apart by what differs, and by nothing else", () => {
  const titles = (classes: Parameters<typeof recipesOf>[0]) =>
    recipesOf(classes, ["H100", "A100"]).map((recipe) => recipe.title);
  expect(titles([steps(256), steps(256)])).toEqual(["50,000 steps"]);
  expect(titles([steps(256), steps(512)])).toEqual(["50,000 steps, batch 256", "50,000 steps, batch 512"]);
  expect(titles([steps(256), { ...steps(256), card: 1 }])).toEqual(["50,000 steps, H100", "50,000 steps, A100"]);
  expect(titles([steps(256), steps(256, 1024)])).toEqual(["50,000 steps, context 512", "50,000 steps, context 1,024"]);
});

it("tells no recipes apart that train alike: by a batch beside a length in tokens, or by another range of one likely length", () => {
  const tokens = (batch: number, input: number | null = null) =>
    runClass({
      training: { length: { kind: "tokens", tokens: { likely: 2e12, input } }, batch, sequence: 512, attended: 256 },
    });
  expect(recipesOf([tokens(256), tokens(512), tokens(256, 0), tokens(256, 1)], ["H100"])).toHaveLength(1);
  expect(recipesOf([steps(256), { ...steps(256), card: 1 }])).toHaveLength(1);
});

it("knows which classes follow a recipe", () => {
  const [first, second] = recipesOf([steps(256), steps(512)], ["H100"]);
  expect(first?.has(steps(256))).toBe(true);
  expect(second?.has(steps(256))).toBe(false);
});
