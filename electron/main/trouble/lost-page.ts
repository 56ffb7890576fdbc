import type { App, BrowserWindow, Dialog } from "electron";
import type { Log } from "../startup/log-file.ts";

interface Means {
  readonly app: Pick<App, "quit">;
  readonly dialog: Pick<Dialog, "showMessageBox">;
  readonly log: Log;
}

type Watched = Pick<BrowserWindow, "on" | "isDestroyed"> & {
  readonly webContents: Pick<BrowserWindow["webContents"], "on" | "reload" | "forcefullyCrashRenderer">;
};

const KEPT = "What you typed is kept as a draft, and what you saved is in the record.";

/** When the page's process ends by itself: offers to load it again. It asks each time, so a page that cannot live is no loop. */
export function offerReloadAfterCrash(window: Watched, means: Means): void {
  const { app, dialog, log } = means;
  window.webContents.on("render-process-gone", async (_, { reason, exitCode }) => {
    if (reason === "clean-exit") return;
    log(`The page's process ended: ${reason}, ${exitCode}.`);
    if (window.isDestroyed()) return;
    const { response } = await dialog.showMessageBox(window as BrowserWindow, {
      type: "error",
      message: reason === "oom" ? "Flopsheet's page ran out of memory." : "Flopsheet's page has stopped.",
      detail: KEPT,
      buttons: ["Load it again", "Quit"],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (window.isDestroyed()) return;
    if (response === 0) window.webContents.reload();
    else app.quit();
  });
}

/** When the page answers nothing for a while: offers to wait or to load it again, and takes the question back if it recovers. */
export function offerReloadWhenStuck(window: Watched, { dialog, log }: Pick<Means, "dialog" | "log">): void {
  let asking: AbortController | null = null;
  window.on("unresponsive", async () => {
    if (asking !== null) return;
    log("The page does not respond.");
    const question = new AbortController();
    asking = question;
    const { response } = await dialog.showMessageBox(window as BrowserWindow, {
      type: "warning",
      message: "Flopsheet does not respond.",
      detail: `A large plan may take a moment. ${KEPT}`,
      buttons: ["Wait", "Load it again"],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: question.signal,
    });
    asking = null;
    if (response !== 1 || question.signal.aborted || window.isDestroyed()) return;
    window.webContents.forcefullyCrashRenderer();
    window.webContents.reload();
  });
  window.on("responsive", () => asking?.abort());
}

/** Notes when one of Chromium's helpers ends, as the one that draws; Chromium starts it anew by itself. */
export function noteLostHelpers(app: Pick<App, "on">, log: Log): void {
  app.on("child-process-gone", (_, { type, reason, exitCode, name }) => {
    if (reason !== "clean-exit") log(`${name ?? type} ended: ${reason}, ${exitCode}.`);
  });
}
