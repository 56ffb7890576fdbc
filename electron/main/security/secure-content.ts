import type { Session } from "electron";
import { isOurs } from "../app-address.ts";

/**
 * Checklist 1: a page loads what the program brings and nothing else. That is stronger than "only over https": no request leaves
 * the machine, whatever gets into a page.
 */
function mayLoad(address: string, development: boolean): boolean {
  if (isOurs(address)) return true;
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  // What a page makes itself: a file to save. Its address holds the origin of the page that made it.
  if (protocol === "blob:") return isOurs(address.slice("blob:".length));
  return development && protocol === "devtools:";
}

/** Cancels every request of a session for anything else. */
export function onlyOurContent(session: Pick<Session, "webRequest">, development: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, development) }));
}
