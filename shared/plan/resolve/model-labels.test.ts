import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeShape } from "../../models/complete-shape.ts";
import type { ModelFields } from "../../models/model-fields.ts";
import { labelModels } from "./model-labels.ts";

function model(fields: ModelFields, variant: string | null = null) {
  const shape = completeShape({ vocabulary: 32_000, headSize: 128, ...fields });
  if (!shape.ok) throw new Error(JSON.stringify(shape.error));
  return { shape: shape.value, variant };
}

function stated(parameters: number, variant: string | null = null) {
  const shape = completeShape({ kind: "stated", parameters, forwardFlopPerExample: 10, source: "a paper" });
  if (!shape.ok) throw new Error(JSON.stringify(shape.error));
  return { shape: shape.value, variant };
}

describe("labelModels", () => {
  it("says what a reader pictures of the only model", () => {
    expect(labelModels([model({ layers: 8, heads: 8 })])).toEqual(["decoder, 8 layers, width 1,024"]);
    expect(labelModels([model({ layers: 1, heads: 8, mask: "full" })])).toEqual(["encoder, 1 layer, width 1,024"]);
    expect(labelModels([stated(25_557_032)])).toEqual(["25,557,032 parameters"]);
  });

  it("prefers the width over the heads that make it", () => {
    expect(labelModels([model({ layers: 8, heads: 8 }), model({ layers: 8, heads: 32 })])).toEqual([
      "width 1,024",
      "width 4,096",
    ]);
  });

  it("takes the one field that tells all apart, though others vary", () => {
    const models = [
      model({ layers: 8, heads: 8 }),
      model({ layers: 12, heads: 8 }),
      model({ layers: 16, heads: 16, gated: true }),
    ];
    expect(labelModels(models)).toEqual(["8 layers", "12 layers", "16 layers"]);
  });

  it("takes as many fields as it needs, and no field that adds nothing", () => {
    const models = [8, 12].flatMap((layers) => [8, 16].map((heads) => model({ layers, heads })));
    expect(labelModels(models)).toEqual([
      "width 1,024, 8 layers",
      "width 2,048, 8 layers",
      "width 1,024, 12 layers",
      "width 2,048, 12 layers",
    ]);
  });

  it("numbers models of stated counts whose parameters do not tell them apart, and says these once", () => {
    expect(labelModels([stated(25_557_032), stated(25_557_032)])).toEqual([
      "25,557,032 parameters, number 1",
      "25,557,032 parameters, number 2",
    ]);
  });

  it("takes the labels of rows, with fields where a label does not tell", () => {
    expect(labelModels([model({ layers: 8, heads: 8 }, "7B"), model({ layers: 8, heads: 16 }, "13B")])).toEqual([
      "7B",
      "13B",
    ]);
    expect(labelModels([model({ layers: 8, heads: 8 }, "7B"), model({ layers: 9, heads: 8 }, "7B")])).toEqual([
      "7B, 8 layers",
      "7B, 9 layers",
    ]);
    expect(labelModels([stated(5, "ResNet"), model({ layers: 8, heads: 8 })])).toEqual([
      "ResNet",
      "decoder, 8 layers, width 1,024",
    ]);
  });

  it("never gives two models one label", () => {
    const fields = fc.record({
      layers: fc.integer({ min: 1, max: 3 }),
      heads: fc.integer({ min: 1, max: 3 }),
      gated: fc.boolean(),
      norm: fc.constantFrom("none", "rms", "layer"),
    });
    const variant = fc.constantFrom(null, null, "a", "b");
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fields, variant), { selector: ([one]) => JSON.stringify(one), maxLength: 12 }),
        (given) => {
          const labels = labelModels(given.map(([one, row]) => model(one, row)));
          expect(new Set(labels).size).toBe(labels.length);
        },
      ),
    );
  });
});
