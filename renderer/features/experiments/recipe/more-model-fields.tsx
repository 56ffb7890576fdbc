import type { ReactNode } from "react";
import type { ModelField } from "../../../../shared/models/model-fields.ts";
import {
  BIASES,
  HEADS,
  MASKS,
  NORMS,
  POSITIONS,
  QUERY_KEY_NORMS,
  STATE_SPACES,
} from "../../../../shared/models/shape.ts";
import type { Merged } from "../../../../shared/plan/resolve/merge.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import type { SelectOption } from "../../../fields/plan-select.tsx";
import { LevelField, type LevelProps } from "./level-field.tsx";
import { effectiveFields } from "./levels.ts";

export const yesNo: readonly SelectOption[] = [
  { value: true, label: "yes" },
  { value: false, label: "no" },
];

export const choices = (values: readonly string[], words: Readonly<Record<string, string>> = {}): SelectOption[] =>
  values.map((value) => ({ value, label: words[value] ?? value }));

const biasWords = {
  none: "none",
  queryKeyValue: "queries, keys and values",
  attention: "attention",
  feedForward: "feed-forward",
  all: "all of the blocks",
};
const normWords = { none: "none, not counted", rms: "root mean square", layer: "mean and variance" };
const maskWords = { causal: "causal: tokens before it", full: "full: all tokens" };
const queryKeyNormWords = { none: "none", head: "over a head", width: "over all heads" };
const headWords = { logits: "logits", masked: "masked language model", classes: "classes", none: "nothing" };
const stateSpaceWords = { mamba: "Mamba", mamba2: "Mamba-2" };

interface Field {
  readonly field: ModelField;
  readonly label: string;
  readonly kind?: "number" | "choice";
  readonly options?: readonly SelectOption[];
  readonly unit?: string;
  readonly otherwise?: string;
  readonly help?: string;
  /** Shown only where this holds: fields of a mixture beside experts, and so on. */
  readonly when?: (fields: Merged) => boolean;
}

interface FieldGroup {
  readonly title: string;
  /** One line that says what the group is for. */
  readonly about: string;
  readonly fields: readonly Field[];
}

const stated =
  (field: ModelField) =>
  (fields: Merged): boolean =>
    (fields[field]?.value ?? null) !== null;
const is =
  (field: ModelField, value: unknown) =>
  (fields: Merged): boolean =>
    fields[field]?.value === value;

const isLatent = stated("keyValueRank");
const isMixture = stated("experts");
const hasImages = stated("imageSize");
const hasStates = stated("stateSpace");
const hasWindow = stated("window");

