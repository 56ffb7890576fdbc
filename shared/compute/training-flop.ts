/** Operations of training, per token, by the convention that a plan names. */
import { assertNever } from "../lib/assert-never.ts";
import { parametersOf, positionParameters } from "../models/count-parameters.ts";
import type { ModelShape, StatedShape, TransformerShape } from "../models/shape.ts";
import { FlopPerToken } from "../units/brands.ts";
import type { Convention } from "./convention.ts";
import { totalForwardFlopPerToken } from "./forward-flop.ts";

/** A training pass as a multiple of the forward pass: the backward pass is twice it (Sevilla et al. 2022). */
const TRAINING_TO_FORWARD = 3;

/** What of the training recipe the cost of one token depends on. */
export interface TokenContext {
  /** Tokens in a sequence. */
  readonly sequence: number;
  /** Mean attended length in tokens, of `meanAttendedLength`. */
  readonly attended: number;
}

/**
 * Model FLOP of training on one token (of recomputation nothing: that is hardware FLOP), or on one example for a model
 * with stated counts. Null where the convention does not apply to the model; `whyNotApplicable` says why.
 *
 * - `matmul`: 3 × the forward pass (shared/compute/forward-flop.ts; stated models: 3 × their stated forward count).
 * - `six-nd`: 6·N, N as named (Kaplan et al. 2020; Hoffmann et al. 2022).
 * - `palm`: 6·N + 12·L·h·e·s, N without learned positions, s the whole sequence (Chowdhery et al. 2022, appendix B).
 *
 * Worked example, Llama 3 8B at a sequence of 8,192, causal: six-nd (total) 48,181,567,488, matmul 51,470,401,536,
 * palm 61,066,469,376. Called once for every run class: arithmetic only, nothing is allocated.
 */
export function trainingFlopPerToken(
  shape: TransformerShape,
  context: TokenContext,
  convention: Convention,
): FlopPerToken;
export function trainingFlopPerToken(
  shape: ModelShape,
  context: TokenContext,
  convention: Convention,
): FlopPerToken | null;
export function trainingFlopPerToken(
  shape: ModelShape,
  context: TokenContext,
  convention: Convention,
): FlopPerToken | null {
  if (shape.kind === "stated") return convention.name === "matmul" ? statedFlop(shape) : null;
  return transformerFlop(shape, context.sequence, context.attended, convention);
}

/**
 * Model FLOP of training on one item as an estimate counts it: by the plan's convention where that applies, and by
 * `matmul`, the one count there is, for a model with stated counts. Items are tokens for a transformer, examples for a
 * model with stated counts; only the latter may lack a sequence.
 *
 * Worked example, ResNet-50 at 224 pixels (4,089,184,256 multiply-accumulates forward): 24,535,105,536 an image.
 */
export function trainingFlopPerItem(
  shape: ModelShape,
  context: { readonly sequence: number | null; readonly attended: number },
  convention: Convention,
): FlopPerToken {
  if (shape.kind === "stated") return statedFlop(shape);
  if (context.sequence === null) throw new RangeError("a transformer trains on sequences, and this recipe has none");
  return transformerFlop(shape, context.sequence, context.attended, convention);
}

/** Why `convention` cannot count this model, as a sentence without a full stop; null where it can. */
export function whyNotApplicable(shape: ModelShape, convention: Convention): string | null {
  if (shape.kind === "transformer" || convention.name === "matmul") return null;
  return `${convention.name} counts parameters and tokens of a transformer, and this model's counts are stated`;
}

function statedFlop(shape: StatedShape): FlopPerToken {
  return FlopPerToken(TRAINING_TO_FORWARD * shape.forwardFlopPerExample);
}

function transformerFlop(
  shape: TransformerShape,
  sequence: number,
  attended: number,
  convention: Convention,
): FlopPerToken {
  switch (convention.name) {
    case "matmul":
      return FlopPerToken(TRAINING_TO_FORWARD * totalForwardFlopPerToken(shape, attended));
    case "six-nd":
      return FlopPerToken(6 * parametersOf(shape, convention.of));
    case "palm":
      return FlopPerToken(
        6 * (parametersOf(shape, "total") - positionParameters(shape)) +
          12 * shape.layers * shape.heads * shape.headSize * sequence,
      );
    default:
      return assertNever(convention);
  }
}
