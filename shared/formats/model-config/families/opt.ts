/** OPT: learned positions with two rows to spare. Zhang et al. 2022. */
import type { ReadFamily } from "../model-config.ts";

/** The position table begins two rows late. */
const SPARE_ROWS = 2;

export const readOpt: ReadFamily = (config) => {
  const width = config.count("width", "hidden_size", 768);
  const embeddingWidth = config.count("embeddingWidth", "word_embed_proj_dim", { value: width, reason: "the width" });
  const normFirst = config.flag("finalNorm", "do_layer_norm_before", true);
  const noFinal = config.has("_remove_final_layer_norm") && config.flag(null, "_remove_final_layer_norm", false);
  return {
    layers: config.count("layers", "num_hidden_layers", 12),
    width,
    heads: config.count("heads", "num_attention_heads", 12),
    feedForward: config.count("feedForward", "ffn_dim", 3_072),
    gated: false,
    vocabulary: config.count("vocabulary", "vocab_size", 50_272),
    tiedEmbeddings: config.flag("tiedEmbeddings", "tie_word_embeddings", true),
    ...(embeddingWidth === width ? {} : { embeddingWidth }),
    norm: config.flag("norm", "layer_norm_elementwise_affine", true) ? "layer" : "none",
    finalNorm: normFirst && !noFinal,
    positions: "learned",
    maxPositions: config.count("maxPositions", "max_position_embeddings", 2_048) + SPARE_ROWS,
    biases: config.flag("biases", "enable_bias", true) ? "all" : "none",
  };
};
