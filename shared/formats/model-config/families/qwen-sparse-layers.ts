import type { ConfigObject } from "../model-config.ts";

/** Which blocks of a Qwen mixture have experts: every `decoder_sparse_step`-th, but none of `mlp_only_layers`. */
export function sparseLayers(config: ConfigObject): (layer: number) => boolean {
  const step = config.number("mixtureEvery", "decoder_sparse_step", 1);
  const dense = new Set(config.list("mlp_only_layers") ?? []);
  return (layer) => !dense.has(layer) && step > 0 && (layer + 1) % step === 0;
}
