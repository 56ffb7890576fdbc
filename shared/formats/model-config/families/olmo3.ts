/** OLMo 3: OLMo 2 with a window in three of four layers. OLMo team 2025. */
import type { ReadFamily } from "../model-config.ts";
import { windowFields } from "../window.ts";
import { readOlmo2 } from "./olmo2.ts";

export const readOlmo3: ReadFamily = (config) => {
  const fields = readOlmo2(config);
  const window = config.countOrNone("window", "sliding_window", 4_096);
  return { ...fields, ...windowFields(config, { layers: fields.layers ?? 1, window, globalEvery: 4 }) };
};
