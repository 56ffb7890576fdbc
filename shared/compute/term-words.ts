/** What tells two counts of one model apart, in words. */
import { type ConventionTerms, TERMS, type Term } from "./convention-terms.ts";

export interface TermDifference {
  readonly term: Term;
  /** FLOP per token that the count has more than the reference; below 0 where it has less. */
  readonly flop: number;
  /** Completes "it …": "leaves out the attention scores". */
  readonly words: string;
}

/** Differences below this share of the whole are rounding, or too small to be a reason. */
const TOO_SMALL = 1e-3;

/** What `count` has that `reference` has not, and the other way round, term by term; the largest first. */
export function termDifferences(count: ConventionTerms, reference: ConventionTerms): TermDifference[] {
  const total = TERMS.reduce((sum, term) => sum + reference[term], 0);
  return TERMS.map((term) => ({ term, flop: count[term] - reference[term], words: wordsOf(term, count, reference) }))
    .filter(({ flop }) => Math.abs(flop) > TOO_SMALL * total)
    .sort((a, b) => Math.abs(b.flop) - Math.abs(a.flop));
}

function wordsOf(term: Term, count: ConventionTerms, reference: ConventionTerms): string {
  const [more, less, none] = WORDS[term];
  if (count[term] === 0) return none;
  return count[term] > reference[term] ? more : less;
}

/** For each term: it counts more of it, it counts less, it counts none. */
const WORDS: Readonly<Record<Term, readonly [more: string, less: string, none: string]>> = {
  feedForward: [
    "takes the feed-forward for more than it is",
    "takes the feed-forward for less than it is",
    "leaves out the feed-forward",
  ],
  attentionMaps: [
    "takes the maps of attention for more than they are",
    "takes the maps of attention for less than they are",
    "leaves out the maps of attention",
  ],
  stateSpace: [
    "takes state-space layers for more than they are",
    "leaves out the scan of state-space layers",
    "leaves out state-space layers",
  ],
  logits: [
    "counts the logits for more than they are",
    "counts the logits for less than they are",
    "leaves out the logits",
  ],
  scores: [
    "counts attention over more tokens than are attended to",
    "counts attention over fewer tokens than are attended to",
    "leaves out the attention scores",
  ],
  embedding: [
    "takes the embedding table for a product",
    "counts less of the embedding table",
    "does not take the embedding table for a product",
  ],
  smallWeights: [
    "counts norms, biases and positions",
    "counts less of norms, biases and positions",
    "does not count norms, biases and positions",
  ],
  softmax: ["counts the softmax", "counts less of the softmax", "does not count the softmax"],
  recomputation: [
    "counts a second forward pass",
    "counts less of a second forward pass",
    "does not count a second forward pass",
  ],
  other: [
    "counts for every token what is computed once a sequence",
    "counts less of what is computed once a sequence",
    "leaves out what is computed once a sequence",
  ],
};
