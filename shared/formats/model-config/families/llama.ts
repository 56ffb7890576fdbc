/** LLaMA to 3.3, and what was built on its code. Touvron et al. 2023; Grattafiori et al. 2024. */
import { decoder, switchedBiases } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";

export const readLlama: ReadFamily = (config) => ({
  ...decoder(config, {
    layers: 32,
    width: 4_096,
    heads: 32,
    keyValueHeads: "heads",
    feedForward: 11_008,
    vocabulary: 32_000,
    context: 2_048,
    tied: false,
  }),
  ...switchedBiases(config),
});
