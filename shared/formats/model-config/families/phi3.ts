/** Phi 3 and 4: LLaMA's blocks with fused matrices. Abdin et al. 2024. */
import { attentionBias, decoder } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";
import { windowFields } from "../window.ts";

export const readPhi3: ReadFamily = (config) => {
  const fields = decoder(config, {
    layers: 32,
    width: 3_072,
    heads: 32,
    keyValueHeads: "heads",
    feedForward: 8_192,
    vocabulary: 32_064,
    context: 4_096,
    tied: false,
  });
  const window = config.countOrNone("window", "sliding_window", null);
  return {
    ...fields,
    ...attentionBias(config),
    ...windowFields(config, { layers: fields.layers ?? 1, window, globalEvery: null }),
  };
};
