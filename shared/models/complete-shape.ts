/** From the fields of a plan to a complete model: defaults put in, the third of three derived, contradictions named. */
import { err, ok, type Result } from "../lib/result.ts";
import { resolveAttention, resolveSpan } from "./complete-attention.ts";
import { resolveEncoder } from "./complete-encoder.ts";
import { resolveHead, resolveImage, resolveNorms, resolvePositions } from "./complete-ends.ts";
import { resolveMixture } from "./complete-mixture.ts";
import { attentionLayersOf, resolveStateSpace } from "./complete-state-space.ts";
import { resolveFeedForward } from "./dimensions.ts";
import {
  LAYER_LIST_FIELDS,
  MODEL_DEFAULTS,
  type ModelField,
  type ModelFields,
  type ShapeFault,
  STATED_FIELDS,
  TRANSFORMER_FIELDS,
} from "./model-fields.ts";
import type { LayerListShape, ModelItems, ModelShape, StatedShape, TransformerShape } from "./shape.ts";

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
  switch (fields.kind) {
    case "stated":
      return completeStated(fields);
    case "layers":
      return completeLayerList(fields);
    default:
      return completeTransformer(fields);
  }
}

/** What the items of a model are, told by its fields before it is complete: its recipe depends on it. */
export function itemsOfFields(fields: Pick<ModelFields, "kind" | "imageSize">): ModelItems {
  if (fields.kind === "stated" || fields.kind === "layers") return "examples";
  return (fields.imageSize ?? null) === null ? "tokens" : "examples";
}

function completeTransformer(fields: ModelFields): Result<TransformerShape, readonly ShapeFault[]> {
  const faults: ShapeFault[] = [];
  refuse(fields, STATED_FIELDS, "stated", "a model with stated counts, and this one is a transformer", faults);
  refuse(fields, LAYER_LIST_FIELDS, "layers", "a model listed layer by layer, and this one is a transformer", faults);

  const layers = required(fields, "layers", faults);
  const image = resolveImage(fields, faults);
  const vocabulary = image === null ? required(fields, "vocabulary", faults) : 0;
  const attentionLayers = attentionLayersOf(fields, layers ?? 1, faults);
  const attention = resolveAttention(fields, attentionLayers, faults);
  const stateSpace = resolveStateSpace(fields, attention?.width, (layers ?? 1) - attentionLayers, faults);
  // A model that has no dense feed-forward anywhere need not have a width for one that is whole.
  const hasFeedForward = stateSpace === null || stateSpace.feedForward || attentionLayers > 0;
  const feedForward = hasFeedForward ? resolveFeedForward(fields, attention?.width, faults) : 0;
  const mixture = resolveMixture(fields, layers, feedForward, faults);
  const norms = resolveNorms(fields, faults);
  const span = resolveSpan(fields, attentionLayers, faults);
  const positions = resolvePositions(fields, image, faults);
  const head = resolveHead(fields, image, faults);
  const encoder = resolveEncoder(fields, faults);
  const uniqueLayers = resolveUniqueLayers(fields, layers, faults);
  if (mixture !== null && stateSpace !== null && !stateSpace.feedForward) {
    faults.push({
      field: "experts",
      value: fields.experts,
      allowed: "no experts, or stateFeedForward: true",
      message: "experts stand in place of a feed-forward, and the state-space layers have none",
    });
  }

  if (
    faults.length > 0 ||
    layers === undefined ||
    vocabulary === undefined ||
    attention === undefined ||
    feedForward === undefined
  ) {
    return err(faults);
  }
  // Field by field: spread objects would take most of the time of a walk over many models.
  return ok({
    kind: "transformer",
    layers,
    uniqueLayers: uniqueLayers ?? layers,
    width: attention.width,
    heads: attention.heads,
    headSize: attention.headSize,
    keyValueHeads: attention.keyValueHeads,
    latent: attention.latent,
    queryKeyNorm: fields.queryKeyNorm ?? MODEL_DEFAULTS.queryKeyNorm.value,
    feedForward,
    gated: fields.gated ?? MODEL_DEFAULTS.gated.value,
    mixture,
    stateSpace,
    encoder,
    image,
    vocabulary,
    embeddingWidth: image === null ? (fields.embeddingWidth ?? attention.width) : 0,
    tiedEmbeddings: fields.tiedEmbeddings ?? MODEL_DEFAULTS.tiedEmbeddings.value,
    tokenTypes: fields.tokenTypes ?? MODEL_DEFAULTS.tokenTypes.value,
    head: head.head,
    classes: head.classes,
    outputBias: head.outputBias,
    pooler: head.pooler,
    predictionHeads: fields.predictionHeads ?? MODEL_DEFAULTS.predictionHeads.value,
    norm: norms.norm,
    normBias: norms.normBias,
    normsPerBlock: norms.normsPerBlock,
    finalNorm: norms.finalNorm,
    embeddingNorm: norms.embeddingNorm,
    parallel: norms.parallel,
    positions: positions.positions,
    maxPositions: positions.maxPositions,
    positionBuckets: positions.positionBuckets,
    biases: fields.biases ?? MODEL_DEFAULTS.biases.value,
    mask: span.mask,
    window: span.window,
    globalLayers: span.globalLayers,
  });
}

function resolveUniqueLayers(fields: ModelFields, layers: number | undefined, faults: ShapeFault[]) {
  const { uniqueLayers } = fields;
  if (uniqueLayers === undefined || layers === undefined || uniqueLayers === layers) return layers;
  if (uniqueLayers > layers) {
    faults.push({
      field: "uniqueLayers",
      value: uniqueLayers,
      allowed: `at most ${layers}, the layers`,
      message: `uniqueLayers ${uniqueLayers} are more than the ${layers} layers that share them`,
    });
  }
  const unlike = (["experts", "stateSpace", "encoderLayers"] as const).find(
    (field) => (fields[field] ?? null) !== null,
  );
  if (unlike !== undefined) {
    faults.push({
      field: "uniqueLayers",
      value: uniqueLayers,
      allowed: `${layers}, the layers, or no ${unlike}`,
      message: `layers can share weights only where all are alike, and ${unlike} makes them differ`,
    });
  }
  return uniqueLayers;
}

function completeLayerList(fields: ModelFields): Result<LayerListShape, readonly ShapeFault[]> {
  const faults: ShapeFault[] = [];
  refuse(fields, TRANSFORMER_FIELDS, "transformer", "a transformer, and this model is listed layer by layer", faults);
  refuse(fields, STATED_FIELDS, "stated", "a model with stated counts, and this one is listed layer by layer", faults);
  const list = required(fields, "list", faults);
  return faults.length > 0 || list === undefined
    ? err(faults)
    : ok({ kind: "layers", list, source: fields.source ?? null });
}

function completeStated(fields: ModelFields): Result<StatedShape, readonly ShapeFault[]> {
  const faults: ShapeFault[] = [];
  refuse(fields, TRANSFORMER_FIELDS, "transformer", "a transformer, and this model's counts are stated", faults);
  refuse(
    fields,
    LAYER_LIST_FIELDS,
    "layers",
    "a model listed layer by layer, and this model's counts are stated",
    faults,
  );

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

const WHAT_IS_NEEDED = {
  layers: "the number of blocks",
  vocabulary: "the number of tokens in the vocabulary",
  parameters: "the published number of parameters",
  forwardFlopPerExample: "FLOP of one forward pass over one example, two for a multiply-accumulate",
  source: "who published the counts",
  list: "the model's layers, from the first to the last",
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
