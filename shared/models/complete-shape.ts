/** From the fields of a plan to a complete model: defaults put in, the third of three derived, contradictions named. */
import { err, ok, type Result } from "../lib/result.ts";
import { resolveFeedForward, resolveHeads } from "./dimensions.ts";
import {
  MODEL_DEFAULTS,
  type ModelField,
  type ModelFields,
  type ShapeFault,
  STATED_FIELDS,
  TRANSFORMER_FIELDS,
} from "./model-fields.ts";
import type { ModelShape, StatedShape, TransformerShape } from "./shape.ts";

/**
 * The model that `fields` describe, or every fault of the description at once. The fields have passed
 * `modelFieldsSchema`: each is allowed by itself, and here they are looked at together. Makes no promise about fields
 * that did not pass it. Plain arithmetic, about a microsecond: it runs once for every run class.
 *
 * @example
 * completeShape({ layers: 8, heads: 4, headSize: 128, vocabulary: 32_101 });
 * // {ok: true, value: {width: 512, keyValueHeads: 4, feedForward: 2048, norm: "rms", …}}
 * completeShape({ layers: 8, width: 500, heads: 4, headSize: 128, vocabulary: 32_101 });
 * // {ok: false, error: [{field: "width", value: 500, allowed: "512, or leave one of the three out", …}]}
 */
export function completeShape(fields: ModelFields): Result<ModelShape, readonly ShapeFault[]> {
  return fields.kind === "stated" ? completeStated(fields) : completeTransformer(fields);
}

function completeTransformer(fields: ModelFields): Result<TransformerShape, readonly ShapeFault[]> {
  const faults: ShapeFault[] = [];
  refuse(fields, STATED_FIELDS, "stated", "a model with stated counts, and this one is a transformer", faults);

  const layers = required(fields, "layers", faults);
  const vocabulary = required(fields, "vocabulary", faults);
  const attention = resolveHeads(fields, faults);
  const feedForward = resolveFeedForward(fields, attention?.width, faults);
  const keyValueHeads = resolveKeyValueHeads(fields.keyValueHeads, attention?.heads, faults);

  const norm = fields.norm ?? MODEL_DEFAULTS.norm.value;
  if (norm === "none" && fields.normBias === true) {
    faults.push({
      field: "normBias",
      value: true,
      allowed: "false, or a norm of rms or layer",
      message: "normBias is true but norm is none, so there is no norm to have a bias",
    });
  }
  const positions = fields.positions ?? MODEL_DEFAULTS.positions.value;
  const maxPositions = fields.maxPositions ?? null;
  if (positions === "learned" && maxPositions === null) {
    faults.push({
      field: "maxPositions",
      value: fields.maxPositions,
      allowed: "the number of rows of the position table",
      message: "positions are learned, so maxPositions must say how many there are",
    });
  }
  const mask = fields.mask ?? MODEL_DEFAULTS.mask.value;
  const window = fields.window ?? MODEL_DEFAULTS.window.value;
  if (window !== null && mask === "full") {
    faults.push({
      field: "window",
      value: window,
      allowed: "no window, or a causal mask",
      message: `a sliding window of ${window} needs a causal mask, and mask is full`,
    });
  }

  if (
    faults.length > 0 ||
    layers === undefined ||
    vocabulary === undefined ||
    attention === undefined ||
    feedForward === undefined ||
    keyValueHeads === undefined
  ) {
    return err(faults);
  }
  return ok({
    kind: "transformer",
    layers,
    width: attention.width,
    heads: attention.heads,
    headSize: attention.headSize,
    keyValueHeads,
    feedForward,
    gated: fields.gated ?? MODEL_DEFAULTS.gated.value,
    vocabulary,
    tiedEmbeddings: fields.tiedEmbeddings ?? MODEL_DEFAULTS.tiedEmbeddings.value,
    norm,
    normBias: fields.normBias ?? norm === "layer",
    positions,
    maxPositions,
    biases: fields.biases ?? MODEL_DEFAULTS.biases.value,
    mask,
    window,
  });
}

function completeStated(fields: ModelFields): Result<StatedShape, readonly ShapeFault[]> {
  const faults: ShapeFault[] = [];
  refuse(fields, TRANSFORMER_FIELDS, "transformer", "a transformer, and this model's counts are stated", faults);

  const parameters = required(fields, "parameters", faults);
  const forwardFlopPerExample = required(fields, "forwardFlopPerExample", faults);
  const source = required(fields, "source", faults);
  const activeParameters = fields.activeParameters ?? parameters;
  if (parameters !== undefined && activeParameters !== undefined && activeParameters > parameters) {
    faults.push({
      field: "activeParameters",
      value: activeParameters,
      allowed: `at most ${parameters}, the parameters`,
      message: `activeParameters ${activeParameters} are more than the parameters ${parameters} they are part of`,
    });
  }
  if (
    faults.length > 0 ||
    parameters === undefined ||
    activeParameters === undefined ||
    forwardFlopPerExample === undefined ||
    source === undefined
  ) {
    return err(faults);
  }
  return ok({ kind: "stated", parameters, activeParameters, forwardFlopPerExample, source });
}

function resolveKeyValueHeads(stated: number | undefined, heads: number | undefined, faults: ShapeFault[]) {
  if (heads === undefined || stated === undefined) return heads;
  if (heads % stated === 0) return stated;
  faults.push({
    field: "keyValueHeads",
    value: stated,
    allowed: `a divisor of heads, which is ${heads}`,
    message: `${heads} heads cannot share ${stated} keyValueHeads evenly`,
  });
  return undefined;
}

const WHAT_IS_NEEDED = {
  layers: "the number of blocks",
  vocabulary: "the number of tokens in the vocabulary",
  parameters: "the published number of parameters",
  forwardFlopPerExample: "FLOP of one forward pass over one example, two for a multiply-accumulate",
  source: "who published the counts",
} as const;

function required<Field extends keyof typeof WHAT_IS_NEEDED>(
  fields: ModelFields,
  field: Field,
  faults: ShapeFault[],
): ModelFields[Field] {
  if (fields[field] === undefined) {
    faults.push({ field, value: undefined, allowed: WHAT_IS_NEEDED[field], message: `${field} is missing` });
  }
  return fields[field];
}

function refuse(
  fields: ModelFields,
  refused: readonly ModelField[],
  kind: ModelShape["kind"],
  owner: string,
  faults: ShapeFault[],
) {
  for (const field of refused) {
    const value = fields[field];
    if (value === undefined) continue;
    faults.push({ field, value, allowed: `no ${field}, or kind: ${kind}`, message: `${field} belongs to ${owner}` });
  }
}
