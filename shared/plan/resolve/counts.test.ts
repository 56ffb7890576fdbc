import { describe, expect, it } from "vitest";
import { changed, resolvedSample } from "../sample-plan.ts";

const first = (...changes: [string, string][]) =>
  resolvedSample(changed(...changes)).classes.filter(({ experiment }) => experiment === 0);

describe("counts", () => {
  it("multiply labels, and keep counts apart", () => {
    expect(first().map(({ labels, counts, values }) => ({ labels, counts, values }))).toEqual([
      { labels: 2, counts: [{ likely: 15, input: 0 }], values: [8, null, null] },
      { labels: 2, counts: [{ likely: 15, input: 0 }], values: [16, null, null] },
    ]);
  });

  it("may depend on the value of another axis", () => {
    const table = "{by: model.heads, counts: {16: 5}, otherwise: {use: points}}";
    expect(first(["{use: points}", table]).map(({ counts }) => counts)).toEqual([
      [{ likely: 15, input: 0 }],
      [{ likely: 5, input: null }],
    ]);
  });

  it("split labels into classes where they depend on them", () => {
    const table = "{by: optimizer, counts: {SGD: 2, Adam: 3}}";
    const classes = first(["{use: points}", table]);
    expect(classes.map(({ values, labels, counts }) => [values, labels, counts[0]?.likely])).toEqual([
      [[8, "SGD", null], 1, 2],
      [[8, "Adam", null], 1, 3],
      [[16, "SGD", null], 1, 2],
      [[16, "Adam", null], 1, 3],
    ]);
    const axes = resolvedSample(changed(["{use: points}", table])).experiments[0]?.sweeps[0]?.axes;
    expect(axes?.map(({ kind, values, count }) => [kind, values, count?.likely])).toEqual([
      ["path", [8, 16], 2],
      ["variant", ["SGD", "Adam"], 2],
      ["count", null, undefined],
    ]);
  });

  it("of zero are no runs, and a fault of nobody", () => {
    expect(first(["{use: points}", "0"])[0]?.counts).toEqual([{ likely: 0, input: null }]);
  });
});
