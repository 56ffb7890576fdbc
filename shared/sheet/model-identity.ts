/** What tells the models of a plan apart, for the columns of their table and the axis of their chart. */

import type { TransformerShape } from "../models/shape.ts";
import type { ResolvedModel } from "../plan/resolved.ts";
import { exact } from "../units/format/exact.ts";

/** Numbers of a transformer by which models are told apart, the most telling first. */
export const SHAPE_NUMBERS = [
  "width",
  "heads",
  "layers",
  "headSize",
  "keyValueHeads",
  "feedForward",
  "vocabulary",
] as const;
export type ShapeNumber = (typeof SHAPE_NUMBERS)[number];

export const SHAPE_TITLES: Readonly<Record<ShapeNumber, string>> = {
  width: "Width",
  heads: "Heads",
  layers: "Layers",
  headSize: "Head size",
  keyValueHeads: "Key/value heads",
  feedForward: "Feed-forward",
  vocabulary: "Vocabulary",
};

export interface ModelIdentity {
  /** Models go by their names ("7B"): their table has a column for it, their chart shows it. */
  readonly named: boolean;
  /** Numbers in which the models differ, and which do not follow from one another. */
  readonly telling: readonly ShapeNumber[];
}

export function identityOf(models: readonly ResolvedModel[]): ModelIdentity {
  const shapes = transformersOf(models);
  if (shapes.length < models.length || models.length === 1) return { named: true, telling: [] };
  const telling = SHAPE_NUMBERS.filter((field) => differs(shapes, field) && !follows(shapes, field));
  const keys = new Set(shapes.map((shape) => telling.map((field) => shape[field]).join(" ")));
  const named =
    keys.size < models.length || models.some((model, index) => !saysItsNumbers(model, shapes[index], telling));
  return { named, telling };
}

export const transformersOf = (models: readonly ResolvedModel[]): TransformerShape[] =>
  models.flatMap(({ shape }) => (shape.kind === "transformer" ? [shape] : []));

const differs = (shapes: readonly TransformerShape[], field: ShapeNumber): boolean =>
  new Set(shapes.map((shape) => shape[field])).size > 1;

/** A number that follows from those before it: key/value heads equal to heads, a feed-forward of a fixed ratio. */
function follows(shapes: readonly TransformerShape[], field: ShapeNumber): boolean {
  switch (field) {
    case "keyValueHeads":
      return shapes.every((shape) => shape.keyValueHeads === shape.heads);
    case "feedForward":
      return new Set(shapes.map((shape) => (shape.feedForward / shape.width).toPrecision(9))).size === 1;
    case "headSize":
      return differs(shapes, "width") && differs(shapes, "heads");
    default:
      return false;
  }
}

/** True when a label is made of a number that tells the model apart, as "width 4,096" is, and "7B" is not. */
function saysItsNumbers(
  { label }: ResolvedModel,
  shape: TransformerShape | undefined,
  telling: readonly ShapeNumber[],
): boolean {
  return telling.some((field) => shape !== undefined && numbersIn(label).includes(exact(shape[field])));
}

const numbersIn = (label: string): string[] =>
  (label.match(/\b\d[\d,]*\b/g) ?? []).map((digits) => exact(Number(digits.replaceAll(",", ""))));
