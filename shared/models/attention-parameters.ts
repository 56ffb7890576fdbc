/** Parameters of one layer's attention, projection by projection. */
import type { TransformerShape } from "./shape.ts";

export type AttentionProjection = "queries" | "keys" | "values" | "output";

/** Weights of one projection of one layer, or of all four. */
export function attentionParameters(shape: TransformerShape, projection?: AttentionProjection): number {
  switch (projection) {
    case "queries":
      return queries(shape);
    case "keys":
      return keys(shape);
    case "values":
      return values(shape);
    case "output":
      return output(shape);
    case undefined:
      return queries(shape) + keys(shape) + values(shape) + output(shape);
  }
}

function queries({ width, heads, headSize, latent }: TransformerShape): number {
  if (latent === null || latent.queryRank === null) return width * heads * headSize;
  return latent.queryRank * (width + heads * headSize);
}

function keys({ width, heads, headSize, keyValueHeads, latent }: TransformerShape): number {
  if (latent === null) return width * keyValueHeads * headSize;
  return width * (latent.keyValueRank + latent.ropeHeadSize) + latent.keyValueRank * heads * latent.nopeHeadSize;
}

function values({ width, heads, headSize, keyValueHeads, latent }: TransformerShape): number {
  if (latent === null) return width * keyValueHeads * headSize;
  return latent.keyValueRank * heads * latent.valueHeadSize;
}

function output(shape: TransformerShape): number {
  return shape.heads * valueSize(shape) * shape.width;
}

/** Size of a head's values: what the weighted sum is over, and what the output map takes. */
export const valueSize = ({ latent, headSize }: TransformerShape): number => latent?.valueHeadSize ?? headSize;

/** Biases of one layer's attention. Latent attention has them on its narrow layers, as DeepSeek's configuration does. */
export function attentionBiases({ biases, heads, headSize, keyValueHeads, latent, width }: TransformerShape): number {
  if (biases === "none" || biases === "feedForward") return 0;
  const queryKeyValue =
    latent === null
      ? (heads + 2 * keyValueHeads) * headSize
      : (latent.queryRank ?? 0) + latent.keyValueRank + latent.ropeHeadSize;
  return biases === "queryKeyValue" ? queryKeyValue : queryKeyValue + width;
}

/** Weights of the norms inside one layer's attention: of queries and keys, and of the narrow layers of latent attention. */
export function attentionNorms({ queryKeyNorm, heads, headSize, keyValueHeads, latent }: TransformerShape): number {
  const narrow = latent === null ? 0 : (latent.queryRank ?? 0) + latent.keyValueRank;
  switch (queryKeyNorm) {
    case "none":
      return narrow;
    case "head":
      return narrow + 2 * headSize;
    case "width":
      return narrow + (heads + keyValueHeads) * headSize;
  }
}
