import { describe, expect, it } from "vitest";
import { changed, faultsIn, resolvedSample } from "./sample-plan.ts";

const list = (length: number): string => `[${Array.from({ length }, (_, index) => index + 1)}]`;

describe("the run classes of a sweep", () => {
  it("are in the order of its axes, the last turning fastest", () => {
    const plan = resolvedSample(changed(["{seed: 3}", "{model.heads: [16, 8], seed: 3, training.batch: [1, 2]}"]));
    const second = plan.classes.filter(({ experiment }) => experiment === 1);
    expect(second.map(({ values }) => values)).toEqual([
      [16, null, 1],
      [16, null, 2],
      [8, null, 1],
      [8, null, 2],
    ]);
    expect(second.map(({ model }) => plan.models[model ?? -1]?.label)).toEqual([
      "width 2,048",
      "width 2,048",
      "width 1,024",
      "width 1,024",
    ]);
  });

  it("are one where no axis sets anything, however many runs it has", () => {
    const plan = resolvedSample(changed(["{seed: 3}", "{seed: 1000000000, letter: [a, b, c]}"]));
    expect(plan.classes.filter(({ experiment }) => experiment === 1)).toMatchObject([
      { labels: 3, counts: [{ likely: 1e9, input: null }], values: [null, null] },
    ]);
  });

  it("share what is the same: ten thousand classes of a hundred models and a hundred recipes", () => {
    const axes = `{model.layers: ${list(100)}, training.steps: ${list(100)}}`;
    const plan = resolvedSample(changed(["{seed: 3}", axes], ["[8, 16]", "[8]"]));
    const classes = plan.classes.filter(({ experiment }) => experiment === 1);
    expect([classes.length, plan.models.length, plan.cards.length]).toEqual([10_000, 100, 1]);
    expect(classes[0]?.training.length).toEqual({
      kind: "steps",
      steps: { likely: 1, input: null },
      itemsPerStep: 131_072,
    });
    expect(classes.at(-1)).toMatchObject({ values: [100, 100], training: { length: { steps: { likely: 100 } } } });
  });

  it("report each fault of their parts once, and not ten thousand", () => {
    const axes = `{model.width: ${list(9_000)}}`;
    expect(
      faultsIn(
        changed(["{seed: 3}", axes], ["headSize: 128, ", ""], ["[8, 16]", "[8, 16]\n          model.headSize: [128]"]),
      ),
    ).toHaveLength(201);
  });
});
