/** One tab writes a draft; the others read along. */

export interface DraftLock {
  /** Whether this tab is the writer from the start. */
  readonly isMine: boolean;
  /** Resolves when this tab becomes the writer; at once when it is already, never when it is released before. */
  readonly mine: Promise<void>;
  /** Lets another tab write. */
  release(): void;
}

/**
 * Takes the lock of a draft, or waits for it beside the tab that has it. The browser frees the lock of a tab that is closed or
 * crashes.
 */
export async function takeDraftLock(id: string): Promise<DraftLock> {
  const locks = navigator.locks as LockManager | undefined;
  // Without locks (a page that is not secure) there is no telling: every tab writes.
  if (locks === undefined) return { isMine: true, mine: Promise.resolve(), release() {} };
  const name = `flopsheet-draft-${id}`;
  const controller = new AbortController();
  let release: () => void = () => controller.abort();
  const hold = () =>
    new Promise<void>((end) => {
      release = end;
    });

  const isMine = await new Promise<boolean>((answer) => {
    void locks.request(name, { ifAvailable: true }, (lock) => {
      answer(lock !== null);
      return lock === null ? undefined : hold();
    });
  });
  const mine = isMine
    ? Promise.resolve()
    : new Promise<void>((got) => {
        locks
          .request(name, { signal: controller.signal }, () => {
            got();
            return hold();
          })
          // Released before it was had.
          .catch(() => {});
      });
  return { isMine, mine, release: () => release() };
}
