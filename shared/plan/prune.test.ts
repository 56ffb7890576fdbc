import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { planSchema } from "./document.ts";
import type { DocumentPath } from "./fault.ts";
import { schemaFaults } from "./faults/schema-faults.ts";
import { prune } from "./prune.ts";
import { changed, samplePlan } from "./sample-plan.ts";

function pruned(text: string, ...more: DocumentPath[]) {
  const raw: unknown = parse(text);
  const sound = prune(raw, [...schemaFaults(planSchema, raw).map(({ path }) => path), ...more]);
  if (sound === undefined) throw new Error("no end");
  return sound;
}

describe("prune", () => {
  it("leaves a sound document as it is", () => {
    const { document, lacks } = pruned(samplePlan);
    expect(document).toEqual(planSchema.parse(parse(samplePlan)));
    expect(lacks([])).toBe(false);
  });

  it("takes out a value, and nothing around it that can do without", () => {
    const { document, lacks } = pruned(changed(["layers: 8", "layers: eight"]));
    expect(document.defaults?.model).toEqual({ heads: 8, headSize: 128, vocabulary: 32_000 });
    expect([lacks(["defaults", "model"]), lacks(["defaults", "training"])]).toEqual([true, false]);
  });

  it("takes out what cannot do without the value, as far up as it must", () => {
    const { document, original } = pruned(changed(["id: first", "id: 1"]));
    expect(document.experiments.map(({ id }) => id)).toEqual(["second"]);
    expect(original(["experiments", 0, "title"])).toEqual(["experiments", 1, "title"]);
    expect(pruned(changed(["likely: 15", "likely: x"])).document.variables).toEqual({});
  });

  it("stands in for the parts that every plan has", () => {
    const { document } = pruned(changed(["title: Sample", "title: ''"], ["price: 3", "price: -3"]));
    expect(document.title).not.toBe("");
    expect(document.quotes).toEqual([]);
    expect(document.experiments).toHaveLength(2);
    expect(pruned("flopsheet: 1\ntitle: a\nexperiments: 3\nquotes: 4").document.experiments).toEqual([]);
  });

  it("takes out values that could not be read", () => {
    const { document } = pruned(samplePlan, ["experiments", 0, "sweeps", 0, "axes", "model.heads", 0]);
    expect(document.experiments[0]?.sweeps[0]?.axes?.["model.heads"]).toEqual([16]);
  });
});
