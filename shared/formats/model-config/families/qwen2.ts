/** Qwen 2 and 2.5: biases of queries, keys and values. Yang et al. 2024. */
import { decoder } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";
import { switchedWindow } from "../window.ts";

export const readQwen2: ReadFamily = (config) => {
  const fields = decoder(config, {
    layers: 32,
    width: 4_096,
    heads: 32,
    keyValueHeads: 32,
    feedForward: 22_016,
    vocabulary: 151_936,
    context: 32_768,
    tied: false,
  });
  return { ...fields, biases: "queryKeyValue", ...switchedWindow(config, fields.layers ?? 1, 28) };
};
