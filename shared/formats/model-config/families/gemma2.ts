/** Gemma 2: norms before and after each part, a window in every other layer. Gemma team 2024. */
import { attentionBias, decoder } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";
import { windowFields } from "../window.ts";

export const readGemma2: ReadFamily = (config) => {
  const fields = decoder(config, {
    layers: 26,
    width: 2_304,
    heads: 8,
    keyValueHeads: 4,
    headSize: 256,
    feedForward: 9_216,
    vocabulary: 256_000,
    context: 8_192,
    tied: true,
  });
  const window = config.countOrNone("window", "sliding_window", 4_096);
  return {
    ...fields,
    ...attentionBias(config),
    normsPerBlock: 4,
    ...windowFields(config, { layers: fields.layers ?? 1, window, globalEvery: 2 }),
  };
};
