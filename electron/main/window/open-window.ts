import type { BrowserWindow } from "electron";
import { pageAddress } from "../app-address.ts";

type Shown = Pick<BrowserWindow, "once" | "show" | "maximize" | "loadURL">;

/** Loads the app's first page and shows the window with it, not before. Rejects when the page cannot be loaded. */
export async function showWithPage(window: Shown, maximised: boolean): Promise<void> {
  window.once("ready-to-show", () => {
    if (maximised) window.maximize();
    window.show();
  });
  await window.loadURL(pageAddress("/"));
}

/** Brings the window to the front, also one that was minimised: what a person expects who starts the program again. */
export function bringToFront(window: Pick<BrowserWindow, "isDestroyed" | "isMinimized" | "restore" | "focus">): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
