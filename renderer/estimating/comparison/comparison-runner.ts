/** Runs the worker that compares quotes: one plan at a time, and of those that wait only the latest. */
import type { QuoteComparison } from "../../../shared/estimate/compare/compare-quotes.ts";
import type { ResolvedPlan } from "../../../shared/plan/resolved.ts";

export type ComparisonAnswer =
  | { readonly ok: true; readonly compared: readonly QuoteComparison[] }
  | { readonly ok: false; readonly message: string };

/** The part of a Worker that is used; tests bring their own. */
export interface ComparisonWorker {
  ask(plan: ResolvedPlan, answered: (answer: ComparisonAnswer) => void): void;
  terminate(): void;
}

export interface ComparisonRunner {
  /** Asks; the answer to a plan that has been overtaken never comes. The worker keeps what it has scheduled, so it is not given up. */
  ask(plan: ResolvedPlan, answered: (answer: ComparisonAnswer) => void): void;
  stop(): void;
}

export function comparisonRunner(start: () => ComparisonWorker): ComparisonRunner {
  let worker: ComparisonWorker | null = null;
  let isBusy = false;
  let waiting: (() => void) | null = null;
  let latest = 0;

  const runner: ComparisonRunner = {
    ask(plan, answered) {
      latest += 1;
      const own = latest;
      if (isBusy) {
        waiting = () => runner.ask(plan, answered);
        return;
      }
      worker ??= start();
      isBusy = true;
      worker.ask(plan, (answer) => {
        isBusy = false;
        const next = waiting;
        waiting = null;
        if (own === latest) answered(answer);
        next?.();
      });
    },
    stop() {
      latest += 1;
      waiting = null;
      isBusy = false;
      worker?.terminate();
      worker = null;
    },
  };
  return runner;
}

/** A real worker; one that cannot start, or breaks, answers so. */
export function startComparisonWorker(): ComparisonWorker {
  const worker = new Worker(new URL("./compare.worker.ts", import.meta.url), { type: "module", name: "comparison" });
  return {
    ask(plan, answered) {
      worker.onmessage = ({ data }: MessageEvent<ComparisonAnswer>) => answered(data);
      worker.onerror = ({ message }) => answered({ ok: false, message: message || "its worker did not start" });
      worker.postMessage(plan);
    },
    terminate: () => worker.terminate(),
  };
}
