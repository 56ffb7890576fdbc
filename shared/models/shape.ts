/**
 * What a model is, as far as counting is concerned. A new kind of model is a new member of `ModelShape` and a new case
 * in `countParameters` and in shared/compute; the compiler names every place that has to learn of it.
 */
import type { Layer } from "./layer.ts";

/** How each block normalises its input: not at all (or not counted), by root mean square, or by mean and variance. */
export const NORMS = ["none", "rms", "layer"] as const;
export type Norm = (typeof NORMS)[number];

/**
 * How a token's place is told. `learned` is a table of `maxPositions` rows; `relative` a number for each bucket of
 * distances and head, shared by the layers of a stack (T5); the others have no parameters.
 */
export const POSITIONS = ["none", "rotary", "learned", "sinusoidal", "alibi", "relative"] as const;
export type Positions = (typeof POSITIONS)[number];

/**
 * Which linear maps add a bias: none; queries, keys and values; these and the attention output; every feed-forward
 * matrix; or all of them. The logits have one only where `outputBias` says so.
 */
export const BIASES = ["none", "queryKeyValue", "attention", "feedForward", "all"] as const;
export type Biases = (typeof BIASES)[number];

/** What a token attends to: itself and the tokens before it, or the whole sequence. */
export const MASKS = ["causal", "full"] as const;
export type Mask = (typeof MASKS)[number];

/** Norms of the queries and keys: none, one over a head shared by all heads, or one over all heads together. */
export const QUERY_KEY_NORMS = ["none", "head", "width"] as const;
export type QueryKeyNorm = (typeof QUERY_KEY_NORMS)[number];

/**
 * What stands on the last block: logits over the vocabulary; the same after a transform of its own and with a bias
 * (masked language models, BERT); a linear map to classes, once a sequence; or nothing.
 */
export const HEADS = ["logits", "masked", "classes", "none"] as const;
export type Head = (typeof HEADS)[number];

/** The published state-space layers. */
export const STATE_SPACES = ["mamba", "mamba2"] as const;

/** Latent attention (DeepSeek-V2): queries, keys and values go through narrow layers; every head has its own keys. */
export interface LatentAttention {
  /** Width of the narrow layer that queries go through; null where they are made of the full width. */
  readonly queryRank: number | null;
  /** Width of the narrow layer that keys and values share. */
  readonly keyValueRank: number;
  /** Parts of a query's and a key's head without and with a position; together the head size. */
  readonly nopeHeadSize: number;
  readonly ropeHeadSize: number;
  readonly valueHeadSize: number;
}

/** Feed-forwards of which each token passes a few: `layers` blocks have them, the others a dense one. */
export interface Mixture {
  readonly layers: number;
  readonly experts: number;
  /** Experts that a token passes (top-k). */
  readonly expertsPerToken: number;
  readonly expertFeedForward: number;
  /** Experts that every token passes, beside those; 0 for none. */
  readonly sharedExperts: number;
  /** Width of each shared expert. */
  readonly sharedExpertFeedForward: number;
  /** The shared experts' output is weighed by a gate of one number a token (Qwen2-MoE). */
  readonly sharedExpertGate: boolean;
  readonly routerBias: boolean;
}

/** State-space layers, in place of attention in `layers` of the blocks (all, in a pure Mamba). */
export interface StateSpace {
  readonly version: (typeof STATE_SPACES)[number];
  readonly layers: number;
  /** Width inside a layer: expansion × width. */
  readonly inner: number;
  readonly stateSize: number;
  /** Tokens that the convolution spans. */
  readonly convolution: number;
  /** Mamba: width through which a step's length is made; 0 for Mamba-2. */
  readonly rank: number;
  /** Mamba-2: heads, groups that share their input and output maps, and tokens handled at once; 0 for Mamba. */
  readonly heads: number;
  readonly groups: number;
  readonly chunk: number;
  /** These blocks have a feed-forward part, too (Jamba). */
  readonly feedForward: boolean;
}

/** The first half of an encoder-decoder: blocks like the decoder's own, without a mask and without cross-attention. */
export interface Encoder {
  readonly layers: number;
  /** Tokens of the source for one sequence of the target; null: as many as the target has. */
  readonly sequence: number | null;
}

/** Square images in square patches; one image is one example. */
export interface ImageInput {
  readonly imageSize: number;
  readonly patchSize: number;
  readonly channels: number;
  readonly classToken: boolean;
}

