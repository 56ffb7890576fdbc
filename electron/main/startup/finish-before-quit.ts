import type { App } from "electron";

/** Ends with the window, on every system: the record is then free for another host. */
export function quitWithWindow(app: Pick<App, "on" | "quit">): void {
  app.on("window-all-closed", () => app.quit());
}

/** Lets `work` come to its end, good or bad, before the program does. */
export function finishBeforeQuit(app: Pick<App, "on" | "quit">, work: () => Promise<unknown>): void {
  let state: "running" | "finishing" | "finished" = "running";
  app.on("will-quit", (event) => {
    if (state === "finished") return;
    event.preventDefault();
    if (state === "finishing") return;
    state = "finishing";
    void work()
      .catch(() => {})
      .finally(() => {
        state = "finished";
        app.quit();
      });
  });
}
