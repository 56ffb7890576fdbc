import type { Browser } from "playwright-core";
import { err, ok } from "../../../shared/lib/result.ts";
import { type LoopbackServer, startLoopbackServer } from "../http/loopback-server.ts";
import { newSecret } from "../http/secret.ts";
import type { StaticFiles } from "../http/static-files.ts";
import type { Chromium } from "./chromium.ts";
import { launchChromium } from "./launch.ts";
import { createPrintJobs, type PrintJobs } from "./print-jobs.ts";

/** A running browser, and a server of its own whose only answers are the renderer's files and the sheets to print. */
export interface Press {
  readonly browser: Browser;
  readonly server: LoopbackServer;
  /** What the server lets a browser in by; known to this process and its browser alone. */
  readonly session: string;
  readonly jobs: PrintJobs;
  /** What went wrong inside the server, for whoever reports the failure to take out. */
  readonly defects: string[];
  /** Resolves when the browser has ended, by `close` or by itself. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** @throws LaunchError when the browser does not start; the system's error when the files cannot be read. */
export async function startPress(chromium: Chromium, files: () => Promise<StaticFiles>): Promise<Press> {
  const session = newSecret();
  const jobs = createPrintJobs();
  const defects: string[] = [];
  const [launched, loaded] = await Promise.allSettled([launchChromium(chromium), files()]);
  if (launched.status === "rejected") throw launched.reason;
  const browser = launched.value;
  try {
    if (loaded.status === "rejected") throw loaded.reason;
    const server = await startLoopbackServer(0, () => ({
      files: loaded.value,
      handlers: {
        "print.take": ({ job }) => {
          const taken = jobs.take(job);
          return taken === undefined
            ? err({ code: "notFound", message: "This sheet was printed already." })
            : ok(taken);
        },
      },
      session,
      onDefect: (error) => defects.push(String(error)),
    }));
    const ended = new Promise<void>((resolve) => {
      browser.on("disconnected", () => resolve(server.close()));
    });
    return {
      browser,
      server,
      session,
      jobs,
      defects,
      ended,
      close: () => browser.close().then(() => ended),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
