/** Qwen 3: norms of the queries and keys of each head. Yang et al. 2025. */
import { attentionBias, decoder } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";
import { switchedWindow } from "../window.ts";

export const readQwen3: ReadFamily = (config) => {
  const fields = decoder(config, {
    layers: 32,
    width: 4_096,
    heads: 32,
    keyValueHeads: 32,
    headSize: 128,
    feedForward: 22_016,
    vocabulary: 151_936,
    context: 32_768,
    tied: false,
  });
  return {
    ...fields,
    ...attentionBias(config),
    queryKeyNorm: "head",
    ...switchedWindow(config, fields.layers ?? 1, 28),
  };
};
