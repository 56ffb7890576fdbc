/**
 * Falcon, under its three names: `falcon`, and in the first files `RefinedWebModel` (7B) and `RefinedWeb` (40B). One key
 * and value head, or in the newer architecture several and a norm for each part. Almazrouei et al. 2023.
 */
import { asHeads } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";

export const readFalcon: ReadFamily = (config) => {
  const width = config.count("width", "hidden_size", 4_544);
  const heads = config.count("heads", ["num_attention_heads", "n_head"], 71);
  const isNewer = config.flag("normsPerBlock", "new_decoder_architecture", {
    value: config.text("model_type") === "RefinedWeb",
    reason: "what this model type stands for",
  });
  const multiQuery = isNewer || config.flag("keyValueHeads", "multi_query", true);
  const shared = ["num_kv_heads", "n_head_kv"];
  const keyValueHeads = isNewer || !multiQuery ? config.count("keyValueHeads", shared, asHeads(heads)) : 1;
  const parallel = isNewer || config.flag("parallel", "parallel_attn", true);
  const norms = isNewer ? config.count("normsPerBlock", "num_ln_in_parallel_attn", 2) : parallel ? 1 : 2;
  return {
    layers: config.count("layers", ["num_hidden_layers", "n_layer"], 32),
    width,
    heads,
    ...(keyValueHeads === heads ? {} : { keyValueHeads }),
    feedForward: config.count("feedForward", "ffn_hidden_size", { value: 4 * width, reason: "four times the width" }),
    gated: false,
    vocabulary: config.count("vocabulary", "vocab_size", 65_024),
    tiedEmbeddings: config.flag("tiedEmbeddings", "tie_word_embeddings", true),
    norm: "layer",
    normsPerBlock: norms,
    parallel,
    positions: config.flag("positions", "alibi", false) ? "alibi" : "rotary",
    maxPositions: config.count("maxPositions", "max_position_embeddings", 2_048),
    biases: config.flag("biases", "bias", false) ? "all" : "none",
  };
};
