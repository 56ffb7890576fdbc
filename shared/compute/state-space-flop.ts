import type { StateSpace } from "../models/shape.ts";
import { convolvedChannels, stateSpaceMaps } from "../models/state-space-parameters.ts";

/**
 * Forward FLOP of one state-space layer, per token: two for each weight of its maps and of its convolution, and the scan.
 *
 * With i inner width, N state size, G groups and chunks of Q tokens the scan is
 * - of Mamba 9·i·N + 2·i: a step's decay and input, its sum, its output, and the skip;
 * - of Mamba-2 2·Q·(G·N + i) inside a chunk, 4·i·N into and out of its state, and 2·i for the skip.
 *
 * Source: Gu and Dao 2023; 9·i·N is the author's count of the selective scan (Gu, issue 110 of state-spaces/mamba); Dao and
 * Gu 2024, the block decomposition.
 */
export function stateSpaceFlop(layer: StateSpace, width: number): number {
  return 2 * stateSpaceMaps(layer, width) + 2 * convolvedChannels(layer) * layer.convolution + scan(layer);
}

function scan({ version, inner, stateSize, groups, chunk }: StateSpace): number {
  if (version === "mamba") return 9 * inner * stateSize + 2 * inner;
  return 2 * chunk * (groups * stateSize + inner) + 4 * inner * stateSize + 2 * inner;
}
