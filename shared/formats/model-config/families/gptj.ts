/** GPT-J: attention and feed-forward side by side, biases of the feed-forward and of the logits. Wang and Komatsuzaki 2021. */
import type { ReadFamily } from "../model-config.ts";

export const readGptJ: ReadFamily = (config) => {
  const width = config.count("width", ["n_embd", "hidden_size"], 4_096);
  return {
    layers: config.count("layers", ["n_layer", "num_hidden_layers"], 28),
    width,
    heads: config.count("heads", ["n_head", "num_attention_heads"], 16),
    feedForward: config.count("feedForward", "n_inner", { value: 4 * width, reason: "four times the width" }),
    gated: false,
    vocabulary: config.count("vocabulary", "vocab_size", 50_400),
    tiedEmbeddings: config.flag("tiedEmbeddings", "tie_word_embeddings", false),
    norm: "layer",
    parallel: true,
    positions: "rotary",
    maxPositions: config.count("maxPositions", ["n_positions", "max_position_embeddings"], 2_048),
    biases: "feedForward",
    outputBias: true,
  };
};
