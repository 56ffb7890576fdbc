/** GPT-2. Radford et al. 2019. */
import type { ReadFamily } from "../model-config.ts";

export const readGpt2: ReadFamily = (config) => {
  const width = config.count("width", ["n_embd", "hidden_size"], 768);
  if (config.has("add_cross_attention") && config.flag(null, "add_cross_attention", false)) {
    config.warn("Cross-attention is switched on; it is not counted, because the file names no encoder.");
  }
  return {
    layers: config.count("layers", ["n_layer", "num_hidden_layers"], 12),
    width,
    heads: config.count("heads", ["n_head", "num_attention_heads"], 12),
    feedForward: config.count("feedForward", "n_inner", { value: 4 * width, reason: "four times the width" }),
    gated: false,
    vocabulary: config.count("vocabulary", "vocab_size", 50_257),
    tiedEmbeddings: config.flag("tiedEmbeddings", "tie_word_embeddings", true),
    norm: "layer",
    positions: "learned",
    maxPositions: config.count("maxPositions", ["n_positions", "max_position_embeddings"], 1_024),
    biases: "all",
  };
};
