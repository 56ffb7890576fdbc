/** DeepSeek-V2: latent attention, and experts behind dense first layers. DeepSeek-AI 2024. */
import type { ReadFamily } from "../model-config.ts";
import { latentMixture } from "./deepseek-latent.ts";

export const readDeepSeekV2: ReadFamily = (config) =>
  latentMixture(config, {
    layers: 32,
    width: 4_096,
    heads: 32,
    feedForward: 11_008,
    vocabulary: 32_000,
    context: 2_048,
    experts: 64,
    sharedExperts: 2,
    expertsPerToken: null,
    expertFeedForward: 1_407,
    denseLayers: 0,
  });
