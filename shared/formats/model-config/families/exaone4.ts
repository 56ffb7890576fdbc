/** EXAONE 4: norms after each part, of queries and keys, too; three layers with a window to one without. LG AI 2025. */
import { decoder } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";
import { windowFields } from "../window.ts";

export const readExaone4: ReadFamily = (config) => {
  const fields = decoder(config, {
    layers: 32,
    width: 4_096,
    heads: 32,
    keyValueHeads: 32,
    feedForward: 16_384,
    vocabulary: 102_400,
    context: 2_048,
    tied: false,
  });
  const window = config.countOrNone("window", "sliding_window", 4_096);
  // A pattern is a number, or letters: LLLG is three layers with a window and one without.
  const letters = config.text("sliding_window_pattern");
  const globalEvery =
    window === null || config.list("layer_types") !== null
      ? null
      : letters === null
        ? config.count("globalEvery", "sliding_window_pattern", 4)
        : letters.length;
  if (letters !== null && !/^L+G$/.test(letters)) {
    config.refuse(
      "sliding_window_pattern",
      `The pattern ${letters} is not known`,
      "a number, or some L and one G: LLLG",
    );
  }
  return {
    ...fields,
    queryKeyNorm: "head",
    ...windowFields(config, { layers: fields.layers ?? 1, window, globalEvery }),
  };
};
