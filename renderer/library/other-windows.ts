/** How windows of the same browser tell each other that the library changed. */
import { type LibraryKind, libraryKinds } from "../../shared/contract/methods/library.ts";

let channel: BroadcastChannel | null = null;
const opened = (): BroadcastChannel => {
  channel ??= new BroadcastChannel("flopsheet-library");
  return channel;
};

export const tellOtherWindows = (kind: LibraryKind): void => opened().postMessage(kind);

/** Calls back when another window tells of a change, and when this one is looked at again: another program may have changed it. */
export function hearOtherWindows(kind: LibraryKind, changed: () => void): () => void {
  const hear = ({ data }: MessageEvent<unknown>) => {
    if (libraryKinds.find((known) => known === data) === kind) changed();
  };
  opened().addEventListener("message", hear);
  addEventListener("focus", changed);
  return () => {
    opened().removeEventListener("message", hear);
    removeEventListener("focus", changed);
  };
}
