import type { WebContents } from "electron";

/** Checklist 12: a `<webview>` that gets into a page all the same is not attached, whatever options it asks for. */
export function refuseWebviews(contents: Pick<WebContents, "on">): void {
  contents.on("will-attach-webview", (event) => event.preventDefault());
}
