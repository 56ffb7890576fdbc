import type { WebContents, WebFrameMain } from "electron";
import { isOurs } from "../app-address.ts";

/** What is looked at of a frame that sends a message. */
export type SendingFrame = Pick<WebFrameMain, "url" | "parent">;

/**
 * Checklist 17: whether a message comes from the page itself: the main frame of its window, at an address of ours. A frame that has
 * gone meanwhile is null, and nobody.
 */
export function isTrusted(frame: SendingFrame | null, contents: Pick<WebContents, "mainFrame">): boolean {
  return frame !== null && frame.parent === null && frame === contents.mainFrame && isOurs(frame.url);
}
