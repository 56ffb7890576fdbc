import { describe, expect, it } from "vitest";
import { publishedConfigs } from "../../../../shared/formats/model-config/published-configs.fixture.ts";
import { readModelConfig } from "../../../../shared/formats/model-config/read-model-config.ts";
import { completeShape } from "../../../../shared/models/complete-shape.ts";
import type { ModelFields } from "../../../../shared/models/model-fields.ts";
import { editValue } from "../../../../shared/plan/edit/edit-value.ts";
import { plainFields } from "../../../../shared/plan/resolve/merge.ts";
import { effectiveFields, type Level, type Where } from "../recipe/levels.ts";
import { followingWidth, inOrder, takeModel } from "./take-model.ts";

const where: Where = { experiment: 0, sweep: 0 };

const planOf = (defaults: object, sweep: object = {}) => ({
  defaults: { model: defaults },
  experiments: [{ id: "a", title: "A", sweeps: [sweep] }],
});

function fieldsOf(name: string): ModelFields {
  const published = publishedConfigs.find((one) => one.name === name);
  const read = readModelConfig(JSON.stringify(published?.config));
  if (!read.ok) throw new Error(name);
  return read.value.fields;
}

const edited = (tree: unknown, level: Level, fields: ModelFields) => {
  const { edits, blockedBy } = takeModel(tree, where, level, fields);
  expect(blockedBy).toEqual([]);
  return edits.reduce<unknown>((now, edit) => {
    const after = editValue(now, edit);
    if (!after.ok) throw new Error(after.error.why);
    return after.value;
  }, tree);
};

const shapeIn = (tree: unknown) => completeShape(plainFields(effectiveFields(tree, where, "model")));

describe("takeModel", () => {
  const llama = fieldsOf("Llama 3 8B");

  it("puts a model in place of what the level states, in one edit", () => {
    const { edits } = takeModel(planOf({ layers: 2, experts: 4 }), where, "plan", { ...llama, source: "config.json" });
    expect(edits).toEqual([{ op: "set", path: ["defaults", "model"], value: { ...llama, source: "config.json" } }]);
  });

  it("is the model that was looked at, whatever farther levels state", () => {
    const others = publishedConfigs.filter(({ name }) => !/DeepSeek|T5|ViT/.test(name));
    // Shared experts of Qwen1.5-MoE have a width that no model without any can have beside it.
    for (const { name } of others.filter(({ family }) => family !== "qwen2_moe")) {
      const tree = planOf(fieldsOf(name));
      for (const { name: taken } of others) {
        const after = shapeIn(edited(tree, "sweep", fieldsOf(taken)));
        expect(after, `${taken} over ${name}`).toEqual(completeShape(fieldsOf(taken)));
      }
    }
  });

  it("says no experts, no window and no biases where a farther level has them", () => {
    const tree = planOf({ ...fieldsOf("Mixtral 8x7B"), window: 4_096, biases: "all" });
    const after = edited(tree, "experiment", llama);
    expect(effectiveFields(after, where, "model")).toMatchObject({
      experts: { value: null },
      window: { value: null },
      biases: { value: "none" },
    });
  });

  it("says which fields of a farther level stand in its way", () => {
    const tree = planOf({ layers: 8, heads: 4, headSize: 128, vocabulary: 1_000 });
    expect(takeModel(tree, where, "sweep", fieldsOf("DeepSeek-V3"))).toEqual({ edits: [], blockedBy: ["headSize"] });
    expect(takeModel(tree, where, "plan", fieldsOf("DeepSeek-V3")).blockedBy).toEqual([]);
    const stated = planOf({ kind: "stated", parameters: 7, forwardFlopPerExample: 9, source: "a paper" });
    expect(takeModel(stated, where, "sweep", llama).blockedBy).toContain("parameters");
  });
});

describe("followingWidth", () => {
  it("states a model so that a width alone makes another of its shape", () => {
    const following = followingWidth(fieldsOf("Llama 3 8B"));
    expect(following).toMatchObject({ width: 4_096, headSize: 128, feedForwardRatio: 3.5, keyValueHeads: 8 });
    expect(following).not.toHaveProperty("heads");
    expect(completeShape({ ...following, width: 2_048 })).toMatchObject({ value: { heads: 16, feedForward: 7_168 } });
  });

  it("is not there where heads have a size of their own", () => {
    expect(followingWidth(fieldsOf("Gemma 2 2B"))).toBeNull();
    expect(followingWidth(fieldsOf("DeepSeek-V3"))).toBeNull();
  });
});

describe("inOrder", () => {
  it("has fields as the form has them, and what it does not know last", () => {
    const fields: ModelFields = { source: "x", vocabulary: 2, layers: 1 };
    expect(Object.keys(inOrder(fields))).toEqual(["layers", "vocabulary", "source"]);
  });
});