const GROUPS: readonly FieldGroup[] = [
  {
    title: "Attention",
    about: "What a token sees, how keys and values are shared, and latent attention.",
    fields: [
      { field: "mask", label: "Mask", options: choices(MASKS, maskWords), otherwise: "causal" },
      { field: "window", label: "Window", unit: "tokens", otherwise: "all tokens" },
      {
        field: "globalEvery",
        label: "Layers without the window",
        unit: "one in so many",
        otherwise: "none",
        when: hasWindow,
      },
      { field: "globalLayers", label: "The same, as a count", unit: "layers", otherwise: "none", when: hasWindow },
      {
        field: "keyValueHeads",
        label: "Key and value heads",
        otherwise: "as heads",
        help: "Fewer than heads is grouped-query attention.",
        when: (fields) => !isLatent(fields),
      },
      {
        field: "freeHeadSize",
        label: "Head size is free",
        options: yesNo,
        otherwise: "no",
        help: "Heads × head size need not be the width.",
        when: (fields) => !isLatent(fields),
      },
      {
        field: "queryKeyNorm",
        label: "Norm of queries and keys",
        options: choices(QUERY_KEY_NORMS, queryKeyNormWords),
        otherwise: "none",
      },
      {
        field: "keyValueRank",
        label: "Key and value rank",
        otherwise: "plain heads",
        help: "Makes attention latent (MLA).",
      },
      { field: "queryRank", label: "Query rank", otherwise: "none", when: isLatent },
      { field: "nopeHeadSize", label: "Head size without positions", when: isLatent },
      { field: "ropeHeadSize", label: "Head size with positions", when: isLatent },
      { field: "valueHeadSize", label: "Head size of values", when: isLatent },
    ],
  },
  {
    title: "Mixture of experts",
    about: "Feed-forwards of which each token passes a few.",
    fields: [
      { field: "experts", label: "Experts", otherwise: "none: dense blocks" },
      { field: "expertsPerToken", label: "Experts a token passes", when: isMixture },
      {
        field: "expertFeedForward",
        label: "Width of an expert",
        otherwise: "as the feed-forward",
        when: isMixture,
      },
      { field: "sharedExperts", label: "Shared experts", otherwise: "0", when: isMixture },
      {
        field: "sharedExpertFeedForward",
        label: "Width of a shared expert",
        otherwise: "as an expert",
        when: (fields) => isMixture(fields) && Number(fields.sharedExperts?.value ?? 0) > 0,
      },
      {
        field: "sharedExpertGate",
        label: "Shared experts have a gate",
        options: yesNo,
        otherwise: "no",
        when: (fields) => isMixture(fields) && Number(fields.sharedExperts?.value ?? 0) > 0,
      },
      { field: "denseLayers", label: "First dense blocks", otherwise: "0", when: isMixture },
      { field: "mixtureEvery", label: "Experts in one block of", otherwise: "1: every block", when: isMixture },
      { field: "routerBias", label: "Router has a bias", options: yesNo, otherwise: "no", when: isMixture },
    ],
  },
  {
    title: "Positions",
    about: "How a token’s place is told; learned and relative ones have parameters.",
    fields: [
      { field: "positions", label: "Positions", options: choices(POSITIONS), otherwise: "rotary" },
      {
        field: "maxPositions",
        label: "Rows of learned positions",
        otherwise: "none",
        when: (fields) => is("positions", "learned")(fields) || hasImages(fields),
      },
      { field: "positionBuckets", label: "Buckets of distances", otherwise: "32", when: is("positions", "relative") },
    ],
  },
  {
    title: "Norms and biases",
    about: "Small weights, counted to the unit.",
    fields: [
      { field: "norm", label: "Norm", options: choices(NORMS, normWords), otherwise: "rms" },
      { field: "normBias", label: "Norms have a bias", options: yesNo, otherwise: "by the norm" },
      { field: "normsPerBlock", label: "Norms of a block", otherwise: "2, of parallel parts 1" },
      { field: "finalNorm", label: "Norm after the last block", options: yesNo, otherwise: "yes" },
      { field: "embeddingNorm", label: "Norm after the embedding", options: yesNo, otherwise: "no" },
      { field: "biases", label: "Biases", options: choices(BIASES, biasWords), otherwise: "none" },
      { field: "parallel", label: "Parallel blocks", options: yesNo, otherwise: "no" },
      {
        field: "uniqueLayers",
        label: "Layers with own weights",
        otherwise: "all layers",
        help: "The others use these again: counted once, computed each time.",
      },
    ],
  },
  {
    title: "Head and further tables",
    about: "What stands before the first block and on the last.",
    fields: [
      { field: "head", label: "Head", options: choices(HEADS, headWords), otherwise: "logits" },
      {
        field: "classes",
        label: "Classes",
        otherwise: "none",
        when: (fields) => is("head", "classes")(fields) || hasImages(fields) || stated("classes")(fields),
      },
      { field: "outputBias", label: "Head has a bias", options: yesNo, otherwise: "by the head" },
      { field: "pooler", label: "Pooler", options: yesNo, otherwise: "no" },
      {
        field: "embeddingWidth",
        label: "Width of the embedding",
        otherwise: "the width",
        when: (fields) => !hasImages(fields),
      },
      { field: "tokenTypes", label: "Kinds of tokens", otherwise: "0", when: (fields) => !hasImages(fields) },
      {
        field: "predictionHeads",
        label: "Blocks for further tokens",
        otherwise: "0",
        help: "Reported apart, in no total.",
        when: (fields) => !hasImages(fields),
      },
    ],
  },
  {
    title: "Encoder",
    about: "A first stack that the blocks attend to.",
    fields: [
      { field: "encoderLayers", label: "Layers of the encoder", otherwise: "none: one stack" },
      {
        field: "encoderSequence",
        label: "Source",
        unit: "tokens",
        otherwise: "as the target",
        when: stated("encoderLayers"),
      },
    ],
  },
  {
    title: "Images",
    about: "A vision transformer: an example is one square image.",
    fields: [
      { field: "imageSize", label: "Image", unit: "pixels", otherwise: "no images" },
      { field: "patchSize", label: "Patch", unit: "pixels", when: hasImages },
      { field: "channels", label: "Channels", otherwise: "3", when: hasImages },
      { field: "classToken", label: "Class token", options: yesNo, otherwise: "yes", when: hasImages },
    ],
  },
  {
    title: "State-space layers",
    about: "Mamba layers in place of attention, in all blocks or in most.",
    fields: [
      {
        field: "stateSpace",
        label: "State-space layers",
        options: choices(STATE_SPACES, stateSpaceWords),
        otherwise: "none",
      },
      { field: "stateSize", label: "Numbers of a state", otherwise: "as published", when: hasStates },
      { field: "stateExpand", label: "Inner width", unit: "× width", otherwise: "2", when: hasStates },
      { field: "stateConvolution", label: "Convolution", unit: "tokens", otherwise: "4", when: hasStates },
      { field: "stateRank", label: "Rank of the step", otherwise: "width ÷ 16", when: is("stateSpace", "mamba") },
      { field: "stateHeadSize", label: "Head size of states", otherwise: "64", when: is("stateSpace", "mamba2") },
      { field: "stateGroups", label: "Groups of states", otherwise: "1", when: is("stateSpace", "mamba2") },
      { field: "stateChunk", label: "Chunk", unit: "tokens", otherwise: "256", when: is("stateSpace", "mamba2") },
      {
        field: "stateFeedForward",
        label: "These have a feed-forward",
        options: yesNo,
        otherwise: "no",
        when: hasStates,
      },
      {
        field: "attentionEvery",
        label: "Attention in one block of",
        otherwise: "in none",
        when: hasStates,
      },
      {
        field: "attentionLayers",
        label: "The same, as a count",
        unit: "blocks",
        otherwise: "none",
        when: hasStates,
      },
    ],
  },
];

