/** How many blocks of which kind a transformer has, and how many of them have weights of their own. */
import type { TransformerShape } from "./shape.ts";

/** Stacks of blocks, each with its own positions and final norm: 2 of an encoder-decoder. */
export const stacksOf = ({ encoder }: TransformerShape): number => (encoder === null ? 1 : 2);

/** Blocks with attention among the model's own, an encoder's not counted: computed each time. */
export const attentionBlocks = ({ layers, stateSpace }: TransformerShape): number => layers - (stateSpace?.layers ?? 0);

/** Blocks with attention that have weights of their own, an encoder's counted. */
export const attentionWeights = ({ uniqueLayers, stateSpace, encoder }: TransformerShape): number =>
  uniqueLayers - (stateSpace?.layers ?? 0) + (encoder?.layers ?? 0);

/** State-space blocks without a feed-forward part. */
const bareBlocks = ({ stateSpace }: TransformerShape): number =>
  stateSpace === null || stateSpace.feedForward ? 0 : stateSpace.layers;

/** Blocks with a dense feed-forward, an encoder's not counted: computed each time. */
export const denseBlocks = (shape: TransformerShape): number =>
  shape.layers - bareBlocks(shape) - (shape.mixture?.layers ?? 0);

/** Blocks with a dense feed-forward that have weights of their own, an encoder's counted. */
export const denseWeights = (shape: TransformerShape): number =>
  shape.uniqueLayers - bareBlocks(shape) - (shape.mixture?.layers ?? 0) + (shape.encoder?.layers ?? 0);

/** Norms over the width inside the blocks: one of a block that is a state-space layer only, and one of cross-attention. */
export const blockNorms = (shape: TransformerShape): number => {
  const bare = bareBlocks(shape);
  const { encoder, normsPerBlock, uniqueLayers } = shape;
  const cross = encoder === null ? 0 : uniqueLayers;
  return normsPerBlock * (uniqueLayers - bare + (encoder?.layers ?? 0)) + Math.min(normsPerBlock, 1) * bare + cross;
};

/** Matrices of a feed-forward: 3 gated, else 2. */
export const feedForwardMatrices = ({ gated }: Pick<TransformerShape, "gated">): number => (gated ? 3 : 2);
