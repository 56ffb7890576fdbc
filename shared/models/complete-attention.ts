/** What of a transformer's attention follows from several fields: its heads, its window's exceptions, its positions. */
import { type AttentionDimensions, resolveHeads } from "./dimensions.ts";
import { MODEL_DEFAULTS, type ModelFields, type ShapeFault } from "./model-fields.ts";
import { refuseFields } from "./refuse-fields.ts";
import type { LatentAttention, TransformerShape } from "./shape.ts";

/** The heads of every layer with attention. */
export interface AttentionShape extends AttentionDimensions {
  readonly keyValueHeads: number;
  readonly latent: LatentAttention | null;
}

const LATENT_FIELDS = ["queryRank", "nopeHeadSize", "ropeHeadSize", "valueHeadSize"] as const;
const HEAD_FIELDS = ["heads", "headSize", "keyValueHeads", "freeHeadSize", "keyValueRank", "queryKeyNorm"] as const;

/**
 * The heads that `fields` describe: of latent attention where a rank of keys and values is stated, none where no layer
 * has attention, else grouped heads. Undefined, with its faults pushed, where the description does not hold.
 */
export function resolveAttention(
  fields: ModelFields,
  attentionLayers: number,
  faults: ShapeFault[],
): AttentionShape | undefined {
  if (attentionLayers === 0) return withoutAttention(fields, faults);
  const rank = fields.keyValueRank ?? null;
  if (rank !== null) return latentAttention(fields, rank, faults);
  if (fields.keyValueRank === undefined) {
    refuseFields(
      fields,
      LATENT_FIELDS,
      "no FIELD, or a keyValueRank",
      "latent attention, which keyValueRank makes",
      faults,
    );
  }
  const dimensions = resolveHeads(fields, faults);
  const keyValueHeads = resolveKeyValueHeads(fields.keyValueHeads, dimensions?.heads, faults);
  if (dimensions === undefined || keyValueHeads === undefined) return undefined;
  const { width, heads, headSize } = dimensions;
  return { width, heads, headSize, keyValueHeads, latent: null };
}

function withoutAttention(fields: ModelFields, faults: ShapeFault[]): AttentionShape | undefined {
  refuseFields(
    fields,
    [...HEAD_FIELDS, ...LATENT_FIELDS],
    "no FIELD, or blocks with attention",
    "attention, and no block has it",
    faults,
  );
  const { width } = fields;
  if (width === undefined) {
    faults.push({ field: "width", value: undefined, allowed: "the width of the blocks", message: "width is missing" });
    return undefined;
  }
  return { width, heads: 0, headSize: 0, keyValueHeads: 0, latent: null };
}

function latentAttention(fields: ModelFields, keyValueRank: number, faults: ShapeFault[]): AttentionShape | undefined {
  refuseFields(
    fields,
    ["headSize", "keyValueHeads", "freeHeadSize"],
    "no FIELD: nopeHeadSize, ropeHeadSize and valueHeadSize say it",
    "grouped heads, and keyValueRank makes attention latent",
    faults,
  );
  const need = <Field extends "width" | "heads" | "nopeHeadSize" | "ropeHeadSize" | "valueHeadSize">(
    field: Field,
    what: string,
  ) => {
    if (fields[field] === undefined) {
      faults.push({ field, value: undefined, allowed: what, message: `latent attention needs ${field}` });
    }
    return fields[field];
  };
  const width = need("width", "the width of the blocks");
  const heads = need("heads", "the number of heads");
  const nopeHeadSize = need("nopeHeadSize", "the part of a head without positions");
  const ropeHeadSize = need("ropeHeadSize", "the part of a head with positions, 0 for none");
  const valueHeadSize = need("valueHeadSize", "the size of a head's values");
  if (
    width === undefined ||
    heads === undefined ||
    nopeHeadSize === undefined ||
    ropeHeadSize === undefined ||
    valueHeadSize === undefined
  ) {
    return undefined;
  }
  const queryRank = fields.queryRank ?? null;
  return {
    width,
    heads,
    headSize: nopeHeadSize + ropeHeadSize,
    keyValueHeads: heads,
    latent: { queryRank, keyValueRank, nopeHeadSize, ropeHeadSize, valueHeadSize },
  };
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

/** Mask, window and the layers without the window. */
export function resolveSpan(
  fields: ModelFields,
  attentionLayers: number,
  faults: ShapeFault[],
): Pick<TransformerShape, "mask" | "window" | "globalLayers"> {
  const mask = fields.mask ?? (fields.imageSize == null ? MODEL_DEFAULTS.mask.value : "full");
  const window = fields.window ?? MODEL_DEFAULTS.window.value;
  if (window !== null && mask === "full") {
    faults.push({
      field: "window",
      value: window,
      allowed: "no window, or a causal mask",
      message: `a sliding window of ${window} needs a causal mask, and mask is full`,
    });
  }
  if (fields.imageSize != null && mask === "causal") {
    faults.push({
      field: "mask",
      value: mask,
      allowed: "full, or no mask: patches of an image see each other",
      message: "mask is causal and the model takes images",
    });
  }
  return { mask, window, globalLayers: globalLayersOf(fields, window, attentionLayers, faults) };
}

function globalLayersOf(
  fields: ModelFields,
  window: number | null,
  attentionLayers: number,
  faults: ShapeFault[],
): number {
  const { globalEvery, globalLayers } = fields;
  if (window === null) {
    // A wider level may say which layers would be global; without a window all of them are.
    return 0;
  }
  if (globalLayers !== undefined && globalEvery !== undefined) {
    faults.push({
      field: "globalLayers",
      value: globalLayers,
      allowed: "globalLayers or globalEvery, not both",
      message: `the layers without window are stated twice, by globalEvery ${globalEvery} and by globalLayers ${globalLayers}`,
    });
  }
  const count = globalLayers ?? (globalEvery === undefined ? 0 : Math.floor(attentionLayers / globalEvery));
  if (count > attentionLayers) {
    faults.push({
      field: "globalLayers",
      value: count,
      allowed: `at most ${attentionLayers}, the layers with attention`,
      message: `${count} globalLayers are more than the ${attentionLayers} layers with attention`,
    });
  }
  return count;
}
