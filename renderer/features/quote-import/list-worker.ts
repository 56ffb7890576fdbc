/** The worker that reads price lists, one question at a time; gone with everything that it keeps when it is ended. */
import type { QuoteAnswer, QuoteQuestion } from "./messages.ts";

export interface ListWorker {
  /** Asks, and resolves with the answer. What it tells on the way is told to `onProgress`. */
  readonly ask: (question: QuoteQuestion) => Promise<Exclude<QuoteAnswer, { readonly told: "progress" }>>;
  readonly end: () => void;
}

type Progress = Extract<QuoteAnswer, { readonly told: "progress" }>;

export function startListWorker(onProgress: (progress: Progress) => void): ListWorker {
  const worker = new Worker(new URL("./quotes.worker.ts", import.meta.url), { type: "module", name: "quotes" });
  let before: Promise<unknown> = Promise.resolve();

  const askNow = (question: QuoteQuestion) =>
    new Promise<Exclude<QuoteAnswer, Progress>>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<QuoteAnswer>) => {
        if (data.told === "progress") onProgress(data);
        else resolve(data);
      };
      worker.onerror = ({ message }) =>
        resolve({ told: "broken", message: message || "the part of the program that reads price lists did not start" });
      worker.postMessage(question);
    });

  return {
    ask(question) {
      const asked = before.then(() => askNow(question));
      before = asked;
      return asked;
    },
    end: () => worker.terminate(),
  };
}
