/** What a count of parameters says. `countParameters` makes one. */
import type { Parameters } from "../units/brands.ts";

/** Which count of a model's parameters a figure means by N. */
export const PARAMETERS_OF = ["total", "nonEmbedding", "active"] as const;
export type ParametersOf = (typeof PARAMETERS_OF)[number];

/** Parameters by what they do; the parts sum to the total. */
export interface ParameterParts {
  readonly embedding: Parameters;
  /** The logits' own matrix; 0 when it is the embedding table again. */
  readonly output: Parameters;
  readonly positions: Parameters;
  readonly attention: Parameters;
  readonly feedForward: Parameters;
  readonly norms: Parameters;
  readonly biases: Parameters;
}

export interface ParameterCount {
  readonly total: Parameters;
  /**
   * Total − embedding − positions − untied output: Kaplan et al. 2020 exclude vocabulary and positional embeddings from
   * their N. Null where only a total was published.
   */
  readonly nonEmbedding: Parameters | null;
  /** Parameters that take part in one token: the total of a dense model. */
  readonly active: Parameters;
  /** Null where only a total was published. */
  readonly parts: ParameterParts | null;
}

/** The count of a model whose every part is known. */
export interface TransformerParameterCount extends ParameterCount {
  readonly nonEmbedding: Parameters;
  readonly parts: ParameterParts;
}
