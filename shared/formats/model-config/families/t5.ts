/** T5: an encoder and a decoder, heads of a size of their own, buckets of relative positions. Raffel et al. 2020. */
import type { ReadFamily } from "../model-config.ts";

export const readT5: ReadFamily = (config) => {
  const width = config.count("width", "d_model", 512);
  const heads = config.count("heads", ["num_heads", "num_attention_heads"], 8);
  const headSize = config.count("headSize", "d_kv", 64);
  const encoderLayers = config.count("encoderLayers", "num_layers", 6);
  const layers = config.count("layers", "num_decoder_layers", {
    value: encoderLayers,
    reason: "as many as the encoder has",
  });
  const activation = config.text("feed_forward_proj");
  if (activation === null) config.infer("feed_forward_proj", "gated", false, "relu, the default of T5Config");
  return {
    layers,
    encoderLayers,
    width,
    heads,
    ...(heads * headSize === width ? {} : { headSize, freeHeadSize: true }),
    feedForward: config.count("feedForward", "d_ff", 2_048),
    gated: activation?.startsWith("gated-") === true,
    vocabulary: config.count("vocabulary", "vocab_size", 32_128),
    tiedEmbeddings: config.flag("tiedEmbeddings", "tie_word_embeddings", true),
    norm: "rms",
    positions: "relative",
    positionBuckets: config.count("positionBuckets", "relative_attention_num_buckets", 32),
    ...(config.has("n_positions") ? { maxPositions: config.count("maxPositions", "n_positions") } : {}),
  };
};
