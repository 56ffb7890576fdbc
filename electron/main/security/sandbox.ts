import type { App } from "electron";

/** Checklist 4: a page's process may ask the system for nothing; what breaks out of Chromium's engine stands in an empty room. */
export const sandboxed = { sandbox: true } as const;

/** Sandboxes every page there will ever be, also one whose preferences forget it. Must be called before the app is ready. */
export function sandboxEverything(app: Pick<App, "enableSandbox">): void {
  app.enableSandbox();
}

/** Why a start is refused whose command line takes the sandbox away; null when it stands. */
export function refuseWithoutSandbox(commandLine: Pick<App["commandLine"], "hasSwitch">): string | null {
  if (!commandLine.hasSwitch("no-sandbox")) return null;
  return (
    "Flopsheet does not run with --no-sandbox: it would open its pages without their protection. " +
    "Where the sandbox cannot be had, use the browser host, which opens Flopsheet in your browser."
  );
}