/**
 * A transformer: an embedding of tokens or patches, `layers` blocks, a final norm, and a head. Every field is set;
 * `completeShape` makes one from a document. Blocks are attention and feed-forward unless `stateSpace` or `mixture` say
 * which of them are otherwise; an `encoder` makes the blocks a decoder with cross-attention to it.
 */
export interface TransformerShape {
  readonly kind: "transformer";
  readonly layers: number;
  /** Layers that have weights of their own; fewer than `layers` share them: counted once, computed each time. */
  readonly uniqueLayers: number;
  /** Width of the residual stream (the model dimension). */
  readonly width: number;
  /** Query heads per layer; 0 where no layer has attention. */
  readonly heads: number;
  /** Size of a query's and a key's head. heads × headSize is the width unless the plan says that it is not. */
  readonly headSize: number;
  /** Key and value heads per layer; fewer than `heads` is grouped-query attention, 1 is multi-query attention. */
  readonly keyValueHeads: number;
  readonly latent: LatentAttention | null;
  readonly queryKeyNorm: QueryKeyNorm;
  /** Width inside the feed-forward part of a dense block. */
  readonly feedForward: number;
  /** Three feed-forward matrices (gated, as SwiGLU) instead of two. */
  readonly gated: boolean;
  readonly mixture: Mixture | null;
  readonly stateSpace: StateSpace | null;
  readonly encoder: Encoder | null;
  readonly image: ImageInput | null;
  /** Tokens in the vocabulary; 0 for a model of images. */
  readonly vocabulary: number;
  /** Width of the embedding table; where it is not `width`, maps without bias lead there and back (ALBERT). */
  readonly embeddingWidth: number;
  /** The logits use the embedding table again and have no matrix of their own. */
  readonly tiedEmbeddings: boolean;
  /** Rows of a second table, of kinds of tokens, that is added to the first (BERT: 2). */
  readonly tokenTypes: number;
  readonly head: Head;
  /** Classes of the head that has them, else 0. */
  readonly classes: number;
  readonly outputBias: boolean;
  /** A square linear map with bias on the first token, once a sequence (BERT). */
  readonly pooler: boolean;
  /** Blocks that predict further tokens while training (DeepSeek-V3): reported apart, in no total. */
  readonly predictionHeads: number;
  readonly norm: Norm;
  /** Each norm has a bias beside its weight. */
  readonly normBias: boolean;
  /** Norms of a block over the width: 2, or 1 that both parts share, or 4 before and after each part. */
  readonly normsPerBlock: number;
  readonly finalNorm: boolean;
  readonly embeddingNorm: boolean;
  /** Attention and feed-forward read the same input, side by side, instead of one after the other. */
  readonly parallel: boolean;
  readonly positions: Positions;
  /** Rows of the learned position table; for other positions the longest sequence, if stated, which counts nothing. */
  readonly maxPositions: number | null;
  /** Buckets of relative positions; 0 for others. */
  readonly positionBuckets: number;
  readonly biases: Biases;
  readonly mask: Mask;
  /** Tokens that a causal token sees at most, itself included; null without a sliding window. */
  readonly window: number | null;
  /** Layers that attend to everything although there is a window; 0 without one. */
  readonly globalLayers: number;
}

/** A model whose published counts are typed in, because its blocks are not a transformer's: a ResNet-50, say. */
export interface StatedShape {
  readonly kind: "stated";
  readonly parameters: number;
  /** Parameters that take part in one example; equal to `parameters` unless the model is a mixture. */
  readonly activeParameters: number;
  /** FLOP of one forward pass over one example; one multiply-accumulate is two. */
  readonly forwardFlopPerExample: number;
  /** Who published the counts. */
  readonly source: string;
}

/** A model as a list of layers, for whatever is not a transformer: an AlexNet, a U-Net, an LSTM. */
export interface LayerListShape {
  readonly kind: "layers";
  readonly list: readonly Layer[];
  /** Who published the model, if the plan says so. */
  readonly source: string | null;
}

export type ModelShape = TransformerShape | StatedShape | LayerListShape;

/** What one item of a model's training is: a token, or an example (an image, a whole text). */
export type ModelItems = "tokens" | "examples";

/** Whether a model's work is counted per token or per example. */
export function itemsOf(shape: ModelShape): ModelItems {
  return shape.kind === "transformer" && shape.image === null ? "tokens" : "examples";
}

/** Width of the residual stream; null for a model that has none, a list of layers or stated counts. */
export const widthOf = (shape: ModelShape): number | null => (shape.kind === "transformer" ? shape.width : null);
