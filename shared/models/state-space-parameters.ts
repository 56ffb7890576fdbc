import type { StateSpace } from "./shape.ts";

/**
 * Parameters of one state-space layer, all of it: maps, convolution with its bias, step, decay, skip, and Mamba-2's norm.
 *
 * With d width, i inner width, N state size, k convolution, R rank, H heads, G groups:
 * - Mamba: 2·d·i in, i·(k + 1) convolution, i·(R + 2·N), R·i + i step, i·N decay, i skip, i·d out;
 * - Mamba-2: d·(2·i + 2·G·N + H) in, (i + 2·G·N)·(k + 1) convolution, 3·H step, decay and skip, i norm, i·d out.
 *
 * Source: Gu and Dao 2023, Dao and Gu 2024, and their published layers. Worked example: width 768, inner 1,536, N 16,
 * k 4, R 48 → 3,770,880; with N 128, 24 heads, 1 group → 3,764,552.
 */
export function stateSpaceParameters(layer: StateSpace, width: number): number {
  return stateSpaceMaps(layer, width) + stateSpaceRest(layer);
}

/** The linear maps, of which each weight is one multiply-accumulate a token. */
export function stateSpaceMaps(layer: StateSpace, width: number): number {
  const { inner, stateSize, rank, groups, heads } = layer;
  if (layer.version === "mamba") return 3 * width * inner + inner * (rank + 2 * stateSize) + rank * inner;
  return width * (2 * inner + 2 * groups * stateSize + heads) + inner * width;
}

/** Channels that the convolution runs over. */
export const convolvedChannels = ({ version, inner, groups, stateSize }: StateSpace): number =>
  version === "mamba" ? inner : inner + 2 * groups * stateSize;

function stateSpaceRest(layer: StateSpace): number {
  const { inner, stateSize, heads, convolution } = layer;
  const convolved = convolvedChannels(layer) * (convolution + 1);
  return convolved + (layer.version === "mamba" ? inner * (stateSize + 2) : 3 * heads + inner);
}
