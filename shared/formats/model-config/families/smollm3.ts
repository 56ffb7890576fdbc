/** SmolLM 3: LLaMA's blocks, every fourth of them without positions, which have no parameters. Hugging Face 2025. */
import { decoder, switchedBiases } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";
import { windowFields } from "../window.ts";

export const readSmolLm3: ReadFamily = (config) => {
  const fields = decoder(config, {
    layers: 36,
    width: 2_048,
    heads: 16,
    keyValueHeads: 4,
    feedForward: 11_008,
    vocabulary: 128_256,
    context: 32_768,
    tied: true,
  });
  const layers = fields.layers ?? 1;
  const isSwitchedOn = config.flag("window", "use_sliding_window", false);
  const window = isSwitchedOn ? config.countOrNone("window", "sliding_window", null) : null;
  if (window !== null && config.list("layer_types") === null) {
    config.refuse(
      "layer_types",
      "The file has a window and does not list which layers have it",
      "a list of the layers",
    );
  }
  return { ...fields, ...switchedBiases(config), ...windowFields(config, { layers, window, globalEvery: null }) };
};
