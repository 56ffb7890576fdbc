/** Memory in words: sizes, what takes it, what binds, why it is not known. */
import type { UnknownMemory } from "../../estimate/fit.ts";
import type { Binding, Indivisible } from "../../memory/fit.ts";
import type { MemoryPart } from "../../memory/memory-per-card.ts";
import type { ResolvedLayout } from "../../plan/resolved.ts";
import { counted } from "../../units/format/counted.ts";
import { exact, fixed } from "../../units/format/exact.ts";

/** Bytes in GB of 1e9: "69.96", with two decimals below ten and one above. */
export const gigabytes = (bytes: number): string => {
  const size = bytes / 1e9;
  return fixed(size, size < 9.995 ? 2 : 1);
};

/** "69.1 GB", and from ten thousand GB on "12.4 TB". */
export const bytesText = (bytes: number): string =>
  bytes < 1e13 ? `${gigabytes(bytes)} GB` : `${fixed(bytes / 1e12, 1)} TB`;

export const PART_WORDS: Readonly<Record<MemoryPart, string>> = {
  weights: "weights",
  gradients: "gradients",
  optimizer: "optimizer states",
  master: "master weights in fp32",
  activations: "activations",
  logits: "logits",
  gathered: "gathered layers",
  context: "driver and libraries",
  fragmentation: "fragmentation",
};

/** What takes most, or what allows no more cards. */
export const bindingWords = (binding: Binding): string =>
  binding === "host"
    ? "the host’s memory"
    : binding === "batch"
      ? "the batch, too small for more cards"
      : PART_WORDS[binding];

export const INDIVISIBLE_WORDS: Readonly<Record<Indivisible, string>> = {
  heads: "its heads cannot be shared out evenly",
  blocks: "it has fewer blocks than the pipeline has stages",
  experts: "its experts cannot be shared out evenly",
};

export const UNKNOWN_WORDS: Readonly<Record<UnknownMemory, string>> = {
  stated: "its blocks are not known",
  layers: "it is a list of layers",
  stateSpace: "state-space layers are not counted yet",
  encoder: "encoder-decoders are not counted yet",
  sequence: "its sequence is not stated",
  card: "the card’s memory is not known",
  kind: "memory of this kind of work is not counted yet",
};

/** "megatron-mixed, adamw, stage 3, micro-batch 1": how the runs are laid out, defaults named, what is 1 left out. */
export function layoutWords({ recipe, layout }: ResolvedLayout): string {
  const { recompute, recomputeEvery } = recipe;
  const parts = [
    recipe.precision,
    recipe.optimizer,
    `stage ${layout.zeroStage}`,
    ...(layout.tensorParallel > 1
      ? [`tensor parallel ${layout.tensorParallel}${layout.sequenceParallel ? " with sequence parallel" : ""}`]
      : []),
    ...(layout.pipelineParallel > 1 ? [`pipeline ${layout.pipelineParallel}`] : []),
    ...(layout.expertParallel > 1 ? [`expert parallel ${layout.expertParallel}`] : []),
    recompute === "none"
      ? "nothing recomputed"
      : recompute === "every"
        ? `blocks recomputed by ${exact(recomputeEvery)}`
        : `${recompute} recomputation`,
    ...(recipe.fusedAttention ? [] : ["attention not fused"]),
    ...(recipe.dropout ? ["dropout"] : []),
    ...(layout.offload === "none"
      ? []
      : [layout.offload === "all" ? "all states on the host" : "optimizer on the host"]),
    `micro-batch ${counted(recipe.microBatch, "sequence")}`,
  ];
  return parts.join(", ");
}
