/** Typing on the step Clusters of the built app, while workers schedule: what a key costs the page. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CDPSession, chromium, type LaunchOptions } from "playwright-core";
import { addressOf } from "../host/address-of.ts";

/** Sizes of a cluster that are typed, and the pause between two keys. */
const SIZES = ["2048", "4096", "8192", "16384"];
const KEY_MS = 80;

/**
 * Milliseconds that the page's own thread works for a key, everything included that follows from it until the last one is typed. Not a time
 * between frames: that is as much the machine's as the page's.
 */
export async function measureTyping(root: string, options: LaunchOptions, plan: string): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), "flopsheet-bench-"));
  const host = spawn(process.execPath, [join(root, "out", "server", "main.js"), "--no-open", "--port", "0"], {
    env: { ...process.env, FLOPSHEET_DATA_DIR: data },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const browser = await chromium.launch(options);
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    const entrance = await addressOf(host);
    await page.goto(entrance);
    await page.waitForURL((address) => address.search === "");
    await page.goto(new URL("/project/example/text", entrance).href);
    await page.getByRole("textbox", { name: /^Text of / }).fill(plan);
    await page
      .getByRole("link", { name: /^Clusters/ })
      .last()
      .click();
    await page
      .getByRole("button", { name: /^Details of / })
      .last()
      .click();
    const cards = page.locator(".cluster-details-row").getByRole("textbox", { name: "Cards", exact: true });
    await cards.focus();
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const before = await workOf(session);
    for (const size of SIZES) {
      await cards.press("ControlOrMeta+a");
      await page.keyboard.type(size, { delay: KEY_MS });
    }
    return ((await workOf(session)) - before) / SIZES.join("").length;
  } finally {
    await browser.close();
    host.kill();
    rmSync(data, { recursive: true, force: true });
  }
}

/** Milliseconds that the page's thread has worked so far. */
async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1_000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
}
