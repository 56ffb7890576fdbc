/** Draws the ranges of a plan and schedules it on its clusters beside the page, which stays responsive. */
import { estimate } from "../../shared/estimate/estimate.ts";
import { estimateRanges } from "../../shared/estimate/ranges.ts";
import { schedulesOf } from "../../shared/estimate/schedule/schedule-of.ts";
import { canonicalJson } from "../../shared/lib/canonical-json.ts";
import type { PlanDocument } from "../../shared/plan/document.ts";
import { planOfText } from "./asked-text.ts";
import type { Sent } from "./latest-runner.ts";
import type { RangesAnswer, RangesQuestion } from "./ranges-messages.ts";

self.addEventListener("message", ({ data }: MessageEvent<RangesQuestion>) => void answer(data));

async function answer({ text }: RangesQuestion): Promise<void> {
  try {
    const { document, resolved: plan } = planOfText(text);
    const estimated = estimate(plan);
    const ranges = estimateRanges(plan, estimated);
    const drawn = { ranges, planFingerprint: await fingerprint(document), schedules: null };
    send({ ok: true, drawn }, plan.clusters.length === 0);
    if (plan.clusters.length === 0) return;
    send({ ok: true, drawn: { ...drawn, schedules: schedulesOf(plan, estimated, ranges) } }, true);
  } catch (error) {
    send({ ok: false, message: error instanceof Error ? error.message : String(error) }, true);
  }
}

const send = (said: RangesAnswer, isLast: boolean): void =>
  self.postMessage({ answer: said, isLast } satisfies Sent<RangesAnswer>);

async function fingerprint(document: PlanDocument): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonicalJson(document)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
