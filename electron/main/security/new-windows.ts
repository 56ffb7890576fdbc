import type { WebContents } from "electron";

/**
 * Checklist 14: a page opens no window. The address of a source goes to the person's own browser, by way of `openOutside`, which
 * has its own doubts.
 */
export function refuseNewWindows(
  contents: Pick<WebContents, "setWindowOpenHandler">,
  openOutside: (address: string) => void,
): void {
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: "deny" };
  });
}
