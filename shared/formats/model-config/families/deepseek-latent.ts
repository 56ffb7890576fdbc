import type { ModelFields } from "../../../models/model-fields.ts";
import { attentionBias } from "../decoder.ts";
import { expertLayers } from "../mixture.ts";
import type { ConfigObject } from "../model-config.ts";

interface LatentDefaults {
  readonly layers: number;
  readonly width: number;
  readonly heads: number;
  readonly feedForward: number;
  readonly vocabulary: number;
  readonly context: number;
  readonly experts: number;
  readonly sharedExperts: number;
  /** Null where the class has none and the file must say it. */
  readonly expertsPerToken: number | null;
  readonly expertFeedForward: number;
  readonly denseLayers: number;
}

/** Latent attention and a mixture, by the names of DeepSeek's files. */
export function latentMixture(config: ConfigObject, defaults: LatentDefaults): ModelFields {
  const layers = config.count("layers", "num_hidden_layers", defaults.layers);
  return {
    layers,
    width: config.count("width", "hidden_size", defaults.width),
    heads: config.count("heads", "num_attention_heads", defaults.heads),
    queryRank: config.countOrNone("queryRank", "q_lora_rank", 1_536),
    keyValueRank: config.count("keyValueRank", "kv_lora_rank", 512),
    nopeHeadSize: config.count("nopeHeadSize", "qk_nope_head_dim", 128),
    ropeHeadSize: config.number("ropeHeadSize", "qk_rope_head_dim", 64),
    valueHeadSize: config.count("valueHeadSize", "v_head_dim", 128),
    feedForward: config.count("feedForward", "intermediate_size", defaults.feedForward),
    gated: true,
    vocabulary: config.count("vocabulary", "vocab_size", defaults.vocabulary),
    tiedEmbeddings: config.flag("tiedEmbeddings", "tie_word_embeddings", false),
    norm: "rms",
    positions: "rotary",
    maxPositions: config.count("maxPositions", "max_position_embeddings", defaults.context),
    ...attentionBias(config),
    ...mixture(config, layers, defaults),
  };
}

function mixture(config: ConfigObject, layers: number, defaults: LatentDefaults): ModelFields {
  // A file that says null has no experts at all: the dense models of this family.
  const experts = config.countOrNone("experts", ["n_routed_experts", "num_experts"], defaults.experts);
  if (experts === null) return {};
  const dense = config.number("denseLayers", "first_k_dense_replace", defaults.denseLayers);
  const every = config.has("moe_layer_freq") ? config.count("mixtureEvery", "moe_layer_freq") : 1;
  const which = expertLayers(config, layers, (layer) => layer >= dense && layer % every === 0);
  if (which === null) return {};
  const sharedExperts = config.countOrNone("sharedExperts", "n_shared_experts", defaults.sharedExperts);
  return {
    experts,
    expertsPerToken: config.count("expertsPerToken", "num_experts_per_tok", defaults.expertsPerToken ?? undefined),
    expertFeedForward: config.count("expertFeedForward", "moe_intermediate_size", defaults.expertFeedForward),
    ...(sharedExperts === null ? {} : { sharedExperts }),
    ...which,
  };
}
