import { countParameters } from "../../models/count-parameters.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import type { Estimate } from "../types.ts";

const BYTES_PER_TB = 1e12;

/** What a plan keeps and sends out. */
export interface StorageUse {
  readonly storageTBMonths: number;
  readonly egressTB: number;
}

/**
 * Checkpoints (runs × parameters × bytes × kept of each) and other data, for as long as they are kept; nothing where the plan does not say.
 * Runs without a model, or whose operations nobody counts, keep no checkpoint.
 *
 * @example a model of 1e9 parameters, 10 runs, one checkpoint of 2 bytes a parameter, 6 months: 0.02 TB, 0.12 TB-months
 */
export function storageUse(plan: ResolvedPlan, estimated: Estimate): StorageUse {
  const { storage } = plan;
  if (storage === null) return { storageTBMonths: 0, egressTB: 0 };
  const checkpoints =
    (checkpointParameters(plan, estimated) * storage.bytesPerParameter * storage.keptCheckpoints) / BYTES_PER_TB;
  return { storageTBMonths: (checkpoints + storage.dataTB) * storage.months, egressTB: storage.egressTB };
}

/** Parameters of one checkpoint of every run that has a model. */
export function checkpointParameters(plan: ResolvedPlan, estimated: Estimate): number {
  const counts = plan.models.map(({ shape }) => countParameters(shape).total);
  return plan.classes.reduce((sum, { model }, index) => {
    const runs = estimated.classes[index]?.runs ?? 0;
    return sum + (model === null ? 0 : (counts[model] ?? 0)) * runs;
  }, 0);
}
