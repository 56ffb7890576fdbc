/** What a plan keeps on disks and sends out: priced by the quotes that have prices for it. */
import { z } from "zod";
import { strictObject } from "../lib/strict-object.ts";
import { boundedNumber } from "../ranges/quantity.ts";

export const storageSchema = strictObject({
  /** Checkpoints that are kept of every run; the last one of each when left out. */
  keptCheckpoints: boundedNumber({ min: 0, max: 1e6, what: "checkpoints kept of a run" }).optional(),
  /** Of one checkpoint. */
  bytesPerParameter: boundedNumber({ min: 0, max: 64, what: "bytes of a checkpoint for each parameter" }).optional(),
  /** Data sets, logs and results beside the checkpoints. */
  dataTB: boundedNumber({ min: 0, max: 1e9, what: "data in TB" }).optional(),
  /** For how long all of it is kept. */
  months: boundedNumber({ min: 0, max: 1_200, what: "months" }),
  /** What leaves the provider in all. */
  egressTB: boundedNumber({ min: 0, max: 1e9, what: "data sent out in TB" }).optional(),
  source: z.string().trim().min(1).max(2_000).optional(),
});
export type StorageFields = z.infer<typeof storageSchema>;

/** What storage means where it says nothing: the last checkpoint of a run, weights in 16 bits, and nothing else. */
export const STORAGE_DEFAULTS = { keptCheckpoints: 1, bytesPerParameter: 2, dataTB: 0, egressTB: 0 } as const;
