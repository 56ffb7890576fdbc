/** OLMo: norms without parameters. Groeneveld et al. 2024. */
import { attentionBias, decoder } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";

export const readOlmo: ReadFamily = (config) => ({
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
  norm: "none",
  ...attentionBias(config),
});
