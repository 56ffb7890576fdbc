/** DeepSeek-V3 and R1: as V2, with a bias of the router, and blocks that predict further tokens. DeepSeek-AI 2024. */
import type { ReadFamily } from "../model-config.ts";
import { latentMixture } from "./deepseek-latent.ts";

export const readDeepSeekV3: ReadFamily = (config) => {
  const predictionHeads = config.number("predictionHeads", "num_nextn_predict_layers", 0);
  const fields = latentMixture(config, {
    layers: 61,
    width: 7_168,
    heads: 128,
    feedForward: 18_432,
    vocabulary: 129_280,
    context: 4_096,
    experts: 256,
    sharedExperts: 1,
    expertsPerToken: 8,
    expertFeedForward: 2_048,
    denseLayers: 3,
  });
  return {
    ...fields,
    ...(fields.experts === undefined ? {} : { routerBias: true }),
    ...(predictionHeads === 0 ? {} : { predictionHeads }),
  };
};
