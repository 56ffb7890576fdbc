/** Hands drafts to the disk: at once, one after the other, and the latest wins where they come faster than the disk takes them. */

export interface DraftKeeper<T> {
  /** Resolves when `draft`, or a later one, is on the disk; rejects with what kept it from there. */
  keep(draft: T): Promise<void>;
  /**
   * Hands over what waits without waiting for what is being written: the page goes away now. Does nothing where nothing waits.
   */
  flush(): void;
  /** Resolves when nothing is being written or waits, whether it got there or not. */
  settled(): Promise<void>;
}

interface Waiting<T> {
  readonly draft: T;
  readonly done: () => void;
  readonly failed: (problem: unknown) => void;
}

/** `write` must begin its work before it returns its promise. */
export function draftKeeper<T>(write: (draft: T) => Promise<void>): DraftKeeper<T> {
  let writing = false;
  /** Those that wait for one write of the newest of them. */
  let waiting: Waiting<T>[] = [];
  let idle: (() => void)[] = [];

  const begin = () => {
    const served = waiting;
    const last = served.at(-1);
    if (last === undefined) {
      writing = false;
      for (const tell of idle) tell();
      idle = [];
      return;
    }
    writing = true;
    waiting = [];
    write(last.draft).then(
      () => {
        for (const { done } of served) done();
        begin();
      },
      (problem: unknown) => {
        for (const { failed } of served) failed(problem);
        begin();
      },
    );
  };

  return {
    keep: (draft) =>
      new Promise((done, failed) => {
        waiting.push({ draft, done, failed });
        if (!writing) begin();
      }),
    flush() {
      if (writing && waiting.length > 0) begin();
    },
    settled: () =>
      new Promise((tell) => {
        if (writing) idle.push(tell);
        else tell();
      }),
  };
}
