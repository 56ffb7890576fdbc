/** Draws the ranges of a plan beside the page, which stays responsive. */
import { estimate } from "../../shared/estimate/estimate.ts";
import { estimateRanges } from "../../shared/estimate/ranges.ts";
import { canonicalJson } from "../../shared/lib/canonical-json.ts";
import type { PlanDocument } from "../../shared/plan/document.ts";
import type { RangesAnswer, RangesQuestion } from "./ranges-messages.ts";

self.addEventListener("message", ({ data }: MessageEvent<RangesQuestion>) => {
  void answer(data).then((said) => self.postMessage(said));
});

async function answer({ plan, document }: RangesQuestion): Promise<RangesAnswer> {
  try {
    const ranges = estimateRanges(plan, estimate(plan));
    return { ok: true, drawn: { ranges, planFingerprint: await fingerprint(document) } };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

async function fingerprint(document: PlanDocument): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonicalJson(document)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
