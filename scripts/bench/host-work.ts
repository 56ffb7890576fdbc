/** Work that runs in other processes: the command line, the printer, the app in a browser. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium, type LaunchOptions } from "playwright-core";
import { median } from "./measure.ts";

/** Median milliseconds of a whole process from start to exit. */
export function timeProcess(command: string, args: readonly string[], samples: number): number {
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const start = performance.now();
    const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stderr}`);
    times.push(performance.now() - start);
  }
  return median(times);
}

/**
 * Bytes, gzipped, of what the first page needs before it can show anything: every script and style sheet that the page
 * names, and whatever those import at once.
 */
export function firstLoadBytes(renderer: string): number {
  const page = readFileSync(join(renderer, "index.html"), "utf8");
  const files = new Set(
    [...page.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? ""),
  );
  for (const file of files) {
    const text = readFileSync(join(renderer, file), "utf8");
    for (const match of text.matchAll(/(?:^|[;}\s])import(?:[^"'();]*?from)?\s*["']\.\/([^"']+\.js)["']/g)) {
      files.add(`assets/${match[1]}`);
    }
  }
  let bytes = gzipSync(page).byteLength;
  for (const file of files) bytes += gzipSync(readFileSync(join(renderer, file))).byteLength;
  return bytes;
}

/**
 * Median milliseconds from asking for the page to its first contentful paint, in a fresh browser context each time. The
 * host runs as its own process, as it does for a user.
 */
export async function timeFirstPaint(root: string, options: LaunchOptions, samples: number): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), "flopsheet-bench-"));
  const host = spawn(process.execPath, [join(root, "out", "server", "main.js"), "--no-open", "--port", "0"], {
    env: { ...process.env, FLOPSHEET_DATA_DIR: data },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const browser = await chromium.launch(options);
  try {
    const address = await addressOf(host);
    const first = await browser.newContext();
    await (await first.newPage()).goto(address);
    const state = await first.storageState();
    const times: number[] = [];
    for (let sample = 0; sample < samples; sample++) {
      const context = await browser.newContext({ storageState: state });
      const page = await context.newPage();
      await page.goto(new URL("/", address).href);
      const paint = await page.waitForFunction(
        () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
      );
      times.push((await paint.jsonValue()) ?? Number.NaN);
      await context.close();
    }
    return median(times);
  } finally {
    await browser.close();
    host.kill();
    rmSync(data, { recursive: true, force: true });
  }
}

/** The address in the host's own words. */
async function addressOf(host: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of host.stdout ?? []) {
    text += String(chunk);
    const found = /http:\/\/\S+/.exec(text);
    if (found) return found[0];
  }
  throw new Error(`the host ended without an address: ${text}`);
}
