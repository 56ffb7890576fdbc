import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlacedAxis } from "../sweep-source.ts";
import { combinationCount, forEachCombination, GroupFields } from "./combinations.ts";
import { placeFields, plainFields } from "./merge.ts";
import { settingAxes } from "./settings.ts";

const placed = (axes: Record<string, PlacedAxis["axis"]>): PlacedAxis[] =>
  Object.entries(axes).map(([name, axis]) => ({ name, axis, path: ["axes", name] }));

describe("forEachCombination", () => {
  it("turns the last axis fastest", () => {
    const seen: string[] = [];
    forEachCombination(settingAxes(placed({ "model.heads": [1, 2], "model.layers": [3, 4, 5] })), (digits) =>
      seen.push(digits.join("")),
    );
    expect(seen).toEqual(["00", "01", "02", "10", "11", "12"]);
  });

  it("visits every combination once, and one of no axes", () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(lengths, (sizes) => {
        const paths = ["model.heads", "model.layers", "training.batch", "training.steps"];
        const axes = settingAxes(
          placed(
            Object.fromEntries(
              sizes.map((size, index) => [paths[index], Array.from({ length: size }, (_, i) => i + 1)]),
            ),
          ),
        );
        const seen = new Set<string>();
        forEachCombination(axes, (digits) => seen.add(digits.join()));
        expect(seen.size).toBe(sizes.reduce((product, size) => product * size, 1));
        expect(combinationCount(axes)).toBe(seen.size);
      }),
    );
  });
});

describe("GroupFields", () => {
  const axes = settingAxes(
    placed({ "model.heads": [1, 2], "training.batch": [3, 4], size: [{ label: "a", layers: 7 }] }),
  );
  const model = new GroupFields("model", placeFields({ layers: 5, vocabulary: 9 }, [], 0), axes);

  it("is the same key for combinations that agree in the group's own axes", () => {
    expect([model.key([0, 0, 0]), model.key([0, 1, 0]), model.key([1, 0, 0])]).toEqual([0, 0, 1]);
    expect([model.keys, model.signature([0, 1, 0]) === model.signature([0, 0, 0])]).toEqual([2, true]);
  });

  it("sets what the axes say over what the levels do", () => {
    expect(plainFields(model.merged([1, 0, 0]))).toEqual({ layers: 7, vocabulary: 9, heads: 2 });
    expect(model.merged([1, 0, 0]).heads?.path).toEqual(["axes", "model.heads", 1]);
  });
});
