/** Qwen3-MoE: Qwen 3 with experts, none of them shared. Yang et al. 2025. */
import { attentionBias, decoder } from "../decoder.ts";
import { expertLayers } from "../mixture.ts";
import type { ReadFamily } from "../model-config.ts";
import { switchedWindow } from "../window.ts";
import { sparseLayers } from "./qwen-sparse-layers.ts";

export const readQwen3Moe: ReadFamily = (config) => {
  const fields = decoder(config, {
    layers: 24,
    width: 2_048,
    heads: 32,
    keyValueHeads: 4,
    feedForward: 6_144,
    vocabulary: 151_936,
    context: 32_768,
    tied: false,
  });
  const layers = fields.layers ?? 1;
  const which = expertLayers(config, layers, sparseLayers(config));
  return {
    ...fields,
    ...attentionBias(config),
    queryKeyNorm: "head",
    ...(which === null
      ? {}
      : {
          experts: config.count("experts", ["num_experts", "num_local_experts"], 128),
          expertsPerToken: config.count("expertsPerToken", "num_experts_per_tok", 8),
          expertFeedForward: config.count("expertFeedForward", "moe_intermediate_size", 768),
          ...which,
        }),
    ...switchedWindow(config, layers, 0),
  };
};
