/** Parts of the program that come when they are needed, and are shown the moment they are there. */
import { useEffect, useState } from "react";

export interface Loadable<T> {
  /** Fetches it, once; call it early where it is sure to be needed. */
  readonly load: () => Promise<T>;
  /** The part, or null until it is there. What keeps it from coming is thrown into the nearest error boundary. */
  readonly use: () => T | null;
}

/**
 * A part that `fetch` brings. In place of `lazy` and `Suspense`, which hold back what replaces a fallback for up to 300 ms:
 * a printed sheet would wait for that twice, and nobody is there to be spared a flicker.
 */
export function loadable<T>(fetch: () => Promise<T>): Loadable<T> {
  let part: T | null = null;
  let coming: Promise<T> | null = null;
  const load = () => {
    coming ??= fetch().then(
      (fetched) => {
        part = fetched;
        return fetched;
      },
      (error: unknown) => {
        // What did not come once may come when it is asked for again.
        coming = null;
        throw error;
      },
    );
    return coming;
  };
  const use = () => {
    const [current, setCurrent] = useState<{ readonly part: T } | null>(part === null ? null : { part });
    useEffect(() => {
      if (current !== null) return;
      load().then(
        (fetched) => setCurrent({ part: fetched }),
        (error: unknown) =>
          setCurrent(() => {
            throw error;
          }),
      );
    }, [current]);
    return current?.part ?? null;
  };
  return { load, use };
}
