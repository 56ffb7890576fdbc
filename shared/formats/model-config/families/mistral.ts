/** Mistral 7B and its successors. Jiang et al. 2023. */
import { decoder } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";
import { windowFields } from "../window.ts";

export const readMistral: ReadFamily = (config) => {
  const fields = decoder(config, {
    layers: 32,
    width: 4_096,
    heads: 32,
    keyValueHeads: 8,
    feedForward: 14_336,
    vocabulary: 32_000,
    context: 131_072,
    tied: false,
  });
  const window = config.countOrNone("window", "sliding_window", 4_096);
  return { ...fields, ...windowFields(config, { layers: fields.layers ?? 1, window, globalEvery: null }) };
};
