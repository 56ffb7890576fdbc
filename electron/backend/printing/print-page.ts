/** One sheet in one page of a running Chromium: from the print route to the PDF's bytes. */
import type { Page } from "playwright-core";
import { sessionCookieName } from "../http/guards/session.ts";
import type { Press } from "./press.ts";
import type { PrintJob } from "./print-jobs.ts";

/** The page said that it cannot be printed, or broke. The message tells what it said. */
export class PageError extends Error {
  override readonly name = "PageError";
}

/**
 * Resolves when the page says that fonts and charts are drawn, by `<html data-print-ready="true">`, or that they never will
 * be, by `"error"` with `data-print-error`. It runs in the page; as text, since this side knows no DOM.
 */
const readySignal = `new Promise((resolve) => {
  const root = document.documentElement;
  const look = () => {
    const { printReady, printError } = root.dataset;
    if (printReady === "true") resolve(null);
    if (printReady === "error") resolve(printError ?? "The page does not say why.");
    return printReady === "true" || printReady === "error";
  };
  if (look()) return;
  new MutationObserver((_, observer) => look() && observer.disconnect()).observe(root, { attributes: true });
})`;

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
