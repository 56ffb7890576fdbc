/** Reading a plan: what every host calls. */
import { err, ok, type Result } from "../lib/result.ts";
import type { Catalogue } from "./catalogue.ts";
import type { PlanDocument } from "./document.ts";
import type { PlanFault } from "./fault.ts";
import { examine } from "./parse.ts";
import { resolveSound } from "./resolve.ts";
import type { ResolvedPlan } from "./resolved.ts";

/** A plan without faults: as written, and as meant. */
export interface ReadPlan {
  readonly document: PlanDocument;
  readonly resolved: ResolvedPlan;
}

/**
 * Reads a plan in JSON or YAML and resolves it with the shipped catalogues. Of a plan with faults every one is told, with
 * its place, in the order of the text: those of single values, and those of several places together as far as the rest
 * of the document shows them.
 */
export function readPlan(text: string, catalogue: Catalogue): Result<ReadPlan, PlanFault[]> {
  const { faults, sound, place } = examine(text);
  if (sound === null) return err(place([]));
  const resolved = resolveSound(sound, catalogue);
  if (resolved.ok && faults.length === 0) return ok({ document: sound.document, resolved: resolved.value });
  const more = resolved.ok ? [] : resolved.error;
  return err(place(more.map((fault) => ({ ...fault, path: sound.original(fault.path) }))));
}
