/** GPT-NeoX and Pythia: side by side, but with a norm each. Black et al. 2022. */
import type { ReadFamily } from "../model-config.ts";

export const readGptNeoX: ReadFamily = (config) => ({
  layers: config.count("layers", "num_hidden_layers", 44),
  width: config.count("width", "hidden_size", 6_144),
  heads: config.count("heads", "num_attention_heads", 64),
  feedForward: config.count("feedForward", "intermediate_size", 24_576),
  gated: false,
  vocabulary: config.count("vocabulary", "vocab_size", 50_432),
  tiedEmbeddings: config.flag("tiedEmbeddings", "tie_word_embeddings", false),
  norm: "layer",
  normsPerBlock: 2,
  parallel: config.flag("parallel", "use_parallel_residual", true),
  positions: "rotary",
  maxPositions: config.count("maxPositions", "max_position_embeddings", 2_048),
  biases: config.flag("biases", "attention_bias", true) ? "all" : "feedForward",
});
