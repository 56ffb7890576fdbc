/** Low-rank adapters (LoRA): two narrow matrices beside a frozen one, of which only they are trained. */
import { attentionWeights, denseWeights, feedForwardMatrices } from "../models/blocks.ts";
import type { TransformerShape } from "../models/shape.ts";
import { Parameters } from "../units/brands.ts";

/** Linear maps of a block that may have an adapter; `feedForward` is all two or three of its matrices. */
export const ADAPTER_TARGETS = ["queries", "keys", "values", "attentionOutput", "feedForward"] as const;
export type AdapterTarget = (typeof ADAPTER_TARGETS)[number];

export interface AdapterCount {
  /** All adapters, those of experts that a token does not pass included. */
  readonly total: Parameters;
  /** Those that take part in a token. */
  readonly active: Parameters;
}

/**
 * Parameters of adapters of `rank` on every map that `targets` name: rank × (in + out) for each. Of latent attention the
 * targets mean the narrow layers and what comes after them: queries both maps of the queries, keys the map into the
 * narrow layer of keys and values, values the map out of it. Cross-attention and state-space layers get none.
 *
 * Worked example, LLaMA-2 7B at rank 16: 39,976,960 on all seven maps, 8,388,608 on queries and values.
 *
 * Source: Hu et al. 2021, arXiv:2106.09685.
 */
export function countAdapters(shape: TransformerShape, rank: number, targets: readonly AdapterTarget[]): AdapterCount {
  const everywhere = targets.reduce((sum, target) => sum + ends(shape, target), 0);
  const { mixture, width } = shape;
  if (mixture === null || !targets.includes("feedForward")) {
    return { total: Parameters(rank * everywhere), active: Parameters(rank * everywhere) };
  }
  const matrices = feedForwardMatrices(shape);
  const expert = mixture.layers * matrices * (width + mixture.expertFeedForward);
  const shared = mixture.layers * mixture.sharedExperts * matrices * (width + mixture.sharedExpertFeedForward);
  return {
    total: Parameters(rank * (everywhere + shared + mixture.experts * expert)),
    active: Parameters(rank * (everywhere + shared + mixture.expertsPerToken * expert)),
  };
}

/** In + out of a target's maps, over all blocks that have them; of feed-forwards the dense ones. */
function ends(shape: TransformerShape, target: AdapterTarget): number {
  const { width, heads, headSize, keyValueHeads, latent } = shape;
  const blocks = attentionWeights(shape);
  if (target === "feedForward") return denseWeights(shape) * feedForwardMatrices(shape) * (width + shape.feedForward);
  if (latent === null) {
    const inner = target === "queries" || target === "attentionOutput" ? heads * headSize : keyValueHeads * headSize;
    return blocks * (width + inner);
  }
  const { queryRank, keyValueRank, nopeHeadSize, ropeHeadSize, valueHeadSize } = latent;
  switch (target) {
    case "queries":
      return blocks * (width + heads * headSize + 2 * (queryRank ?? 0));
    case "keys":
      return blocks * (width + keyValueRank + ropeHeadSize);
    case "values":
      return blocks * (keyValueRank + heads * (nopeHeadSize + valueHeadSize));
    case "attentionOutput":
      return blocks * (heads * valueHeadSize + width);
  }
}
