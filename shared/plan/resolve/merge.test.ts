import { describe, expect, it } from "vitest";
import type { Group } from "../fields.ts";
import { type Merged, mergeLevels, mergeOver, placeFields, plainFields } from "./merge.ts";

const NONE: Merged = {};
const level = (group: Group, fields: object | undefined, nearness: number) => ({
  fields: {
    model: NONE,
    training: NONE,
    hardware: NONE,
    [group]: placeFields(fields, [`level ${nearness}`, group], nearness),
  },
});

const merged = (group: Group, ...levels: (object | undefined)[]) =>
  mergeLevels(
    group,
    levels.map((fields, nearness) => level(group, fields, nearness)),
  );

describe("the nearest level", () => {
  it("wins field by field, and each field keeps its place", () => {
    const model = merged("model", { layers: 8, heads: 4 }, undefined, { heads: 16, width: 1024 });
    expect(plainFields(model)).toEqual({ layers: 8, heads: 16, width: 1024 });
    expect(model.layers).toEqual({ value: 8, path: ["level 0", "model", "layers"], nearness: 0 });
    expect(model.heads).toEqual({ value: 16, path: ["level 2", "model", "heads"], nearness: 2 });
  });

  it.each<[Group, object, object, object]>([
    ["training", { steps: 5, batch: 2, sequence: 3 }, { tokens: 9 }, { batch: 2, sequence: 3, tokens: 9 }],
    ["training", { epochs: 5, examples: 2 }, { steps: 9, batch: 1 }, { examples: 2, steps: 9, batch: 1 }],
    ["training", { steps: 5 }, { sequence: 9 }, { steps: 5, sequence: 9 }],
    ["hardware", { achieved: 5, format: "bf16" }, { utilisation: 0.4 }, { format: "bf16", utilisation: 0.4 }],
    ["hardware", { utilisation: 0.4 }, { achieved: 5 }, { achieved: 5 }],
    ["hardware", { achieved: 5 }, { accelerator: "a" }, { achieved: 5, accelerator: "a" }],
    ["model", { feedForwardRatio: 4 }, { feedForward: 99 }, { feedForward: 99 }],
    ["model", { feedForward: 99 }, { feedForwardRatio: 4 }, { feedForwardRatio: 4 }],
    ["model", { heads: 8, headSize: 128 }, { width: 1024 }, { heads: 8, headSize: 128, width: 1024 }],
  ])("drops the other ways to say one thing: %s %j under %j", (group, far, near, result) => {
    expect(plainFields(merged(group, far, near))).toEqual(result);
  });

  it("leaves the farther level as it was", () => {
    const far = placeFields({ steps: 5 }, [], 0);
    mergeOver("training", far, placeFields({ tokens: 9 }, [], 1));
    expect(plainFields(far)).toEqual({ steps: 5 });
  });

  it("is one and the same object for sweeps that state nothing, so that what is made of it is found again", () => {
    const defaults = level("model", { layers: 8 }, 0);
    const empty = level("model", undefined, 1);
    expect(mergeLevels("model", [defaults, empty])).toBe(mergeLevels("model", [defaults, empty, empty]));
  });
});

describe("a member of a field", () => {
  const ratio: Merged = { tokensPerParameter: { value: 40, path: ["axis"], nearness: 10, sub: "ratio" } };

  it("is set in the object that a farther level states", () => {
    const far = placeFields({ tokensPerParameter: { ratio: 20, of: "total" } }, [], 0);
    expect(plainFields(mergeOver("training", far, ratio))).toEqual({ tokensPerParameter: { ratio: 40, of: "total" } });
  });

  it("stands alone where none does, and drops other lengths", () => {
    const far = placeFields({ steps: 5 }, [], 0);
    expect(plainFields(mergeOver("training", far, ratio))).toEqual({ tokensPerParameter: { ratio: 40 } });
  });
});
