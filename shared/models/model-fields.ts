/** A model as a plan writes it down: every field optional, because defaults and axes may supply the rest. */
import { z } from "zod";
import { strictObject } from "../lib/strict-object.ts";
import { boundedNumber } from "../ranges/quantity.ts";
import type { FieldFault } from "./field-fault.ts";
import { layerListSchema } from "./layer.ts";
import { BIASES, HEADS, MASKS, NORMS, POSITIONS, QUERY_KEY_NORMS, STATE_SPACES } from "./shape.ts";

/** The largest value of each field: far beyond any model, and low enough to catch a slip of the keyboard. */
export const MODEL_LIMITS = {
  layers: 10_000,
  width: 1_000_000,
  heads: 100_000,
  headSize: 1_000_000,
  feedForward: 10_000_000,
  feedForwardRatio: 1_000,
  vocabulary: 100_000_000,
  positions: 1_000_000_000,
  rank: 1_000_000,
  experts: 1_000_000,
  normsPerBlock: 8,
  tokenTypes: 1_000_000,
  predictionHeads: 1_000,
  imageSize: 100_000,
  channels: 100_000,
  stateSize: 1_000_000,
  stateExpand: 1_000,
  parameters: 1e15,
  forwardFlopPerExample: 1e30,
} as const;

const countOrNone = (max: number, what: string) => boundedNumber({ min: 0, max, integer: true, what });
const countUpTo = (max: number, what: string) => boundedNumber({ min: 1, max, integer: true, what });
const positiveUpTo = (max: number, what: string) => boundedNumber({ min: 0, exclusiveMin: true, max, what });

/** Attention beyond grouped heads: free head sizes, latent attention, layers without the window, norms of queries and keys. */
const attentionFields = {
  freeHeadSize: z.boolean().optional(),
  queryRank: countUpTo(MODEL_LIMITS.rank, "rank of the queries").nullable().optional(),
  keyValueRank: countUpTo(MODEL_LIMITS.rank, "rank of keys and values").nullable().optional(),
  nopeHeadSize: countUpTo(MODEL_LIMITS.headSize, "part of a head without positions").optional(),
  ropeHeadSize: countOrNone(MODEL_LIMITS.headSize, "part of a head with positions").optional(),
  valueHeadSize: countUpTo(MODEL_LIMITS.headSize, "size of a head's values").optional(),
  globalEvery: countUpTo(MODEL_LIMITS.layers, "layers from one without window to the next").optional(),
  globalLayers: countOrNone(MODEL_LIMITS.layers, "layers without window").optional(),
  queryKeyNorm: z.enum(QUERY_KEY_NORMS).optional(),
};

const mixtureFields = {
  experts: countUpTo(MODEL_LIMITS.experts, "experts").nullable().optional(),
  expertsPerToken: countUpTo(MODEL_LIMITS.experts, "experts that a token passes").optional(),
  expertFeedForward: countUpTo(MODEL_LIMITS.feedForward, "feed-forward width of an expert").optional(),
  sharedExperts: countOrNone(MODEL_LIMITS.experts, "experts that every token passes").optional(),
  sharedExpertFeedForward: countUpTo(MODEL_LIMITS.feedForward, "feed-forward width of a shared expert").optional(),
  sharedExpertGate: z.boolean().optional(),
  denseLayers: countOrNone(MODEL_LIMITS.layers, "first blocks without experts").optional(),
  mixtureEvery: countUpTo(MODEL_LIMITS.layers, "blocks from one with experts to the next").optional(),
  routerBias: z.boolean().optional(),
};

const blockFields = {
  uniqueLayers: countUpTo(MODEL_LIMITS.layers, "blocks with weights of their own").optional(),
  parallel: z.boolean().optional(),
  normsPerBlock: countOrNone(MODEL_LIMITS.normsPerBlock, "norms of a block").optional(),
  finalNorm: z.boolean().optional(),
  embeddingNorm: z.boolean().optional(),
};

const endFields = {
  positionBuckets: countUpTo(MODEL_LIMITS.positions, "buckets of distances").optional(),
  embeddingWidth: countUpTo(MODEL_LIMITS.width, "width of the embedding table").optional(),
  tokenTypes: countOrNone(MODEL_LIMITS.tokenTypes, "kinds of tokens").optional(),
  head: z.enum(HEADS).optional(),
  classes: countUpTo(MODEL_LIMITS.vocabulary, "classes").optional(),
  outputBias: z.boolean().optional(),
  pooler: z.boolean().optional(),
  predictionHeads: countOrNone(MODEL_LIMITS.predictionHeads, "heads that predict further tokens").optional(),
};

