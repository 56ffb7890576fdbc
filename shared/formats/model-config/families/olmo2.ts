/** OLMo 2: norms after each part, and of queries and keys over all heads. OLMo team 2025. */
import { attentionBias, decoder } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";

export const readOlmo2: ReadFamily = (config) => ({
  ...decoder(config, {
    layers: 32,
    width: 4_096,
    heads: 32,
    keyValueHeads: "heads",
    feedForward: 11_008,
    vocabulary: 50_304,
    context: 2_048,
    tied: false,
  }),
  ...attentionBias(config),
  queryKeyNorm: "width",
});
