/** Sheets to PDF by Electron's own Chromium, in a window that nobody sees. */
import type { BrowserWindow } from "electron";
import { err, ok } from "../../../shared/lib/result.ts";
import { countPages } from "../../backend/printing/count-pages.ts";
import { createPrintJobs, type PrintJob } from "../../backend/printing/print-jobs.ts";
import type { Pdf, Printer } from "../../backend/printing/printer.ts";
import { readySignal } from "../../backend/printing/ready-signal.ts";
import { pageAddress } from "../app-address.ts";
import { answerQuestions } from "../ipc/answer-questions.ts";
import { pdfOptions } from "./print-window-options.ts";

/** What is needed of a window to print in it. */
export type PrintWindow = Pick<BrowserWindow, "loadURL" | "destroy" | "isDestroyed"> & {
  readonly webContents: Pick<
    BrowserWindow["webContents"],
    "ipc" | "mainFrame" | "on" | "executeJavaScript" | "printToPDF"
  >;
};

interface Options {
  /** Opens a hidden window; it is destroyed when its sheet is printed. */
  readonly open: () => PrintWindow;
  readonly onDefect: (defect: unknown) => void;
  /** A sheet that takes longer is given up, with its window. */
  readonly timeoutMs?: number;
}

class PageError extends Error {
  override readonly name = "PageError";
}

class DeadlineError extends Error {
  override readonly name = "DeadlineError";
}

/** A printer that needs nothing of the machine but Electron itself. Each sheet has a window of its own. */
export function createWindowPrinter({ open, onDefect, timeoutMs = 60_000 }: Options): Printer {
  const windows = new Set<PrintWindow>();
  return {
    unavailable: () => Promise.resolve(null),
    async print(job) {
      const window = open();
      windows.add(window);
      let timer: NodeJS.Timeout | undefined;
      const deadline = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new DeadlineError(`It was not ready after ${timeoutMs / 1000} s.`)), timeoutMs);
      });
      try {
        return ok(await Promise.race([printIn(window, job, onDefect), deadline]));
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        const message = `The sheet could not be printed. ${words.endsWith(".") ? words : `${words}.`}`;
        return err({ code: error instanceof DeadlineError ? "timeout" : "failed", message });
      } finally {
        clearTimeout(timer);
        windows.delete(window);
        if (!window.isDestroyed()) window.destroy();
      }
    },
    close() {
      for (const window of windows) if (!window.isDestroyed()) window.destroy();
      return Promise.resolve();
    },
  };
}

/** From the print route to the bytes. The window can ask for one sheet, once, and for nothing else. */
async function printIn(window: PrintWindow, job: PrintJob, onDefect: (defect: unknown) => void): Promise<Pdf> {
  const contents = window.webContents;
  const jobs = createPrintJobs();
  answerQuestions(
    contents,
    {
      "print.take": ({ job: id }) => {
        const taken = jobs.take(id);
        return taken === undefined ? err({ code: "notFound", message: "This sheet was printed already." }) : ok(taken);
      },
    },
    onDefect,
  );
  const page = watch(contents);
  const ready = async (): Promise<string | null> => {
    await window.loadURL(pageAddress(`/print/${jobs.prepare(job)}`));
    return contents.executeJavaScript(readySignal) as Promise<string | null>;
  };
  const error = await Promise.race([ready(), page.broken]);
  if (error !== null) throw new PageError([error, ...page.troubles].join(" "));
  const pdf = await Promise.race([contents.printToPDF(pdfOptions), page.broken]);
  return { pdf, pages: countPages(pdf) };
}

/** Collects what the page complains of; `broken` rejects when no signal will come any more. */
function watch(contents: PrintWindow["webContents"]): {
  readonly troubles: readonly string[];
  readonly broken: Promise<never>;
} {
  const troubles: string[] = [];
  const broken = new Promise<never>((_, reject) => {
    contents.on("console-message", ({ level, message }) => {
      if (level !== "error") return;
      troubles.push(message);
      if (message.startsWith("Uncaught ")) reject(new PageError(troubles.join(" ")));
    });
    contents.on("render-process-gone", (_event, { reason }) => {
      reject(new PageError(`Its process ended: ${reason}.`));
    });
  });
  // The race may be over when the page breaks; nobody listens then.
  broken.catch(() => {});
  return { troubles, broken };
}
