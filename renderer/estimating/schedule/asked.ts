/** What was asked of a worker last and what it answered: the answer before stays until the next one comes. */
import type { LatestRunner } from "../latest-runner.ts";

/** A pause after which nobody is typing any more: a plan is not sent to the worker at every key. */
const PAUSE_MS = 120;

export interface Asked<Answer> {
  /** Null until there was any. */
  readonly answer: Answer | null;
  /** The answer is to an earlier question. */
  readonly isOld: boolean;
}

export interface AskStore<Question, Answer> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => Asked<Answer>;
  /** Asks, when the asking rests; a question that is the one asked last is not asked again. */
  ask(question: Question): void;
  stop(): void;
}

/** @param join what is known once a part of an answer has come: what it leaves out stays as it was before */
export function askStore<Question, Answer>(
  runner: LatestRunner<Question, Answer>,
  join: (before: Answer | null, part: Answer) => Answer,
): AskStore<Question, Answer> {
  const listeners = new Set<() => void>();
  let state: Asked<Answer> = { answer: null, isOld: false };
  let last: Question | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (next: Asked<Answer>) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    ask(question) {
      if (question === last) return;
      clearTimeout(timer);
      timer = setTimeout(
        () => runner.ask(question, (part) => tell({ answer: join(state.answer, part), isOld: false })),
        last === null ? 0 : PAUSE_MS,
      );
      last = question;
      if (state.answer !== null) tell({ ...state, isOld: true });
    },
    stop() {
      clearTimeout(timer);
      runner.stop();
      last = null;
    },
  };
}
