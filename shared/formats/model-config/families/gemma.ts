/** Gemma: heads of a size of their own, embeddings tied. Gemma team 2024. */
import { attentionBias, decoder } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";

export const readGemma: ReadFamily = (config) => ({
  ...decoder(config, {
    layers: 28,
    width: 3_072,
    heads: 16,
    keyValueHeads: 16,
    headSize: 256,
    feedForward: 24_576,
    vocabulary: 256_000,
    context: 8_192,
    tied: true,
  }),
  ...attentionBias(config),
});