const encoderFields = {
  encoderLayers: countUpTo(MODEL_LIMITS.layers, "blocks of the encoder").nullable().optional(),
  encoderSequence: countUpTo(MODEL_LIMITS.positions, "tokens of the source").nullable().optional(),
};

const imageFields = {
  imageSize: countUpTo(MODEL_LIMITS.imageSize, "pixels along an image").nullable().optional(),
  patchSize: countUpTo(MODEL_LIMITS.imageSize, "pixels along a patch").optional(),
  channels: countUpTo(MODEL_LIMITS.channels, "channels of an image").optional(),
  classToken: z.boolean().optional(),
};

const stateSpaceFields = {
  stateSpace: z.enum(STATE_SPACES).nullable().optional(),
  stateSize: countUpTo(MODEL_LIMITS.stateSize, "numbers of a state").optional(),
  stateExpand: positiveUpTo(MODEL_LIMITS.stateExpand, "inner width ÷ width").optional(),
  stateConvolution: countUpTo(MODEL_LIMITS.stateSize, "tokens that the convolution spans").optional(),
  stateRank: countUpTo(MODEL_LIMITS.rank, "rank of the step's length").optional(),
  stateHeadSize: countUpTo(MODEL_LIMITS.headSize, "size of a state-space head").optional(),
  stateGroups: countUpTo(MODEL_LIMITS.heads, "groups of state-space heads").optional(),
  stateChunk: countUpTo(MODEL_LIMITS.positions, "tokens of a chunk").optional(),
  stateFeedForward: z.boolean().optional(),
  attentionEvery: countUpTo(MODEL_LIMITS.layers, "blocks from one with attention to the next").optional(),
  attentionLayers: countOrNone(MODEL_LIMITS.layers, "blocks with attention").optional(),
};

/** The keys of `model` in a plan document. Bounds are of each field alone; `completeShape` looks at them together. */
export const modelFieldsSchema = strictObject({
  kind: z.enum(["transformer", "stated", "layers"]).optional(),
  layers: countUpTo(MODEL_LIMITS.layers, "blocks").optional(),
  width: countUpTo(MODEL_LIMITS.width, "width").optional(),
  heads: countUpTo(MODEL_LIMITS.heads, "query heads").optional(),
  headSize: countUpTo(MODEL_LIMITS.headSize, "size of a head").optional(),
  keyValueHeads: countUpTo(MODEL_LIMITS.heads, "key and value heads").optional(),
  feedForward: countUpTo(MODEL_LIMITS.feedForward, "feed-forward width").optional(),
  feedForwardRatio: positiveUpTo(MODEL_LIMITS.feedForwardRatio, "feed-forward width ÷ width").optional(),
  gated: z.boolean().optional(),
  vocabulary: countUpTo(MODEL_LIMITS.vocabulary, "tokens in the vocabulary").optional(),
  tiedEmbeddings: z.boolean().optional(),
  norm: z.enum(NORMS).optional(),
  normBias: z.boolean().optional(),
  positions: z.enum(POSITIONS).optional(),
  maxPositions: countUpTo(MODEL_LIMITS.positions, "positions").nullable().optional(),
  biases: z.enum(BIASES).optional(),
  mask: z.enum(MASKS).optional(),
  window: countUpTo(MODEL_LIMITS.positions, "tokens in the window").nullable().optional(),
  ...attentionFields,
  ...mixtureFields,
  ...blockFields,
  ...endFields,
  ...encoderFields,
  ...imageFields,
  ...stateSpaceFields,
  list: layerListSchema.optional(),
  parameters: countUpTo(MODEL_LIMITS.parameters, "parameters").optional(),
  activeParameters: countUpTo(MODEL_LIMITS.parameters, "active parameters").optional(),
  forwardFlopPerExample: positiveUpTo(MODEL_LIMITS.forwardFlopPerExample, "FLOP").optional(),
  source: z.string().trim().min(1).max(2_000).optional(),
});

export type ModelFields = z.infer<typeof modelFieldsSchema>;
export type ModelField = keyof ModelFields;
export type ShapeFault = FieldFault<ModelField>;

/** Fields that only a model with stated counts has. */
export const STATED_FIELDS = ["parameters", "activeParameters", "forwardFlopPerExample"] as const;

/** Fields of every model: what it is, and where it comes from. */
const COMMON_FIELDS = ["kind", "source"] as const;

/** The field that only a model listed layer by layer has. */
export const LAYER_LIST_FIELDS = ["list"] as const;

type OtherField = (typeof COMMON_FIELDS)[number] | (typeof STATED_FIELDS)[number] | (typeof LAYER_LIST_FIELDS)[number];

