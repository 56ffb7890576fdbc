/** Operations of training, per token, by the convention that a plan names. */
import { assertNever } from "../lib/assert-never.ts";
import { activeOf, positionParameters } from "../models/count-parameters.ts";
import { countLayer } from "../models/layer-counts.ts";
import type { LayerListShape, ModelShape, StatedShape, TransformerShape } from "../models/shape.ts";
import { FlopPerToken } from "../units/brands.ts";
import { whyNotApplicable } from "./applicability.ts";
import type { Convention } from "./convention.ts";
import { forwardFlopPerImage, totalForwardFlopPerToken } from "./forward-flop.ts";
import type { TokenContext } from "./token-context.ts";

/** A training pass as a multiple of the forward pass: the backward pass is twice it (Sevilla et al. 2022). */
export const TRAINING_TO_FORWARD = 3;

/**
 * Model FLOP of training on one token (of recomputation nothing: that is hardware FLOP, and only `megatron` with
 * recomputation counts it), or on one example for a model whose items are examples. Null where the convention does not
 * apply to the model; `whyNotApplicable` says why.
 *
 * - `matmul`: 3 × the forward pass (shared/compute/forward-flop.ts; stated models: 3 × their stated forward count).
 * - `six-nd`: 6·N, N as named and of a mixture only what is active of it (Kaplan et al. 2020; Hoffmann et al. 2022).
 * - `palm`: 6·N + 12·L·h·e·s, N without learned positions, s the whole sequence (Chowdhery et al. 2022, appendix B).
 * - `megatron`: 72·L·d²·(1 + s/(6·d) + V/(12·d·L)), or 96·L·d²·(1 + s/(6·d) + V/(16·d·L)) with recomputation
 *   (Narayanan et al. 2021; there times batch and sequence).
 * - `chinchilla`: 3 × the forward pass over the full sequence with 2·V·d for the embedding and 3·h·s a layer for the
 *   softmax (Hoffmann et al. 2022, appendix F; there times the sequence).
 * - `coppock`: 3 × L·(24·d² + 4·s·d + 3·h·s) (there times batch and sequence).
 *
 * Worked example, Llama 3 8B at a sequence of 8,192, causal: six-nd (total) 48,181,567,488, matmul 51,470,401,536,
 * palm 61,066,469,376. Called once for every run class: arithmetic only, nothing is allocated.
 */
export function trainingFlopPerToken(
  shape: ModelShape,
  context: TokenContext,
  convention: Convention,
): FlopPerToken | null {
  if (whyNotApplicable(shape, convention) !== null) return null;
  if (shape.kind === "transformer" && shape.image === null) return transformerFlop(shape, context, convention);
  return FlopPerToken(TRAINING_TO_FORWARD * forwardFlopPerExample(shape));
}

/**
 * Model FLOP of training on one item as an estimate counts it: by the plan's convention where that applies, and by
 * `matmul`, which always does, elsewhere. Items are tokens for a transformer, examples for images, for a list of layers
 * and for a model with stated counts; only the latter may lack a sequence.
 *
 * Worked example, ResNet-50 at 224 pixels (4,089,184,256 multiply-accumulates forward): 24,535,105,536 an image.
 */
export function trainingFlopPerItem(
  shape: ModelShape,
  context: { readonly sequence: number | null; readonly attended: number },
  convention: Convention,
): FlopPerToken {
  if (shape.kind !== "transformer" || shape.image !== null) {
    return FlopPerToken(TRAINING_TO_FORWARD * forwardFlopPerExample(shape));
  }
  const { sequence, attended } = context;
  if (sequence === null) throw new RangeError("a transformer trains on sequences, and this recipe has none");
  const applied = whyNotApplicable(shape, convention) === null ? convention : MATMUL;
  return transformerFlop(shape, { sequence, attended }, applied);
}

const MATMUL: Convention = { name: "matmul" };

/** FLOP of one forward pass over one example: an image, or whatever a list of layers and stated counts are of. */
export function forwardFlopPerExample(shape: StatedShape | LayerListShape | TransformerShape): number {
  switch (shape.kind) {
    case "stated":
      return shape.forwardFlopPerExample;
    case "layers":
      return shape.list.reduce((sum, layer) => sum + countLayer(layer).forwardFlop, 0);
    case "transformer":
      return forwardFlopPerImage(shape);
    default:
      return assertNever(shape);
  }
}

function transformerFlop(shape: TransformerShape, context: TokenContext, convention: Convention): FlopPerToken {
  const { layers: L, width: d, heads: h, vocabulary: V } = shape;
  const { sequence: s } = context;
  switch (convention.name) {
    case "matmul":
      return FlopPerToken(TRAINING_TO_FORWARD * totalForwardFlopPerToken(shape, context));
    case "six-nd":
      return FlopPerToken(6 * activeOf(shape, convention.of));
    case "palm":
      return FlopPerToken(6 * (activeOf(shape, "total") - positionParameters(shape)) + palmAttention(shape, s));
    case "megatron": {
      const matrices = (convention.recomputation ? 96 : 72) * L * d * d;
      const attention = (convention.recomputation ? 16 : 12) * L * d * s;
      return FlopPerToken(matrices + attention + 6 * d * V);
    }
    case "chinchilla": {
      const forward = totalForwardFlopPerToken(shape, { sequence: s, attended: s });
      return FlopPerToken(TRAINING_TO_FORWARD * (forward + 2 * V * d + 3 * h * s * L));
    }
    case "coppock":
      return FlopPerToken(TRAINING_TO_FORWARD * L * (24 * d * d + 4 * s * d + 3 * h * s));
    default:
      return assertNever(convention);
  }
}

/** Attention over the whole sequence: 12·L·h·e·s, half of it for the scores and half for the sum of values. */
export function palmAttention(shape: TransformerShape, sequence: number): number {
  const values = shape.latent?.valueHeadSize ?? shape.headSize;
  return 6 * shape.layers * shape.heads * (shape.headSize + values) * sequence;
}
