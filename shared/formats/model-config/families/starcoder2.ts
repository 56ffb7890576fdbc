/** StarCoder 2: two feed-forward matrices, norms by mean and variance, biases everywhere. Lozhkov et al. 2024. */
import { decoder } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";
import { windowFields } from "../window.ts";

export const readStarCoder2: ReadFamily = (config) => {
  const fields = decoder(config, {
    layers: 30,
    width: 3_072,
    heads: 24,
    keyValueHeads: 2,
    feedForward: 12_288,
    vocabulary: 49_152,
    context: 4_096,
    tied: true,
  });
  const window = config.countOrNone("window", "sliding_window", null);
  return {
    ...fields,
    gated: false,
    norm: "layer",
    ...(config.flag("biases", "use_bias", true) ? { biases: "all" } : {}),
    ...windowFields(config, { layers: fields.layers ?? 1, window, globalEvery: null }),
  };
};
