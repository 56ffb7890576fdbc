import { attentionBlocks } from "./blocks.ts";
import type { Mask, TransformerShape } from "./shape.ts";

export interface AttentionSpan {
  /** Tokens in a training sequence. */
  readonly sequence: number;
  readonly mask: Mask;
  /** Tokens that a causal token sees at most; null without a sliding window. */
  readonly window: number | null;
  /** Lengths, in tokens, of the documents packed into sequences without seeing each other; each at most `sequence`. */
  readonly documentLengths?: readonly number[] | undefined;
}

/**
 * Tokens that a token attends to, on the mean over a sequence: what the attention scores cost is proportional to it.
 *
 * Sequence s, causal window w, packed documents of lengths L, everything in tokens:
 * - full mask: s (packed: ΣL² / ΣL);
 * - causal: s/2 (packed: ΣL² / (2·ΣL));
 * - causal with a window w < s: w − w²/(2s), which has already halved the part before the window is full and is never
 *   halved again (packed: the mean over documents of each one's own length, weighted by its tokens).
 *
 * s/2 and w − w²/(2s) are the usual continuous forms; the token itself would add ½. Source: area under min(t, w) for t
 * from 0 to s, divided by s; windows as in Beltagy et al. 2020 and Jiang et al. 2023.
 *
 * Worked examples: s 8,192, w 4,096 → 3,072; s 131,072, w 1,024 → 1,020; documents of 1,024 and 3,072 → 1,280.
 */
export function meanAttendedLength(span: AttentionSpan): number {
  const { sequence, mask, window, documentLengths } = span;
  if (documentLengths === undefined || documentLengths.length === 0) return attendedWithin(sequence, mask, window);
  let tokens = 0;
  let attended = 0;
  for (const length of documentLengths) {
    tokens += length;
    attended += length * attendedWithin(length, mask, window);
  }
  return attended / tokens;
}

/**
 * The same on the mean over the layers of a model that have attention, some of which may attend without the window; 0
 * where no layer has attention.
 *
 * Worked example: 48 layers, a window of 1,024, 8 layers without it, sequences of 32,768 → (40 · 1,008 + 8 · 16,384)/48.
 */
export function attendedBy(shape: TransformerShape, sequence: number, documentLengths?: readonly number[]): number {
  const blocks = attentionBlocks(shape);
  if (blocks === 0) return 0;
  const { mask, window, globalLayers } = shape;
  const within = meanAttendedLength({ sequence, mask, window, documentLengths });
  if (globalLayers === 0) return within;
  const without = meanAttendedLength({ sequence, mask, window: null, documentLengths });
  return ((blocks - globalLayers) * within + globalLayers * without) / blocks;
}

function attendedWithin(length: number, mask: Mask, window: number | null): number {
  if (mask === "full") return length;
  if (window === null || window >= length) return length / 2;
  return window - (window * window) / (2 * length);
}
