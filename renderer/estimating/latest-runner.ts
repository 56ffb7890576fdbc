/** Runs a worker on one question at a time: the latest wins. */

/** The part of a Worker that is used; tests bring their own. */
export interface AskedWorker<Question, Answer> {
  ask(question: Question, answered: (answer: Answer, isLast: boolean) => void): void;
  terminate(): void;
}

export interface LatestRunner<Question, Answer> {
  /**
   * Asks. A question still running is given up, and what is left of its answer never comes; the new one is asked once no other has
   * come for a moment, since starting a worker for every key would hold up whoever types.
   */
  ask(question: Question, answered: (answer: Answer, isLast: boolean) => void): void;
  stop(): void;
}

/** Longer than the pause between two keys that are typed fast. */
export const REST_MS = 120;

export function latestRunner<Question, Answer>(
  start: () => AskedWorker<Question, Answer>,
): LatestRunner<Question, Answer> {
  let worker: AskedWorker<Question, Answer> | null = null;
  let busy = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const stop = () => {
    clearTimeout(waiting);
    waiting = undefined;
    worker?.terminate();
    worker = null;
    busy = false;
  };

  const askNow: LatestRunner<Question, Answer>["ask"] = (question, answered) => {
    waiting = undefined;
    worker ??= start();
    busy = true;
    worker.ask(question, (answer, isLast) => {
      if (isLast) busy = false;
      answered(answer, isLast);
    });
  };

  return {
    ask(question, answered) {
      const isHurried = busy || waiting !== undefined;
      if (isHurried) {
        stop();
        waiting = setTimeout(() => askNow(question, answered), REST_MS);
      } else askNow(question, answered);
    },
    stop,
  };
}

/** What a worker sends: an answer, and whether another one follows. */
export interface Sent<Answer> {
  readonly answer: Answer;
  readonly isLast: boolean;
}

/** A real worker; one that cannot start, or breaks, answers with what `failed` makes of the reason. */
export function askedWorker<Question, Answer>(
  worker: Worker,
  failed: (message: string) => Answer,
): AskedWorker<Question, Answer> {
  return {
    ask(question, answered) {
      worker.onmessage = ({ data }: MessageEvent<Sent<Answer>>) => answered(data.answer, data.isLast);
      worker.onerror = ({ message }) => answered(failed(message || "their worker did not start"), true);
      worker.postMessage(question);
    },
    terminate: () => worker.terminate(),
  };
}
