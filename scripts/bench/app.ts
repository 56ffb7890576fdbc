/** The built app in a real browser: how soon it shows something, and how much it loads for that. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium, type LaunchOptions, type Request } from "playwright-core";
import { addressOf } from "../host/address-of.ts";
import { median } from "./measure.ts";

export interface AppMeasurement {
  /** Median milliseconds from asking for the page to its first contentful paint. */
  readonly firstPaint: number;
  /** The same to the first page of the example's sheet, figures and all. */
  readonly sheetShown: number;
  /** Bytes, gzipped, of the page, scripts and style sheets that had come until then; fonts and workers are not among them. */
  readonly firstLoadBytes: number;
  /** How many files those are. */
  readonly firstLoadFiles: number;
  /** Bytes, gzipped, of the workers that count beside the page; when one comes is not seen from the page. */
  readonly workerBytes: number;
  /** And of those that came later: the charts, and what answers the first question. */
  readonly laterBytes: number;
}

/** Measures the host as its own process, as it runs for a user; a fresh browser context each time, nothing cached. */
export async function measureApp(root: string, options: LaunchOptions, samples: number): Promise<AppMeasurement> {
  const data = mkdtempSync(join(tmpdir(), "flopsheet-bench-"));
  const host = startHost(root, data);
  const browser = await chromium.launch(options);
  try {
    const entrance = await addressOf(host);
    const first = await browser.newContext();
    await (await first.newPage()).goto(entrance);
    const storageState = await first.storageState();
    const visits: Visit[] = [];
    for (let sample = 0; sample < samples; sample++) {
      const context = await browser.newContext({ storageState });
      visits.push(await visit(context, new URL(EXAMPLE_SHEET, entrance).href));
      await context.close();
    }
    const [weighed] = visits;
    if (weighed === undefined) throw new RangeError("no sample was asked for");
    return {
      firstPaint: median(visits.map((one) => one.firstPaint)),
      sheetShown: median(visits.map((one) => one.sheetShown)),
      firstLoadBytes: weighed.firstLoadBytes,
      firstLoadFiles: weighed.firstLoadFiles,
      workerBytes: weighed.workerBytes,
      laterBytes: weighed.laterBytes,
    };
  } finally {
    await browser.close();
    host.kill();
    rmSync(data, { recursive: true, force: true });
  }
}

/**
 * Median milliseconds from starting the host, as its own process with a record that is there already, to the first paint in a browser
 * that is running already.
 */
export async function measureStart(root: string, options: LaunchOptions, samples: number): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), "flopsheet-bench-"));
  const browser = await chromium.launch(options);
  const times: number[] = [];
  try {
    // The first start makes the record, the second takes the day's backup.
    for (let sample = -2; sample < samples; sample++) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const started = Date.now();
      const host = startHost(root, data);
      const ended = once(host, "exit");
      try {
        await page.goto(await addressOf(host));
        // The page that takes the token is left at once for the app's own.
        await page.waitForURL((address) => address.search === "");
        await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
        const painted = await page.evaluate(() => {
          const [paint] = performance.getEntriesByName("first-contentful-paint");
          return performance.timeOrigin + (paint?.startTime ?? Number.NaN);
        });
        if (sample >= 0) times.push(painted - started);
      } finally {
        await context.close();
        host.kill();
        await ended;
      }
    }
    return median(times);
  } finally {
    await browser.close();
    rmSync(data, { recursive: true, force: true });
  }
}

function startHost(root: string, data: string): ChildProcess {
  return spawn(process.execPath, [join(root, "out", "server", "main.js"), "--no-open", "--port", "0"], {
    env: { ...process.env, FLOPSHEET_DATA_DIR: data },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

type Visit = AppMeasurement;

const WEIGHED: readonly string[] = ["document", "script", "stylesheet"];
/** What is weighed: the sheet of the shipped example. */
const EXAMPLE_SHEET = "/project/example/sheet";
const SHOWN = "flopsheet-bench-sheet-shown";

/** Runs in the page; as text, since this side knows no DOM. */
const MARK_SHEET = `new MutationObserver((_, observer) => {
  if (document.querySelector("[data-page]") === null) return;
  performance.mark("${SHOWN}");
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });`;

async function visit(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage();
  const asked: Request[] = [];
  page.on("request", (request) => {
    if (WEIGHED.includes(request.resourceType())) asked.push(request);
  });
  await page.addInitScript(MARK_SHEET);
  await page.goto(address);
  await page.locator("canvas").first().waitFor();
  const { firstPaint, sheetShown, later } = await page.evaluate((mark) => {
    const at = performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN;
    const resources = performance.getEntriesByType("resource");
    return {
      firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
      sheetShown: at,
      later: resources.filter((one) => "responseEnd" in one && Number(one.responseEnd) > at).map((one) => one.name),
    };
  }, SHOWN);
  const workers = asked.filter((request) => request.url().includes(".worker-"));
  const first = asked.filter((request) => !workers.includes(request) && !later.includes(request.url()));
  return {
    firstPaint,
    sheetShown,
    firstLoadBytes: await weigh(first),
    firstLoadFiles: first.length,
    workerBytes: await weigh(workers),
    laterBytes: await weigh(asked.filter((request) => later.includes(request.url()))),
  };
}

async function weigh(requests: readonly Request[]): Promise<number> {
  let bytes = 0;
  for (const request of requests) {
    const body = await (await request.response())?.body();
    if (body !== undefined) bytes += gzipSync(body).byteLength;
  }
  return bytes;
}
