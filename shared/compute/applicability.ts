/** Where a convention holds: each was published for some models and says nothing of others. */
import type { ModelShape, TransformerShape } from "../models/shape.ts";
import { exact } from "../units/format/exact.ts";
import type { Convention } from "./convention.ts";

/** Why `convention` cannot count this model, as a sentence without a full stop; null where it can. */
export function whyNotApplicable(shape: ModelShape, convention: Convention): string | null {
  const { name } = convention;
  if (name === "matmul") return null;
  if (shape.kind === "stated") {
    return `${name} counts parameters and tokens of a transformer, and this model's counts are stated`;
  }
  if (shape.kind === "layers") {
    return `${name} counts parameters and tokens of a transformer, and this model is listed layer by layer`;
  }
  return whyNotOneStack(shape, name) ?? whyNot(shape, convention);
}

/** What none of the published forms knows. */
function whyNotOneStack(shape: TransformerShape, name: Convention["name"]): string | null {
  if (shape.image !== null) return `${name} counts tokens of text, and this model takes images`;
  if (shape.encoder !== null) {
    return `${name} takes every parameter for every token, and here a token passes the encoder or the decoder`;
  }
  if (shape.uniqueLayers < shape.layers) {
    return `${name} counts every weight once, and here ${shape.layers} layers share the weights of ${shape.uniqueLayers}`;
  }
  return null;
}

function whyNot(shape: TransformerShape, { name }: Convention): string | null {
  switch (name) {
    case "matmul":
    case "six-nd":
      return null;
    case "palm":
      return shape.stateSpace === null
        ? null
        : "palm adds attention to every layer, and here some are state-space layers";
    case "chinchilla":
      return whyNotPlainBlocks(shape, name);
    case "megatron":
      return whyNotPlainBlocks(shape, name) ?? whyNotClassic(shape, name) ?? whyNotFourTimes(shape);
    case "coppock":
      return whyNotPlainBlocks(shape, name) ?? whyNotClassic(shape, name) ?? whyNotTwentyFour(shape);
  }
}

function whyNotPlainBlocks(shape: TransformerShape, name: string): string | null {
  if (shape.mixture !== null) return `${name} knows dense blocks only, and this model has experts`;
  if (shape.stateSpace !== null) return `${name} knows attention only, and here some are state-space layers`;
  if (shape.latent !== null) return `${name} knows plain heads only, and this model has latent attention`;
  if (shape.head !== "logits") return `${name} is of a model with logits, and this one's head is ${shape.head}`;
  if (shape.embeddingWidth !== shape.width) {
    return `${name} knows one width, and here the embedding has one of its own`;
  }
  return null;
}

function whyNotClassic({ heads, headSize, keyValueHeads, width }: TransformerShape, name: string): string | null {
  if (keyValueHeads !== heads) {
    return `${name} has a key and a value of every head, and here ${heads} heads share ${keyValueHeads}`;
  }
  if (heads * headSize !== width) {
    return `${name} has heads that span the width, and here ${heads} heads of ${headSize} make ${exact(heads * headSize)}, not ${exact(width)}`;
  }
  return null;
}

function whyNotFourTimes({ gated, feedForward, width }: TransformerShape): string | null {
  if (gated) return "megatron has two feed-forward matrices, and this model's are gated";
  if (feedForward !== 4 * width) {
    return `megatron has a feed-forward of 4 × width, and here it is ${exact(feedForward)} of ${exact(width)}`;
  }
  return null;
}

/** How far 24·d² may be from a block's own matrices: LLaMA 65B, of which the lecture says it, is 0.5 % off. */
const NEAR = 0.02;

function whyNotTwentyFour({ gated, feedForward, width }: TransformerShape): string | null {
  const matrices = ((gated ? 3 : 2) * feedForward * width + 4 * width * width) * 2;
  const share = matrices / (24 * width * width);
  if (Math.abs(share - 1) <= NEAR) return null;
  return `coppock takes a block for 24·d², and this one's matrices are ${exact(Math.round(share * 1_000) / 10)} % of that`;
}
