/** What the readers of most families have in common: the names that Hugging Face gives the parts of a decoder. */
import type { ModelFields } from "../../models/model-fields.ts";
import type { ConfigObject } from "./model-config.ts";

/** The defaults of a configuration class. */
export interface DecoderDefaults {
  readonly layers: number;
  readonly width: number;
  readonly heads: number;
  readonly keyValueHeads: number | "heads";
  /** A head's size, where it is a constant and not the width by the heads. */
  readonly headSize?: number;
  readonly feedForward: number;
  readonly vocabulary: number;
  readonly context: number;
  readonly tied: boolean;
}

/** A gated decoder with rotary positions and root-mean-square norms, as LLaMA and its kin are. */
export function decoder(config: ConfigObject, defaults: DecoderDefaults): ModelFields {
  return {
    layers: config.count("layers", "num_hidden_layers", defaults.layers),
    ...attention(config, defaults),
    feedForward: config.count("feedForward", "intermediate_size", defaults.feedForward),
    gated: true,
    vocabulary: config.count("vocabulary", "vocab_size", defaults.vocabulary),
    tiedEmbeddings: config.flag("tiedEmbeddings", "tie_word_embeddings", defaults.tied),
    norm: "rms",
    positions: "rotary",
    maxPositions: config.count("maxPositions", "max_position_embeddings", defaults.context),
  };
}

/** Width, heads and their size. */
function attention(
  config: ConfigObject,
  defaults: Pick<DecoderDefaults, "width" | "heads" | "keyValueHeads" | "headSize">,
): ModelFields {
  const width = config.count("width", "hidden_size", defaults.width);
  const heads = config.count("heads", "num_attention_heads", defaults.heads);
  const shared = defaults.keyValueHeads === "heads" ? asHeads(heads) : defaults.keyValueHeads;
  const keyValueHeads = config.count("keyValueHeads", "num_key_value_heads", shared);
  return {
    width,
    heads,
    ...(keyValueHeads === heads ? {} : { keyValueHeads }),
    ...headSizeFields(config, width, heads, defaults.headSize),
  };
}

export const asHeads = (heads: number) => ({ value: heads, reason: "as many as there are query heads" });

/** A head's size, said only where it is not the width by the heads. */
function headSizeFields(config: ConfigObject, width: number, heads: number, constant?: number): ModelFields {
  const divided = { value: width / heads, reason: "the width by the heads" };
  if (!config.has("head_dim") && constant === undefined && width % heads !== 0) return {};
  const headSize = config.count("headSize", "head_dim", constant ?? divided);
  return headSize * heads === width ? {} : { headSize, freeHeadSize: true };
}

/** Biases of attention and feed-forward, each by a switch of its own. */
export function switchedBiases(config: ConfigObject): ModelFields {
  const attention = config.flag("biases", "attention_bias", false);
  const feedForward = config.flag("biases", "mlp_bias", false);
  if (attention && feedForward) return { biases: "all" };
  if (attention) return { biases: "attention" };
  return feedForward ? { biases: "feedForward" } : {};
}

/** Biases of queries, keys, values and the attention's output by one switch. */
export function attentionBias(config: ConfigObject): ModelFields {
  return config.flag("biases", "attention_bias", false) ? { biases: "attention" } : {};
}
