/** MPT: ALiBi or a table of positions, no biases unless they are asked for. MosaicML 2023. */
import { asHeads } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";

export const readMpt: ReadFamily = (config) => {
  const width = config.count("width", "d_model", 2_048);
  const heads = config.count("heads", "n_heads", 16);
  const ratio = config.number("feedForwardRatio", "expansion_ratio", 4);
  const attention = config.object("attn_config", "MptAttentionConfig");
  const type = attention.text("attn_type") ?? "multihead_attention";
  const keyValueHeads =
    type === "multiquery_attention"
      ? 1
      : type === "grouped_query_attention"
        ? attention.count("keyValueHeads", "kv_n_heads", asHeads(heads))
        : heads;
  const hasBiases = !config.flag("biases", "no_bias", true);
  const alibi = attention.flag("positions", "alibi", true);
  const learned = !alibi && config.flag("positions", "learned_pos_emb", true);
  return {
    layers: config.count("layers", "n_layers", 24),
    width,
    heads,
    ...(keyValueHeads === heads ? {} : { keyValueHeads }),
    feedForward: ratio * width,
    gated: false,
    vocabulary: config.count("vocabulary", "vocab_size", 50_368),
    tiedEmbeddings: config.flag("tiedEmbeddings", "tie_word_embeddings", true),
    norm: "layer",
    normBias: hasBiases,
    positions: alibi ? "alibi" : learned ? "learned" : "rotary",
    maxPositions: config.count("maxPositions", "max_seq_len", 2_048),
    biases: hasBiases ? "all" : "none",
    ...(attention.has("qk_ln") && attention.flag("queryKeyNorm", "qk_ln", false) ? { queryKeyNorm: "width" } : {}),
  };
};
