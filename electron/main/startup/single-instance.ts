import type { App } from "electron";
import { planArguments } from "./plan-arguments.ts";

/**
 * Whether this is the only Flopsheet on its data directory. A later start hands its files over to this one, brings its window to
 * the front, and is told to end: the record has one owner.
 */
export function isOnlyInstance(
  app: Pick<App, "requestSingleInstanceLock" | "on">,
  whenAgain: (paths: readonly string[]) => void,
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on("second-instance", (_, words, folder) => whenAgain(planArguments(words, folder)));
  return true;
}
