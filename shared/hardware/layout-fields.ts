/** How one run is spread over cards, as a plan writes it down. */
import { z } from "zod";
import { boundedNumber } from "../ranges/quantity.ts";

/** Nothing, the optimizer's states with the fp32 master, or these with weights and gradients live in the host's memory. */
export const OFFLOADS = ["none", "optimizer", "all"] as const;
export type Offload = (typeof OFFLOADS)[number];

/**
 * What the replicas of a model share out instead of each keeping it (ZeRO, Rajbhandari et al. 2020; FSDP is stage 3):
 * nothing; optimizer states and fp32 master; and gradients; and weights.
 */
export const ZERO_STAGES = [0, 1, 2, 3] as const;
export type ZeroStage = (typeof ZERO_STAGES)[number];

const cards = (what: string) => boundedNumber({ min: 1, max: 1_024, integer: true, what });

/** The keys of `hardware` that spread a run over cards. They change no operations, no card-hours and no cost. */
export const layoutFields = {
  zeroStage: z.literal(ZERO_STAGES).optional(),
  tensorParallel: cards("cards that share every matrix").optional(),
  sequenceParallel: z.boolean().optional(),
  pipelineParallel: cards("stages of blocks").optional(),
  expertParallel: cards("cards that share the experts").optional(),
  offload: z.enum(OFFLOADS).optional(),
  /** Memory of a node's host, in bytes. */
  hostMemoryBytes: boundedNumber({ min: 0, exclusiveMin: true, max: 1e15, what: "bytes of a node's host" }).optional(),
};
