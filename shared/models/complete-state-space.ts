/** From the fields of a plan to state-space layers, and how many blocks have attention beside them. */
import { MODEL_DEFAULTS, type ModelFields, type ShapeFault } from "./model-fields.ts";
import { refuseFields } from "./refuse-fields.ts";
import type { StateSpace } from "./shape.ts";

/** Fields that say something only beside `stateSpace`. */
const STATE_SPACE_FIELDS = [
  "stateSize",
  "stateExpand",
  "stateConvolution",
  "stateRank",
  "stateHeadSize",
  "stateGroups",
  "stateChunk",
  "stateFeedForward",
  "attentionEvery",
  "attentionLayers",
] as const;

/** How many of `layers` blocks have attention: all, unless there are state-space layers; then as many as are stated. */
export function attentionLayersOf(fields: ModelFields, layers: number, faults: ShapeFault[]): number {
  if (fields.stateSpace === null) return layers;
  if (fields.stateSpace === undefined) {
    refuseFields(
      fields,
      STATE_SPACE_FIELDS,
      "no FIELD, or a stateSpace",
      "state-space layers, and there are none",
      faults,
    );
    return layers;
  }
  const { attentionEvery, attentionLayers } = fields;
  if (attentionEvery !== undefined && attentionLayers !== undefined) {
    faults.push({
      field: "attentionLayers",
      value: attentionLayers,
      allowed: "attentionLayers or attentionEvery, not both",
      message: `the layers with attention are stated twice, by attentionEvery ${attentionEvery} and by attentionLayers ${attentionLayers}`,
    });
  }
  const count = attentionLayers ?? (attentionEvery === undefined ? 0 : Math.floor(layers / attentionEvery));
  if (count >= layers) {
    faults.push({
      field: attentionLayers === undefined ? "attentionEvery" : "attentionLayers",
      value: attentionLayers ?? attentionEvery,
      allowed: `a number that leaves state-space layers among the ${layers}`,
      message: `attention in ${count} of ${layers} layers leaves none for the state-space layers`,
    });
  }
  return count;
}

/** The state-space layers of `layers` blocks, of which `attentionLayers` have attention; null where all have. */
export function resolveStateSpace(
  fields: ModelFields,
  width: number | undefined,
  layers: number,
  faults: ShapeFault[],
): StateSpace | null {
  const version = fields.stateSpace ?? null;
  if (version === null || width === undefined) return null;
  const expand = fields.stateExpand ?? MODEL_DEFAULTS.stateExpand.value;
  const inner = expand * width;
  if (!Number.isInteger(inner)) {
    faults.push({
      field: "stateExpand",
      value: expand,
      allowed: "an expansion that gives a whole width",
      message: `stateExpand ${expand} × width ${width} = ${inner}, which is no whole number`,
    });
  }
  const common = {
    layers,
    inner,
    convolution: fields.stateConvolution ?? MODEL_DEFAULTS.stateConvolution.value,
    feedForward: fields.stateFeedForward ?? MODEL_DEFAULTS.stateFeedForward.value,
  };
  if (version === "mamba") {
    refuseFields(
      fields,
      ["stateHeadSize", "stateGroups", "stateChunk"],
      "no FIELD, or stateSpace: mamba2",
      "Mamba-2, and stateSpace is mamba",
      faults,
    );
    const rank = fields.stateRank ?? Math.ceil(width / 16);
    return { version, ...common, stateSize: fields.stateSize ?? 16, rank, heads: 0, groups: 0, chunk: 0 };
  }
  refuseFields(fields, ["stateRank"], "no FIELD, or stateSpace: mamba", "Mamba, and stateSpace is mamba2", faults);
  const headSize = fields.stateHeadSize ?? MODEL_DEFAULTS.stateHeadSize.value;
  if (inner % headSize !== 0) {
    faults.push({
      field: "stateHeadSize",
      value: headSize,
      allowed: `a divisor of the inner width, which is ${inner}`,
      message: `the inner width ${inner} divided by stateHeadSize ${headSize} gives no whole number of heads`,
    });
  }
  return {
    version,
    ...common,
    stateSize: fields.stateSize ?? 128,
    rank: 0,
    heads: inner / headSize,
    groups: fields.stateGroups ?? MODEL_DEFAULTS.stateGroups.value,
    chunk: fields.stateChunk ?? MODEL_DEFAULTS.stateChunk.value,
  };
}
