/** Says that the list of projects is another one now, so that whoever shows it reads it again. */
import { useSyncExternalStore } from "react";

let count = 0;
const listeners = new Set<() => void>();

export function listChanged(): void {
  count += 1;
  for (const listener of listeners) listener();
}

/** Another number after every change. */
export const useListChanges = (): number => useSyncExternalStore(subscribe, () => count);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