/** What of a transformer is beyond its sizes, by group; a group is open where some level states one of its fields. */
export function MoreModelFields({ where, level }: LevelProps) {
  const [{ tree }] = usePlan();
  const effective = effectiveFields(tree, where, "model", level);
  return GROUPS.map(({ title, about, fields }) => {
    const said = fields.filter(({ field }) => effective[field] !== undefined);
    const shown = fields.filter(
      ({ field, when }) => when === undefined || when(effective) || said.some((one) => one.field === field),
    );
    return (
      <FieldGroupView key={title} title={title} about={about} isOpen={said.length > 0}>
        {shown.map(({ when: _, options, kind = options === undefined ? "number" : "choice", ...field }) => (
          <LevelField
            key={field.field}
            where={where}
            level={level}
            group="model"
            kind={kind}
            {...(options === undefined ? {} : { options })}
            {...field}
          />
        ))}
      </FieldGroupView>
    );
  });
}

interface FieldGroupViewProps {
  readonly title: string;
  readonly about: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

function FieldGroupView({ title, about, isOpen, children }: FieldGroupViewProps) {
  return (
    <details className="field-group" open={isOpen}>
      <summary>
        <strong>{title}</strong> <span>{about}</span>
      </summary>
      <div className="recipe-fields">{children}</div>
    </details>
  );
}
