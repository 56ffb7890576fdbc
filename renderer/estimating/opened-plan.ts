/** From the text of a plan to everything that the screen shows of it. */
import { estimate } from "../../shared/estimate/estimate.ts";
import { swings } from "../../shared/estimate/sensitivity.ts";
import type { Estimate, EstimateRanges, Swing } from "../../shared/estimate/types.ts";
import { ok, type Result } from "../../shared/lib/result.ts";
import type { Catalogue } from "../../shared/plan/catalogue.ts";
import type { PlanDocument } from "../../shared/plan/document.ts";
import type { PlanFault } from "../../shared/plan/fault.ts";
import { readPlan } from "../../shared/plan/read.ts";
import type { ResolvedPlan } from "../../shared/plan/resolved.ts";
import { buildSheet } from "../../shared/sheet/build-sheet.ts";
import type { Sheet } from "../../shared/sheet/sheet.ts";
import type { Drawn } from "./ranges-messages.ts";

/** A text that is, or should become, a plan. */
export interface PlanSource {
  /** File name, as chosen or as the template has it. */
  readonly name: string;
  readonly text: string;
}

/** What the foot of the sheet says beside the plan's own words. */
export interface Imprint {
  /** Version of the program. */
  readonly version: string;
}

/** A plan without faults, with its estimate and the sheet it makes. */
export interface OpenedPlan {
  readonly source: PlanSource;
  readonly imprint: Imprint;
  readonly document: PlanDocument;
  readonly resolved: ResolvedPlan;
  readonly estimated: Estimate;
  readonly swings: readonly Swing[];
  /** Null until the draws are done, and for good when they failed. */
  readonly ranges: EstimateRanges | null;
  readonly sheet: Sheet;
}

/** Reads and estimates a plan; its ranges come later, by `withRanges`. */
export function openPlan(
  source: PlanSource,
  catalogue: Catalogue,
  imprint: Imprint,
): Result<OpenedPlan, readonly PlanFault[]> {
  const reading = readPlan(source.text, catalogue);
  if (!reading.ok) return reading;
  const { document, resolved } = reading.value;
  const estimated = estimate(resolved);
  const opened = { source, imprint, document, resolved, estimated, swings: swings(resolved), ranges: null };
  return ok({ ...opened, sheet: sheetOf(opened) });
}

export function withRanges(opened: OpenedPlan, { ranges, planFingerprint }: Drawn): OpenedPlan {
  return { ...opened, ranges, sheet: sheetOf({ ...opened, ranges }, planFingerprint) };
}

function sheetOf(
  { source, imprint, resolved, estimated, ranges, swings: swung }: Omit<OpenedPlan, "sheet">,
  planFingerprint?: string,
): Sheet {
  const { version } = imprint;
  return buildSheet({
    resolved,
    estimate: estimated,
    ranges,
    swings: swung,
    version,
    identity: { file: source.name, ...(planFingerprint === undefined ? {} : { planFingerprint }) },
  });
}
