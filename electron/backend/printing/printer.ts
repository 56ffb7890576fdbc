/** Sheets to PDF, by a Chromium that this machine has. */
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import type { StaticFiles } from "../http/static-files.ts";
import { findInstallation } from "../installation.ts";
import { type Chromium, findChromium } from "./chromium.ts";
import { ChromiumError } from "./chromium-error.ts";
import { countPages } from "./count-pages.ts";
import { detectChromium } from "./detect.ts";
import { LaunchError } from "./launch.ts";
import { type Press, startPress } from "./press.ts";
import { noChromium, type PrintFault } from "./print-fault.ts";
import type { PrintJob } from "./print-jobs.ts";
import { PageError, printPage } from "./print-page.ts";

export interface Pdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

export interface Printer {
  /** Null when this machine can print, else why not. The first call may unpack a Chromium, which takes seconds. */
  unavailable(): Promise<PrintFault | null>;
  print(job: PrintJob): Promise<Result<Pdf, PrintFault>>;
  /** Ends the browser. A later print starts another one. */
  close(): Promise<void>;
}

export interface PrinterOptions {
  /** The built renderer. */
  readonly files: () => Promise<StaticFiles>;
  /** The browser is kept for the next sheet, and ended when none has come for so long. */
  readonly idleMs?: number;
  /** A sheet that takes longer, with the start of the browser, is given up. */
  readonly timeoutMs?: number;
  readonly find?: () => Promise<Chromium | null>;
  readonly detect?: () => Promise<Chromium | null>;
}

/** A printer whose browser starts with the first sheet and serves all that follow. */
export function createPrinter(options: PrinterOptions): Printer {
  const { files, idleMs = 60_000, timeoutMs = 60_000, find = findChromium, detect = detectChromium } = options;
  let press: Promise<Press> | undefined;
  let idle: NodeJS.Timeout | undefined;
  let printing = 0;

  const close = async () => {
    clearTimeout(idle);
    const ending = press;
    press = undefined;
    // One that failed to start has told so to the one who wanted to print.
    const ended = await ending?.catch(() => undefined);
    await ended?.close();
  };

  const running = (chromium: Chromium): Promise<Press> => {
    if (press !== undefined) return press;
    const starting = startPress(chromium, files);
    press = starting;
    const forget = () => {
      if (press === starting) press = undefined;
    };
    starting.then((started) => started.ended.then(forget), forget);
    return starting;
  };

  return {
    async unavailable() {
      const found = await locate(detect);
      return found.ok ? null : found.error;
    },
    async print(job) {
      keepCompiled();
      const found = await locate(find);
      if (!found.ok) return found;
      clearTimeout(idle);
      printing += 1;
      const deadline = startDeadline(timeoutMs);
      try {
        const pdf = await Promise.race([
          running(found.value).then((started) => printPage(started, job)),
          deadline.passed,
        ]);
        return ok({ pdf, pages: countPages(pdf) });
      } catch (error) {
        // What hangs is ended with the browser that it hangs in.
        if (error instanceof DeadlineError) void close();
        return err(printFault(error, found.value));
      } finally {
        deadline.clear();
        printing -= 1;
        if (printing === 0) idle = setTimeout(() => void close(), idleMs).unref();
      }
    },
    close,
  };
}

/** Playwright is 7 MB of source, most of a printing process's own time: the next process finds it compiled already. */
function keepCompiled(): void {
  enableCompileCache(join(findInstallation().root, "node_modules", ".cache", "flopsheet", "compiled"));
}

async function locate(find: () => Promise<Chromium | null>): Promise<Result<Chromium, PrintFault>> {
  try {
    const chromium = await find();
    return chromium === null ? err(noChromium("No Chromium was found on this machine.")) : ok(chromium);
  } catch (error) {
    if (error instanceof ChromiumError) return err(noChromium(sentence(error.message)));
    throw error;
  }
}

class DeadlineError extends Error {
  override readonly name = "DeadlineError";
}

function startDeadline(ms: number): { readonly passed: Promise<never>; clear(): void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineError(`It was not ready after ${ms / 1000} s.`)), ms);
  });
  return { passed, clear: () => clearTimeout(timer) };
}

function printFault(error: unknown, chromium: Chromium): PrintFault {
  const words = sentence(error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error));
  if (error instanceof LaunchError) return noChromium(`${chromium.path} does not start: ${words}`);
  const message = `The sheet could not be printed. ${error instanceof PageError ? error.message : words}`;
  return { code: error instanceof DeadlineError ? "timeout" : "failed", message };
}

const sentence = (words: string) => (words.endsWith(".") ? words : `${words}.`);
