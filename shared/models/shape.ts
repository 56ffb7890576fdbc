/**
 * What a model is, as far as counting is concerned. A new kind of model is a new member of `ModelShape` and a new case
 * in `countParameters` and in shared/compute; the compiler names every place that has to learn of it.
 */

/** How each block normalises its input: not at all (or not counted), by root mean square, or by mean and variance. */
export const NORMS = ["none", "rms", "layer"] as const;
export type Norm = (typeof NORMS)[number];

/** How a token's place is told. Only `learned` has parameters: a table of `maxPositions` rows. */
export const POSITIONS = ["none", "rotary", "learned"] as const;
export type Positions = (typeof POSITIONS)[number];

/**
 * Which linear maps add a bias: none; queries, keys and values; or all of them (queries, keys, values, attention output
 * and every feed-forward matrix). The logits never have one.
 */
export const BIASES = ["none", "queryKeyValue", "all"] as const;
export type Biases = (typeof BIASES)[number];

/** What a token attends to: itself and the tokens before it, or the whole sequence. */
export const MASKS = ["causal", "full"] as const;
export type Mask = (typeof MASKS)[number];

/**
 * A dense transformer: an embedding table, `layers` equal blocks of attention and feed-forward, a final norm where the
 * blocks have norms, and logits over the vocabulary. Every field is set; `completeShape` makes one from a document.
 */
export interface TransformerShape {
  readonly kind: "transformer";
  readonly layers: number;
  /** Width of the residual stream (the model dimension). */
  readonly width: number;
  /** Query heads per layer. */
  readonly heads: number;
  readonly headSize: number;
  /** Key and value heads per layer; fewer than `heads` is grouped-query attention, 1 is multi-query attention. */
  readonly keyValueHeads: number;
  /** Width inside the feed-forward part. */
  readonly feedForward: number;
  /** Three feed-forward matrices (gated, as SwiGLU) instead of two. */
  readonly gated: boolean;
  readonly vocabulary: number;
  /** The logits use the embedding table again and have no matrix of their own. */
  readonly tiedEmbeddings: boolean;
  readonly norm: Norm;
  /** Each norm has a bias beside its weight. */
  readonly normBias: boolean;
  readonly positions: Positions;
  /** Rows of the learned position table; for other positions the longest sequence, if stated, which counts nothing. */
  readonly maxPositions: number | null;
  readonly biases: Biases;
  readonly mask: Mask;
  /** Tokens that a causal token sees at most, itself included; null without a sliding window. */
  readonly window: number | null;
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

export type ModelShape = TransformerShape | StatedShape;
