import type { App } from "electron";
import { planArguments } from "./plan-arguments.ts";

/** Files that the system hands over, before there is a window and after. */
export interface OpenedFiles {
  readonly add: (paths: readonly string[]) => void;
  /** From now on every file goes to `open`, those that waited first. */
  readonly deliver: (open: (path: string) => void) => void;
}

/**
 * Collects the files of the command line, and those that macOS opens with an event of its own, which may come before the program is
 * ready.
 */
export function collectFiles(app: Pick<App, "on">, words: readonly string[], folder: string): OpenedFiles {
  const waiting: string[] = [];
  let open: ((path: string) => void) | null = null;
  const add = (paths: readonly string[]) => {
    for (const path of paths) {
      if (open === null) waiting.push(path);
      else open(path);
    }
  };
  add(planArguments(words, folder));
  app.on("open-file", (event, path) => {
    event.preventDefault();
    add([path]);
  });
  return {
    add,
    deliver: (next) => {
      open = next;
      for (const path of waiting.splice(0)) next(path);
    },
  };
}
