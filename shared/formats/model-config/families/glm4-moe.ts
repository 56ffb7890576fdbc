/** GLM 4.5: experts behind dense first layers, biases of queries, keys and values. GLM team 2025. */
import { decoder } from "../decoder.ts";
import { expertLayers } from "../mixture.ts";
import type { ReadFamily } from "../model-config.ts";

export const readGlm4Moe: ReadFamily = (config) => {
  const fields = decoder(config, {
    layers: 46,
    width: 4_096,
    heads: 96,
    keyValueHeads: 8,
    headSize: 128,
    feedForward: 10_944,
    vocabulary: 151_552,
    context: 131_072,
    tied: false,
  });
  const layers = fields.layers ?? 1;
  const dense = config.number("denseLayers", "first_k_dense_replace", 1);
  const which = expertLayers(config, layers, (layer) => layer >= dense);
  const sharedExperts = config.number("sharedExperts", "n_shared_experts", 1);
  const predictionHeads = config.number("predictionHeads", "num_nextn_predict_layers", 0);
  return {
    ...fields,
    ...(config.flag("biases", "attention_bias", false) ? { biases: "queryKeyValue" } : {}),
    ...(config.flag("queryKeyNorm", "use_qk_norm", false) ? { queryKeyNorm: "head" } : {}),
    ...(which === null
      ? {}
      : {
          experts: config.count("experts", ["n_routed_experts", "num_experts"], 128),
          expertsPerToken: config.count("expertsPerToken", "num_experts_per_tok", 8),
          expertFeedForward: config.count("expertFeedForward", "moe_intermediate_size", 1_408),
          ...(sharedExperts === 0 ? {} : { sharedExperts }),
          routerBias: true,
          ...which,
        }),
    ...(predictionHeads === 0 ? {} : { predictionHeads }),
  };
};
