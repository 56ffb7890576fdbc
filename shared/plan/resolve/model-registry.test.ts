import { describe, expect, it } from "vitest";
import { completeShape } from "../../models/complete-shape.ts";
import { ModelRegistry } from "./model-registry.ts";

function shape(heads: number, layers = 8) {
  const made = completeShape({ vocabulary: 32_000, headSize: 128, layers, heads });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

describe("ModelRegistry", () => {
  it("knows a model again", () => {
    const registry = new ModelRegistry();
    expect([shape(8), shape(16), shape(8), shape(8, 9)].map((one) => registry.register(one, null))).toEqual([
      0, 1, 0, 2,
    ]);
  });

  it("lists the chosen ones by their parameters, and says where each has gone", () => {
    const registry = new ModelRegistry();
    for (const heads of [32, 8, 16, 64]) registry.register(shape(heads), null);
    const { models, places } = registry.list([2, 0, 1, 2]);
    expect(models.map(({ label }) => label)).toEqual(["width 1,024", "width 2,048", "width 4,096"]);
    expect([places.get(0), places.get(1), places.get(2), places.get(3)]).toEqual([2, 0, 1, undefined]);
  });
});
