import { createHash } from "node:crypto";
import { estimate } from "../../shared/estimate/estimate.ts";
import { estimateRanges } from "../../shared/estimate/ranges.ts";
import { swings } from "../../shared/estimate/sensitivity.ts";
import { canonicalJson } from "../../shared/lib/canonical-json.ts";
import type { SheetInput } from "../../shared/sheet/context.ts";
import { findInstallation } from "../backend/installation.ts";
import type { PlanInput } from "./plan-input.ts";

/** Everything that a sheet and the JSON of an estimate are made of. */
export function figuresOf({ file, document, resolved }: PlanInput): SheetInput {
  const estimated = estimate(resolved);
  const planFingerprint = createHash("sha256").update(canonicalJson(document)).digest("hex");
  return {
    resolved,
    estimate: estimated,
    ranges: estimateRanges(resolved, estimated),
    swings: swings(resolved),
    version: findInstallation().version,
    identity: file === null ? { planFingerprint } : { file, planFingerprint },
  };
}
