/** Qwen2-MoE and Qwen1.5-MoE: experts, and one shared expert that a gate weighs. Qwen team 2024. */
import { decoder } from "../decoder.ts";
import { expertLayers } from "../mixture.ts";
import type { ReadFamily } from "../model-config.ts";
import { switchedWindow } from "../window.ts";
import { sparseLayers } from "./qwen-sparse-layers.ts";

export const readQwen2Moe: ReadFamily = (config) => {
  const fields = decoder(config, {
    layers: 24,
    width: 2_048,
    heads: 16,
    keyValueHeads: 16,
    feedForward: 5_632,
    vocabulary: 151_936,
    context: 32_768,
    tied: false,
  });
  const layers = fields.layers ?? 1;
  const qkvBias = config.flag("biases", "qkv_bias", true);
  const which = expertLayers(config, layers, sparseLayers(config));
  return {
    ...fields,
    ...(qkvBias ? { biases: "queryKeyValue" } : {}),
    ...(which === null
      ? {}
      : {
          experts: config.count("experts", ["num_experts", "num_local_experts"], 60),
          expertsPerToken: config.count("expertsPerToken", "num_experts_per_tok", 4),
          expertFeedForward: config.count("expertFeedForward", "moe_intermediate_size", 1_408),
          sharedExperts: 1,
          sharedExpertFeedForward: config.count("sharedExpertFeedForward", "shared_expert_intermediate_size", 5_632),
          sharedExpertGate: true,
          ...which,
        }),
    ...switchedWindow(config, layers, 28),
  };
};
