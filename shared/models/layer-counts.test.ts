import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countParameters } from "./count-parameters.ts";
import { type Layer, layerListSchema, layerSchema } from "./layer.ts";
import { countLayer } from "./layer-counts.ts";

const parameters = (layer: Layer) => {
  const { weights, biases } = countLayer(layer);
  return weights + biases;
};

describe("countLayer", () => {
  it.each([
    [0, 3_380_000],
    [1, 3_382_600],
    [2, 3_385_200],
  ])("counts an LSTM 650 → 650 with %d biases a gate", (biases, total) => {
    expect(parameters({ layer: "lstm", inputs: 650, outputs: 650, biases })).toBe(total);
  });

  it("counts a recurrent layer once, a GRU three and an LSTM four times, with one bias a gate unless stated", () => {
    const sizes = { inputs: 3, outputs: 5, steps: 7 };
    const one = countLayer({ layer: "recurrent", ...sizes });
    expect(one).toEqual({ weights: 40, biases: 5, forwardFlop: 2 * 7 * 40 });
    expect(countLayer({ layer: "gru", ...sizes })).toEqual({ weights: 120, biases: 15, forwardFlop: 1_680 });
    expect(countLayer({ layer: "lstm", ...sizes })).toEqual({ weights: 160, biases: 20, forwardFlop: 2_240 });
  });

  it("counts a convolution by its output and a transposed one by its input, in groups, of any two sides", () => {
    const sizes = { channels: 6, filters: 4, kernel: [3, 5] as [number, number], groups: 2 };
    const weights = (4 * 6 * 15) / 2;
    expect(countLayer({ layer: "convolution", ...sizes, output: [10, 20] })).toEqual({
      weights,
      biases: 4,
      forwardFlop: 2 * 200 * weights,
    });
    expect(countLayer({ layer: "transposedConvolution", ...sizes, input: 7, bias: false })).toEqual({
      weights,
      biases: 0,
      forwardFlop: 2 * 49 * weights,
    });
  });

  it("counts dense layers at every place, attention within its window, and tables and norms without operations", () => {
    expect(countLayer({ layer: "dense", inputs: 3, outputs: 5, places: 10 }).forwardFlop).toBe(300);
    expect(countLayer({ layer: "attention", width: 8, tokens: 10 })).toEqual({
      weights: 256,
      biases: 32,
      forwardFlop: 10 * (512 + 4 * 8 * 10),
    });
    expect(countLayer({ layer: "attention", width: 8, tokens: 10, window: 4 }).forwardFlop).toBe(10 * (512 + 128));
    expect(countLayer({ layer: "embedding", rows: 9, width: 4 })).toEqual({ weights: 36, biases: 0, forwardFlop: 0 });
    expect(parameters({ layer: "norm", features: 9 })).toBe(18);
    expect(parameters({ layer: "norm", features: 9, bias: false })).toBe(9);
    expect(parameters({ layer: "weights", parameters: 12 })).toBe(12);
    for (const layer of ["pooling", "activation", "dropout"] as const) expect(parameters({ layer })).toBe(0);
  });

  it("counts repeats each, shared ones once but computes them each time, and sparse ones by their density", () => {
    const dense = { layer: "dense", inputs: 10, outputs: 10 } as const;
    expect(countLayer({ ...dense, repeats: 3 })).toEqual({ weights: 300, biases: 30, forwardFlop: 600 });
    expect(countLayer({ ...dense, repeats: 3, shared: true })).toEqual({ weights: 100, biases: 10, forwardFlop: 600 });
    expect(countLayer({ ...dense, density: 0.25 })).toEqual({ weights: 25, biases: 10, forwardFlop: 50 });
  });
});

describe("a list of layers", () => {
  it("sums its layers to the total, for any list", () => {
    const layer = fc.constantFrom<Layer>(
      { layer: "dense", inputs: 3, outputs: 4, repeats: 5 },
      { layer: "lstm", inputs: 3, outputs: 4 },
      { layer: "embedding", rows: 9, width: 4 },
      { layer: "norm", features: 9 },
      { layer: "pooling" },
    );
    fc.assert(
      fc.property(fc.array(layer, { minLength: 1 }), (list) => {
        const { parts, total, active, nonEmbedding } = countParameters({ kind: "layers", list, source: null });
        expect(total).toBe(list.reduce((sum, one) => sum + parameters(one), 0));
        expect(Object.values(parts ?? {}).reduce((sum, part) => sum + part, 0)).toBe(total);
        expect([active, nonEmbedding]).toEqual([total, null]);
      }),
    );
  });

  it("is refused where it is empty, and a layer where a number is missing or unknown", () => {
    expect(layerListSchema.safeParse([]).error?.issues[0]?.message).toBe("Allowed: at least one layer");
    expect(layerSchema.safeParse({ layer: "dense", inputs: 3 }).success).toBe(false);
    expect(layerSchema.safeParse({ layer: "dense", inputs: 3, outputs: 4, kernel: 3 }).success).toBe(false);
    expect(layerSchema.safeParse({ layer: "lstm", inputs: 3, outputs: 4, biases: 3 }).error?.issues[0]?.message).toBe(
      "Allowed: biases of a gate as a whole number from 0 to 2",
    );
    expect(layerSchema.safeParse({ layer: "convolutional" }).success).toBe(false);
  });
});
