// @vitest-environment node
import { expect, it } from "vitest";
import { editValue } from "../../../../shared/plan/edit/edit-value.ts";
import { RUN_KINDS, type RunKind } from "../../../../shared/training/run-kind.ts";
import { treeValue } from "../../../fields/tree-value.ts";
import { effectiveFields, groupPath } from "./levels.ts";
import { changeKind, isWithoutModel, kindIn } from "./run-kind.ts";

const where = { experiment: 0, sweep: 0 };
const path = groupPath("sweep", where, "training");

const treeOf = (training: object, defaults: object = { steps: 10, batch: 2, sequence: 512 }) => ({
  defaults: { training: defaults },
  experiments: [{ sweeps: [{ training }] }],
});

function changed(tree: object, to: RunKind): unknown {
  const edits = changeKind(tree, path, to, {
    effective: effectiveFields(tree, where, "training"),
    far: effectiveFields(tree, where, "training", "experiment"),
  });
  const after = edits.reduce<unknown>((value, edit) => {
    const edited = editValue(value, edit);
    if (!edited.ok) throw new Error(JSON.stringify(edited.error));
    return edited.value;
  }, tree);
  return treeValue(after, path);
}

it("reads the kind in force, pre-training where nothing is said", () => {
  expect(kindIn(effectiveFields(treeOf({}), where, "training"))).toBe("pretraining");
  expect(kindIn(effectiveFields(treeOf({}, { runKind: "lora" }), where, "training"))).toBe("lora");
  expect(isWithoutModel(effectiveFields(treeOf({ runKind: "interactive" }), where, "training"))).toBe(true);
});

it("starts a kind with the fields that it cannot do without", () => {
  expect(changed(treeOf({}), "lora")).toEqual({ runKind: "lora", loraRank: 16 });
  expect(changed(treeOf({}, { loraRank: 8 }), "lora")).toEqual({ runKind: "lora" });
  expect(changed(treeOf({ tokens: 5 }), "interactive")).toEqual({ runKind: "interactive", hours: 1, cards: 1 });
  expect(changed(treeOf({}), "distillation")).toEqual({ runKind: "distillation", teacherParameters: "" });
});

it("takes out what is of other kinds", () => {
  expect(changed(treeOf({ runKind: "lora", loraRank: 8, tokens: 5 }), "evaluation")).toEqual({
    tokens: 5,
    runKind: "evaluation",
  });
  expect(changed(treeOf({ runKind: "lora", loraRank: 8 }), "qlora")).toEqual({ runKind: "qlora", loraRank: 8 });
});

it("says nothing where a farther level says pre-training, and says so where one says otherwise", () => {
  expect(changed(treeOf({ runKind: "fineTuning", tokens: 5 }), "pretraining")).toEqual({ tokens: 5 });
  expect(changed(treeOf({ tokens: 5 }, { runKind: "lora", loraRank: 8 }), "pretraining")).toMatchObject({
    runKind: "pretraining",
  });
});

it("goes from any kind to any other", () => {
  for (const from of RUN_KINDS) {
    for (const to of RUN_KINDS) {
      const training = changed(treeOf({ runKind: from }), to);
      expect(treeValue(training, ["runKind"]) ?? "pretraining").toBe(to);
    }
  }
});
