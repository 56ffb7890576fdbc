import type { ConventionName } from "./convention.ts";

export interface ConventionDifference {
  /** What it counts, in one sentence. */
  readonly counts: string;
  /** What it holds for. */
  readonly holdsFor: string;
  readonly source: string;
}

/** What tells the conventions apart, for the reader of a sheet that shows them side by side. */
export const DIFFERENCES: Readonly<Record<ConventionName, ConventionDifference>> = {
  matmul: {
    counts:
      "Three times the forward pass of every matrix multiplication: attention over the tokens really attended to, " +
      "logits counted whether tied or not, embedding look-up, norms and biases not counted.",
    holdsFor: "Every model here: transformers, and models with stated forward counts.",
    source: "Sevilla et al. 2022 (Epoch AI), method 1; backward pass counted as twice the forward pass",
  },
  "six-nd": {
    counts: "Six operations for every parameter in N and every token, and nothing for attention scores.",
    holdsFor:
      "Transformers whose width is large beside the sequence length; only the active parameters of a mixture of experts.",
    source: "Kaplan et al. 2020, arXiv:2001.08361 (N without embeddings); Hoffmann et al. 2022, arXiv:2203.15556",
  },
  palm: {
    counts:
      "Six operations for every parameter except learned positions, and attention scores over the full sequence even " +
      "under a causal mask or a window.",
    holdsFor: "Transformers; the usual count behind published model FLOP utilisation.",
    source: "Chowdhery et al. 2022, arXiv:2204.02311, appendix B",
  },
  megatron: {
    counts:
      "A closed form of width, layers, sequence and vocabulary: attention over the full sequence, logits counted, " +
      "and with recomputation the forward pass of the blocks twice.",
    holdsFor: "Decoders with a feed-forward of 4 × width, no gate, a key and a value of every head, and dense blocks.",
    source: "Narayanan et al. 2021, arXiv:2104.04473; stated there for a batch",
  },
  chinchilla: {
    counts:
      "Three times the forward pass over the full sequence, with the embedding counted as a product and three " +
      "operations for every number in a softmax.",
    holdsFor: "Transformers of dense blocks with plain heads and logits.",
    source: "Hoffmann et al. 2022, arXiv:2203.15556, appendix F; stated there for a sequence",
  },
  coppock: {
    counts:
      "Three times 24·d² for every block and token, attention over the full sequence and the softmax; logits not " +
      "counted.",
    holdsFor: "Transformers whose blocks have about 12·d² weights, such as GPT-3 and LLaMA 65B.",
    source:
      "Coppock, the lecture in which a forward pass of LLaMA 65B over 2,048 tokens is 2.75e14 FLOP; stated there for a batch",
  },
};
