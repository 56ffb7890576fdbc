import type { WebContents } from "electron";
import { keepToOurPages } from "./navigation.ts";
import { refuseNewWindows } from "./new-windows.ts";
import { refuseWebviews } from "./webview-attach.ts";

/** What holds for everything that shows a page, however it came to be: called for each as it is created. */
export function guardContents(
  contents: Pick<WebContents, "on" | "setWindowOpenHandler">,
  openOutside: (address: string) => void,
): void {
  refuseWebviews(contents);
  keepToOurPages(contents);
  refuseNewWindows(contents, openOutside);
}
