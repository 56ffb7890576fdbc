/** Mixtral: experts in every block. Jiang et al. 2024. */
import { decoder } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";
import { windowFields } from "../window.ts";

export const readMixtral: ReadFamily = (config) => {
  const fields = decoder(config, {
    layers: 32,
    width: 4_096,
    heads: 32,
    keyValueHeads: 8,
    feedForward: 14_336,
    vocabulary: 32_000,
    context: 131_072,
    tied: false,
  });
  const window = config.countOrNone("window", "sliding_window", null);
  return {
    ...fields,
    experts: config.count("experts", ["num_local_experts", "num_experts"], 8),
    expertsPerToken: config.count("expertsPerToken", "num_experts_per_tok", 2),
    ...windowFields(config, { layers: fields.layers ?? 1, window, globalEvery: null }),
  };
};
