/** What a count of parameters says. `countParameters` makes one. */
import type { Parameters } from "../units/brands.ts";

/** Which count of a model's parameters a figure means by N. */
export const PARAMETERS_OF = ["total", "nonEmbedding", "active"] as const;
export type ParametersOf = (typeof PARAMETERS_OF)[number];

/** Parameters by what they do; the parts sum to the total. */
export interface ParameterParts {
  /** The table of tokens, and that of kinds of tokens. */
  readonly embedding: Parameters;
  /** The logits' own matrix; 0 when it is the embedding table again. */
  readonly output: Parameters;
  /** Learned positions, buckets of relative ones, and an image's class token. */
  readonly positions: Parameters;
  /** The map from patches of an image to the width. */
  readonly patches: Parameters;
  readonly queries: Parameters;
  /** Of latent attention with the narrow layer that keys and values share. */
  readonly keys: Parameters;
  readonly values: Parameters;
  readonly attentionOutput: Parameters;
  /** All four maps of a decoder's attention to its encoder. */
  readonly crossAttention: Parameters;
  /** State-space layers, all of each. */
  readonly stateSpace: Parameters;
  /** Dense feed-forwards. */
  readonly feedForward: Parameters;
  /** Experts of which a token passes a few. */
  readonly experts: Parameters;
  /** Experts that every token passes, with their gates. */
  readonly sharedExperts: Parameters;
  readonly router: Parameters;
  readonly norms: Parameters;
  readonly biases: Parameters;
  /** Maps between the embedding's width and the blocks', where these differ. */
  readonly projections: Parameters;
  /** Classes, pooler, and the transform of a masked language model. */
  readonly head: Parameters;
  /** Layers of a list, where it says no more of them. */
  readonly layers: Parameters;
}

export interface ParameterCount {
  readonly total: Parameters;
  /**
   * Total − embedding − positions − untied output: Kaplan et al. 2020 exclude vocabulary and positional embeddings from
   * their N. Null where only a total was published, and of a model listed layer by layer.
   */
  readonly nonEmbedding: Parameters | null;
  /** Parameters that take part in one token: the total, less the experts that a token does not pass. */
  readonly active: Parameters;
  /** Blocks that predict further tokens, in neither total; 0 for most models. */
  readonly predictionHeads: Parameters;
  /** Null where only a total was published. */
  readonly parts: ParameterParts | null;
}

/** The count of a model whose every part is known. */
export interface TransformerParameterCount extends ParameterCount {
  readonly nonEmbedding: Parameters;
  readonly parts: ParameterParts;
}
