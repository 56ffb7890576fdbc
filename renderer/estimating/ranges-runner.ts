/** Runs the worker that draws ranges: one plan at a time, the latest wins. */
import { askedWorker, type LatestRunner, latestRunner } from "./latest-runner.ts";
import type { RangesAnswer, RangesQuestion } from "./ranges-messages.ts";

export type RangesRunner = LatestRunner<RangesQuestion, RangesAnswer>;

export const rangesRunner = (): RangesRunner =>
  latestRunner(() =>
    askedWorker(
      new Worker(new URL("./ranges.worker.ts", import.meta.url), { type: "module", name: "ranges" }),
      (message) => ({
        ok: false,
        message,
      }),
    ),
  );
