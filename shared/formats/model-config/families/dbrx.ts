/** DBRX: sixteen experts, of which four are passed. Databricks 2024. */
import type { ReadFamily } from "../model-config.ts";

export const readDbrx: ReadFamily = (config) => {
  const heads = config.count("heads", ["n_heads", "num_attention_heads"], 16);
  const attention = config.object("attn_config", "DbrxAttentionConfig");
  const feedForward = config.object("ffn_config", "DbrxFFNConfig");
  const keyValueHeads = attention.count("keyValueHeads", "kv_n_heads", 1);
  const expertFeedForward = feedForward.count("expertFeedForward", "ffn_hidden_size", 3_584);
  return {
    layers: config.count("layers", ["n_layers", "num_hidden_layers"], 24),
    width: config.count("width", ["d_model", "hidden_size"], 2_048),
    heads,
    ...(keyValueHeads === heads ? {} : { keyValueHeads }),
    feedForward: expertFeedForward,
    gated: true,
    vocabulary: config.count("vocabulary", "vocab_size", 32_000),
    tiedEmbeddings: config.flag("tiedEmbeddings", "tie_word_embeddings", false),
    norm: "layer",
    normBias: false,
    positions: "rotary",
    maxPositions: config.count("maxPositions", ["max_seq_len", "max_position_embeddings"], 2_048),
    experts: feedForward.count("experts", "moe_num_experts", 4),
    expertsPerToken: feedForward.count("expertsPerToken", "moe_top_k", 1),
    expertFeedForward,
  };
};
