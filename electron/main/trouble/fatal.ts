import type { App, Dialog } from "electron";
import { describeDefect } from "../../backend/terminal/run-program.ts";
import type { Log } from "../startup/log-file.ts";

interface Means {
  readonly app: Pick<App, "exit">;
  readonly dialog: Pick<Dialog, "showErrorBox">;
  readonly log: Log;
  readonly logPath: string;
}

/** Ends the program over what it cannot go on with, and says so in the log and, once, to the person. */
export interface Fatal {
  /** Something that the person can mend, in words for them. */
  readonly because: (message: string) => void;
  /** A defect of the program. */
  readonly defect: (error: unknown) => void;
}

export function createFatal({ app, dialog, log, logPath }: Means): Fatal {
  let told = false;
  const end = (message: string, noted: string) => {
    log(noted);
    // What breaks while the box is up, or because of what broke, is in the log.
    if (told) return;
    told = true;
    dialog.showErrorBox("Flopsheet cannot go on", `${message}\n\nThe log is ${logPath}.`);
    app.exit(1);
  };
  return {
    because: (message) => end(message, message),
    defect: (error) => end(describeDefect(error, false), describeDefect(error, true)),
  };
}

/** Takes what nobody caught for a defect: after it nothing in the process can be relied on. What is saved is safe. */
export function catchDefects(process: Pick<NodeJS.Process, "on">, fatal: Fatal): void {
  process.on("uncaughtException", (error) => fatal.defect(error));
  process.on("unhandledRejection", (reason) => fatal.defect(reason));
}
