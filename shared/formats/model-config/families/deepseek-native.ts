/**
 * The files that DeepSeek's own code is started with (`inference/configs`), which have no `model_type` and other names. They
 * are told by `inter_dim` and `kv_lora_rank` beside `dim`. DeepSeek-AI 2024.
 */
import { expertLayers } from "../mixture.ts";
import type { ReadFamily } from "../model-config.ts";

/** That code gives the router a bias at this width only: that of V3. */
const WIDTH_WITH_ROUTER_BIAS = 7_168;

export const readDeepSeekNative: ReadFamily = (config) => {
  const layers = config.count("layers", "n_layers", 27);
  const width = config.count("width", "dim", 2_048);
  const dense = config.number("denseLayers", "n_dense_layers", 1);
  const which = expertLayers(config, layers, (layer) => layer >= dense);
  const sharedExperts = config.number("sharedExperts", "n_shared_experts", 2);
  return {
    layers,
    width,
    heads: config.count("heads", "n_heads", 16),
    queryRank: config.countOrNone("queryRank", "q_lora_rank", null),
    keyValueRank: config.count("keyValueRank", "kv_lora_rank", 512),
    nopeHeadSize: config.count("nopeHeadSize", "qk_nope_head_dim", 128),
    ropeHeadSize: config.number("ropeHeadSize", "qk_rope_head_dim", 64),
    valueHeadSize: config.count("valueHeadSize", "v_head_dim", 128),
    feedForward: config.count("feedForward", "inter_dim", 10_944),
    gated: true,
    vocabulary: config.count("vocabulary", "vocab_size", 102_400),
    tiedEmbeddings: false,
    norm: "rms",
    positions: "rotary",
    maxPositions: config.count("maxPositions", "max_seq_len", 16_384),
    ...(which === null
      ? {}
      : {
          experts: config.count("experts", "n_routed_experts", 64),
          expertsPerToken: config.count("expertsPerToken", "n_activated_experts", 6),
          expertFeedForward: config.count("expertFeedForward", "moe_inter_dim", 1_408),
          ...(sharedExperts === 0 ? {} : { sharedExperts }),
          ...which,
          ...(width === WIDTH_WITH_ROUTER_BIAS ? { routerBias: true } : {}),
        }),
  };
};
