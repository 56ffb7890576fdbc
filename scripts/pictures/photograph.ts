/** Takes the pictures: a host with an empty record, a browser in one scheme, screen after screen. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { addressOf } from "../host/address-of.ts";
import { screens } from "./screens.ts";

const SIZE = { width: 1440, height: 900 } as const;

/** Writes `<screen>-<scheme>.png` into `folder` for every screen, and yields each name. */
export async function* photograph(
  root: string,
  browser: Browser,
  scheme: "light" | "dark",
  folder: string,
): AsyncGenerator<string> {
  const data = mkdtempSync(join(tmpdir(), "flopsheet-pictures-"));
  const host = spawn(process.execPath, [join(root, "out", "server", "main.js"), "--no-open", "--port", "0"], {
    env: { ...process.env, FLOPSHEET_DATA_DIR: data },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const context = await browser.newContext({
    viewport: SIZE,
    colorScheme: scheme,
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: "UTC",
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const entrance = await addressOf(host);
    await page.goto(entrance);
    await page.waitForURL((url) => !url.searchParams.has("token"));
    for (const { name, path, act } of screens) {
      await page.goto(new URL(path, entrance).href);
      await page.locator("#main").waitFor();
      await page.waitForLoadState("networkidle");
      await act?.(page);
      await page.evaluate("document.fonts.ready");
      await page.waitForLoadState("networkidle");
      const file = `${name}-${scheme}.png`;
      await page.screenshot({ path: join(folder, file), animations: "disabled", caret: "hide" });
      yield file;
    }
  } finally {
    await context.close();
    host.kill();
    rmSync(data, { recursive: true, force: true });
  }
}
