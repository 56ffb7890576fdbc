/** Runs the worker that draws ranges: one plan at a time, the latest wins. */
import type { RangesAnswer, RangesQuestion } from "./ranges-messages.ts";

/** The part of a Worker that is used; tests bring their own. */
export interface RangesWorker {
  ask(question: RangesQuestion, answered: (answer: RangesAnswer) => void): void;
  terminate(): void;
}

export interface RangesRunner {
  /** Asks for the ranges of a plan. A question still running is given up, and its answer never comes. */
  ask(question: RangesQuestion, answered: (answer: RangesAnswer) => void): void;
  stop(): void;
}

export function rangesRunner(start: () => RangesWorker): RangesRunner {
  let worker: RangesWorker | null = null;
  let busy = false;

  const stop = () => {
    worker?.terminate();
    worker = null;
    busy = false;
  };

  return {
    ask(question, answered) {
      if (busy) stop();
      worker ??= start();
      busy = true;
      worker.ask(question, (answer) => {
        busy = false;
        answered(answer);
      });
    },
    stop,
  };
}

/** A real worker; one that cannot start, or breaks, answers so. */
export function startRangesWorker(): RangesWorker {
  const worker = new Worker(new URL("./ranges.worker.ts", import.meta.url), { type: "module", name: "ranges" });
  return {
    ask(question, answered) {
      worker.onmessage = ({ data }: MessageEvent<RangesAnswer>) => answered(data);
      worker.onerror = ({ message }) => answered({ ok: false, message: message || "their worker did not start" });
      worker.postMessage(question);
    },
    terminate: () => worker.terminate(),
  };
}
