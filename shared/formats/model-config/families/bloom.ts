/** BLOOM: ALiBi, and a norm of the embedding. Scao et al. 2022. */
import type { ReadFamily } from "../model-config.ts";

export const readBloom: ReadFamily = (config) => {
  const width = config.count("width", ["hidden_size", "n_embed"], 64);
  return {
    layers: config.count("layers", ["n_layer", "num_hidden_layers"], 2),
    width,
    heads: config.count("heads", ["n_head", "num_attention_heads"], 8),
    feedForward: 4 * width,
    gated: false,
    vocabulary: config.count("vocabulary", "vocab_size", 250_880),
    tiedEmbeddings: config.flag("tiedEmbeddings", "tie_word_embeddings", true),
    norm: "layer",
    embeddingNorm: true,
    positions: "alibi",
    ...(config.has("seq_length") ? { maxPositions: config.count("maxPositions", "seq_length") } : {}),
    biases: "all",
  };
};
