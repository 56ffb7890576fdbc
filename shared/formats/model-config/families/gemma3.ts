/** Gemma 3, its text model: norms of queries and keys, five layers with a window to one without. Gemma team 2025. */
import { attentionBias, decoder } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";
import { windowFields } from "../window.ts";

export const readGemma3: ReadFamily = (config) => {
  const fields = decoder(config, {
    layers: 26,
    width: 2_304,
    heads: 8,
    keyValueHeads: 4,
    headSize: 256,
    feedForward: 9_216,
    vocabulary: 262_208,
    context: 131_072,
    tied: true,
  });
  const window = config.countOrNone("window", "sliding_window", 4_096);
  const globalEvery =
    config.list("layer_types") === null
      ? config.count("globalEvery", ["sliding_window_pattern", "_sliding_window_pattern"], 6)
      : null;
  return {
    ...fields,
    ...attentionBias(config),
    queryKeyNorm: "head",
    normsPerBlock: 4,
    ...windowFields(config, { layers: fields.layers ?? 1, window, globalEvery }),
  };
};
