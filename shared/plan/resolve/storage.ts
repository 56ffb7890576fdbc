import { STORAGE_DEFAULTS, type StorageFields } from "../../money/storage.ts";
import type { ResolvedStorage } from "../resolved.ts";

/** What the plan keeps and sends out, with the defaults put in; null where it says nothing. */
export function resolveStorage(fields: StorageFields | undefined): ResolvedStorage | null {
  if (fields === undefined) return null;
  return {
    keptCheckpoints: fields.keptCheckpoints ?? STORAGE_DEFAULTS.keptCheckpoints,
    bytesPerParameter: fields.bytesPerParameter ?? STORAGE_DEFAULTS.bytesPerParameter,
    dataTB: fields.dataTB ?? STORAGE_DEFAULTS.dataTB,
    months: fields.months,
    egressTB: fields.egressTB ?? STORAGE_DEFAULTS.egressTB,
    source: fields.source ?? null,
  };
}
