import type { WebContents } from "electron";
import { isOurs } from "../app-address.ts";

/**
 * Checklist 13: a window stays on pages of ours. A link, a script, a form, a file dropped on the window and a redirect lead nowhere
 * else; in a frame nothing is opened at all, since no page of ours has one.
 */
export function keepToOurPages(contents: Pick<WebContents, "on">): void {
  contents.on("will-navigate", (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on("will-frame-navigate", (event) => {
    if (!event.isMainFrame || !isOurs(event.url)) event.preventDefault();
  });
  contents.on("will-redirect", (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
}