const otherFields: ReadonlySet<string> = new Set<OtherField>([
  ...COMMON_FIELDS,
  ...STATED_FIELDS,
  ...LAYER_LIST_FIELDS,
]);

const isTransformerField = (field: ModelField): field is Exclude<ModelField, OtherField> => !otherFields.has(field);

/** Fields that only a transformer has. */
export const TRANSFORMER_FIELDS = modelFieldsSchema.keyof().options.filter(isTransformerField);

/** Two ways to say one thing: where a nearer level of a plan uses one of them, the farther level's other one falls away. */
export const FEED_FORWARD_FIELDS = ["feedForward", "feedForwardRatio"] as const;
export const GLOBAL_LAYER_FIELDS = ["globalEvery", "globalLayers"] as const;
export const ATTENTION_LAYER_FIELDS = ["attentionEvery", "attentionLayers"] as const;

/**
 * What a field is when nobody states it, and why. Those that follow from other fields: `keyValueHeads` is `heads`
 * (plain multi-head attention), `normBias` is true for `layer` and false otherwise (layer norm was published with a
 * bias, Ba et al. 2016; root-mean-square norm without, Zhang and Sennrich 2019), `uniqueLayers` is `layers`,
 * `normsPerBlock` 2 and of parallel parts 1, `finalNorm` true where there are norms, `expertFeedForward` the feed-forward
 * width, `sharedExpertFeedForward` that of an expert, `embeddingWidth` the width, `head` the classes where they are
 * stated, nothing for images and else logits, `outputBias` true for classes and masked models, `stateSize` 16 of Mamba and
 * 128 of Mamba-2, `stateRank` a sixteenth of the width, rounded up.
 */
export const MODEL_DEFAULTS = {
  kind: { value: "transformer", reason: "what most plans train" },
  feedForwardRatio: { value: 4, reason: "Vaswani et al. 2017 and the GPT family; gated models state their own" },
  gated: { value: false, reason: "two feed-forward matrices, Vaswani et al. 2017; a gate is stated, never guessed" },
  tiedEmbeddings: { value: false, reason: "large language models since LLaMA keep a separate output matrix" },
  norm: { value: "rms", reason: "LLaMA and most decoders since, Touvron et al. 2023" },
  positions: { value: "rotary", reason: "LLaMA and most decoders since, Touvron et al. 2023; they have no parameters" },
  biases: { value: "none", reason: "PaLM, LLaMA and most decoders since, Chowdhery et al. 2022" },
  mask: { value: "causal", reason: "language models are trained to predict the next token" },
  window: { value: null, reason: "attention to every earlier token, unless a window is stated" },
  freeHeadSize: { value: false, reason: "heads × headSize is the width in most models; that it is not is stated" },
  queryKeyNorm: { value: "none", reason: "Vaswani et al. 2017; the families that have one state it" },
  sharedExperts: { value: 0, reason: "Mixtral, Jiang et al. 2024, and mixtures before it have none" },
  sharedExpertGate: { value: false, reason: "only Qwen2-MoE weighs its shared expert" },
  denseLayers: { value: 0, reason: "Mixtral, Jiang et al. 2024: experts from the first block on" },
  mixtureEvery: { value: 1, reason: "Mixtral, Jiang et al. 2024: experts in every block" },
  routerBias: { value: false, reason: "Shazeer et al. 2017 and Mixtral: a router without a bias" },
  parallel: { value: false, reason: "attention, then feed-forward, Vaswani et al. 2017" },
  embeddingNorm: { value: false, reason: "only BERT and BLOOM and their kin normalise the embedding" },
  positionBuckets: { value: 32, reason: "T5, Raffel et al. 2020" },
  tokenTypes: { value: 0, reason: "only BERT and its kin tell kinds of tokens apart" },
  pooler: { value: false, reason: "only BERT and its kin have one" },
  predictionHeads: { value: 0, reason: "only the next token is predicted, unless more are stated" },
  channels: { value: 3, reason: "red, green, blue" },
  classToken: { value: true, reason: "ViT, Dosovitskiy et al. 2020" },
  stateExpand: { value: 2, reason: "Mamba, Gu and Dao 2023" },
  stateConvolution: { value: 4, reason: "Mamba, Gu and Dao 2023" },
  stateHeadSize: { value: 64, reason: "Mamba-2, Dao and Gu 2024" },
  stateGroups: { value: 1, reason: "Mamba-2, Dao and Gu 2024" },
  stateChunk: { value: 256, reason: "the published Mamba-2 kernel, Dao and Gu 2024" },
  stateFeedForward: { value: false, reason: "Mamba, Gu and Dao 2023: a block is one layer" },
} as const;
