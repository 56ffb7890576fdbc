/** How one run is spread over cards. */
import type { Offload, ZeroStage } from "../hardware/layout-fields.ts";

export interface Layout {
  readonly zeroStage: ZeroStage;
  /** Cards that share every matrix. */
  readonly tensorParallel: number;
  /** These cards share the rest of a token's activations, too (Korthikanti et al. 2022). */
  readonly sequenceParallel: boolean;
  /** Stages of blocks that follow one another. */
  readonly pipelineParallel: number;
  /** Cards, among the replicas, that share the experts of a mixture. */
  readonly expertParallel: number;
  readonly offload: Offload;
  /** Layers whose weights stage 3 has gathered at once: the one in use and the next. */
  readonly gatheredLayers: number;
}

/** What a layout is where nobody says. */
export const LAYOUT_DEFAULTS = {
  zeroStage: { value: 3, reason: "the replicas share everything, so that the fewest cards come out" },
  tensorParallel: { value: 1, reason: "asked for, never assumed" },
  sequenceParallel: { value: false, reason: "asked for, never assumed" },
  pipelineParallel: { value: 1, reason: "asked for, never assumed" },
  expertParallel: { value: 1, reason: "asked for, never assumed" },
  offload: { value: "none", reason: "it is slow, and is asked for, never assumed" },
  gatheredLayers: { value: 2, reason: "the layer in use and the next one, which is fetched meanwhile" },
} as const;

export const DEFAULT_LAYOUT: Layout = {
  zeroStage: LAYOUT_DEFAULTS.zeroStage.value,
  tensorParallel: LAYOUT_DEFAULTS.tensorParallel.value,
  sequenceParallel: LAYOUT_DEFAULTS.sequenceParallel.value,
  pipelineParallel: LAYOUT_DEFAULTS.pipelineParallel.value,
  expertParallel: LAYOUT_DEFAULTS.expertParallel.value,
  offload: LAYOUT_DEFAULTS.offload.value,
  gatheredLayers: LAYOUT_DEFAULTS.gatheredLayers.value,
};

/** Cards of one replica of the model. */
export const cardsOfReplica = ({ tensorParallel, pipelineParallel }: Layout): number =>
  tensorParallel * pipelineParallel;

/** Cards that a layout comes in: whole replicas, and of a mixture whole groups of them that share the experts. */
export const cardsOfGroup = (layout: Layout): number => cardsOfReplica(layout) * layout.expertParallel;
