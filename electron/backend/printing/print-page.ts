/** One sheet in one page of a running Chromium: from the print route to the PDF's bytes. */
import type { Page } from "playwright-core";
import { sessionCookieName } from "../http/guards/session.ts";
import type { Press } from "./press.ts";
import type { PrintJob } from "./print-jobs.ts";
import { readySignal } from "./ready-signal.ts";

/** The page said that it cannot be printed, or broke. The message tells what it said. */
export class PageError extends Error {
  override readonly name = "PageError";
}

/**
 * Opens a page for the job, waits for its signal and prints it. The paper's size is the page's own (`@page`).
 *
 * @throws PageError, or Playwright's own error when the browser failed.
 */
export async function printPage(press: Press, job: PrintJob): Promise<Uint8Array> {
  const { browser, server, session, jobs, defects } = press;
  const context = await browser.newContext({
    // Charts draw their canvases three times as fine by themselves: a screen as fine would be painted for nobody.
    deviceScaleFactor: 1,
    viewport: { width: 800, height: 600 },
    colorScheme: "light",
    reducedMotion: "reduce",
    locale: job.locale,
    acceptDownloads: false,
    serviceWorkers: "block",
  });
  try {
    const cookie = { name: sessionCookieName(server.port), value: session, url: server.origin };
    await context.addCookies([{ ...cookie, httpOnly: true, sameSite: "Strict" }]);
    const page = await context.newPage();
    const broken = watch(page);
    await page.goto(`${server.origin}/print/${jobs.prepare(job)}`, { waitUntil: "commit" });
    const error = await Promise.race([page.evaluate<string | null>(readySignal), broken.happened]);
    if (error !== null) throw new PageError([error, ...broken.troubles, ...defects.splice(0)].join(" "));
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  } finally {
    await context.close();
  }
}

/** Collects what goes wrong in the page; `happened` rejects when it is so broken that no signal will come. */
function watch(page: Page): { readonly troubles: readonly string[]; readonly happened: Promise<never> } {
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  page.on("requestfailed", (request) => {
    troubles.push(`${request.url()}: ${request.failure()?.errorText ?? "failed"}.`);
  });
  const happened = new Promise<never>((_, reject) => {
    page.on("pageerror", (error) => reject(new PageError([`${error.message}.`, ...troubles].join(" "))));
    page.on("crash", () => reject(new PageError("The page crashed.")));
  });
  // The race may be over when the page breaks; nobody listens then.
  happened.catch(() => {});
  return { troubles, happened };
}
