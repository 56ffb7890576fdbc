/** Phi 1 to 2: attention and feed-forward side by side under one norm, biases everywhere. Gunasekar et al. 2023. */
import { decoder } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";

export const readPhi: ReadFamily = (config) => {
  const queryKeyNorm = config.flag("queryKeyNorm", "qk_layernorm", false);
  if (queryKeyNorm) {
    config.warn(
      "Norms of queries and keys have a bias in this family, which is not counted: a few hundred numbers a layer.",
    );
  }
  return {
    ...decoder(config, {
      layers: 24,
      width: 2_048,
      heads: 32,
      keyValueHeads: "heads",
      feedForward: 8_192,
      vocabulary: 51_200,
      context: 2_048,
      tied: false,
    }),
    gated: false,
    norm: "layer",
    parallel: true,
    biases: "all",
    outputBias: true,
    ...(queryKeyNorm ? { queryKeyNorm: "head" } : {}),
  };
};
