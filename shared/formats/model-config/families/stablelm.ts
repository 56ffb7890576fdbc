/** StableLM: LLaMA's blocks with norms by mean and variance. Stability AI 2023. */
import { decoder } from "../decoder.ts";
import type { ReadFamily } from "../model-config.ts";

export const readStableLm: ReadFamily = (config) => {
  const queryKeyNorm = config.flag("queryKeyNorm", "qk_layernorm", false);
  return {
    ...decoder(config, {
      layers: 32,
      width: 2_560,
      heads: 32,
      keyValueHeads: 32,
      feedForward: 6_912,
      vocabulary: 50_304,
      context: 4_096,
      tied: false,
    }),
    norm: "layer",
    parallel: config.flag("parallel", "use_parallel_residual", false),
    ...(config.flag("biases", "use_qkv_bias", false) ? { biases: "queryKeyValue" } : {}),
    // Each head has a norm of its own, without a bias: as many numbers as one over all heads.
    ...(queryKeyNorm ? { queryKeyNorm: "width" } : {}),
  };
};
