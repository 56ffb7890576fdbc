import { expect, it } from "vitest";
import type { Layer } from "../../../../shared/models/layer.ts";
import { layerWords } from "./layer-words.ts";

it.each<[Layer, string]>([
  [{ layer: "dense", inputs: 9_216, outputs: 4_096 }, "Dense 9,216 → 4,096"],
  [
    { layer: "dense", inputs: 2, outputs: 3, places: 5, density: 0.5 },
    "Dense 2 → 3, at 5 places, 50 % of the connections",
  ],
  [
    { layer: "convolution", channels: 3, filters: 64, kernel: [3, 5], output: 10, name: "stem" },
    "Convolution 3 → 64, 3 × 5, to 10 × 10 (stem)",
  ],
  [
    { layer: "transposedConvolution", channels: 8, filters: 4, kernel: 2, input: 16 },
    "Transposed convolution 8 → 4, 2 × 2, from 16 × 16",
  ],
  [{ layer: "lstm", inputs: 650, outputs: 650, steps: 35, shared: true }, "LSTM 650 → 650, 35 steps, shared weights"],
  [{ layer: "gru", inputs: 2, outputs: 3 }, "GRU 2 → 3"],
  [{ layer: "recurrent", inputs: 2, outputs: 3 }, "Recurrent 2 → 3"],
  [{ layer: "attention", width: 8, tokens: 9 }, "Attention of width 8 over 9 tokens"],
  [{ layer: "embedding", rows: 10_000, width: 650 }, "Embedding 10,000 × 650"],
  [{ layer: "norm", features: 64 }, "Norm of 64"],
  [{ layer: "weights", parameters: 3 }, "Other weights"],
  [{ layer: "pooling" }, "Pooling"],
  [{ layer: "activation" }, "Activation"],
  [{ layer: "dropout" }, "Dropout"],
])("says %o", (layer, words) => {
  expect(layerWords(layer)).toBe(words);
});
