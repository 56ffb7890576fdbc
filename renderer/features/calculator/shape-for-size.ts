/** A plain transformer of about so many parameters, for a project that begins with a size alone. Pure. */

import { completeShape } from "../../../shared/models/complete-shape.ts";
import { parametersOf } from "../../../shared/models/count-parameters.ts";

/** Fields of a model in a plan document. */
export interface ProposedModel {
  readonly layers: number;
  readonly width: number;
  readonly heads: number;
  readonly vocabulary: number;
}

const VOCABULARY = 32_000;
/** Heads of 64 in narrow models and of 128 in wide ones, and widths in steps of that, as published models have them. */
const headSizeAt = (width: number): number => (width < WIDE_FROM ? 64 : 128);
const WIDE_FROM = 1024;
/** Width ÷ layers of GPT-2 to GPT-3 and Chinchilla lies between 60 and 130. */
const MEAN_RATIO = 100;
const LEAST_RATIO = 50;
const MOST_RATIO = 160;

/**
 * The transformer of plain blocks (four times the width inside, its own output matrix) whose parameters come closest to `size`
 * among those whose width is 50 to 160 times their layers. Within 5 % from 50 M parameters on.
 *
 * @example shapeForSize(70e9) // about 80 layers, 8,192 wide
 */
export function shapeForSize(size: number): ProposedModel {
  let best: { readonly model: ProposedModel; readonly badness: number } | null = null;
  // 12·L·d² of a model of the mean shape, turned around: only widths around that can fit.
  const about = ((size * MEAN_RATIO) / 12) ** (1 / 3);
  const from = headSizeAt(about * 0.6);
  for (let width = Math.max(from, Math.floor((about * 0.6) / from) * from); ; width += headSizeAt(width)) {
    if (best !== null && width > about * 1.5) return best.model;
    const headSize = headSizeAt(width);
    const model = (layers: number): ProposedModel => ({
      layers,
      width,
      heads: width / headSize,
      vocabulary: VOCABULARY,
    });
    const perLayer = countOf(model(2)) - countOf(model(1));
    const others = countOf(model(1)) - perLayer;
    const layers = Math.max(1, Math.round((size - others) / perLayer));
    const ratio = width / layers;
    if ((ratio < LEAST_RATIO || ratio > MOST_RATIO) && best !== null) continue;
    // A per cent of parameters weighs as much as a quarter off the usual shape.
    const off = Math.abs(Math.log(countOf(model(layers)) / size));
    const badness = off + 0.04 * Math.abs(Math.log(ratio / MEAN_RATIO));
    if (best === null || badness < best.badness) best = { model: model(layers), badness };
  }
}

function countOf(model: ProposedModel): number {
  const shape = completeShape(model);
  const count = shape.ok ? parametersOf(shape.value, "total") : null;
  if (count === null) throw new RangeError("a proposed model is a transformer");
  return count;
}
