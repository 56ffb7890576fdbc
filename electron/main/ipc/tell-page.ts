import type { WebContents } from "electron";
import type { HostEvent } from "../../../shared/contract/host-events.ts";
import { ipcChannel } from "../../../shared/contract/names.ts";

/** Tells the page of a window something unasked. */
export type TellPage = (event: HostEvent) => void;

/** What is told while the page loads, or after its process has ended, waits until a page is there to hear it. */
export function createTellPage(contents: Pick<WebContents, "on" | "send" | "isDestroyed">): TellPage {
  const waiting: HostEvent[] = [];
  let isThere = false;
  const send = () => {
    for (const event of waiting.splice(0)) contents.send(ipcChannel, event);
  };
  contents.on("did-start-navigation", ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) isThere = false;
  });
  contents.on("render-process-gone", () => {
    isThere = false;
  });
  contents.on("did-finish-load", () => {
    isThere = true;
    send();
  });
  return (event) => {
    if (contents.isDestroyed()) return;
    waiting.push(event);
    if (isThere) send();
  };
}
