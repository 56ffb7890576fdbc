import type { Browser } from "playwright-core";
import { type Chromium, launchOptions } from "./chromium.ts";

/** A Chromium that is there does not start. The message is what it said itself. */
export class LaunchError extends Error {
  override readonly name = "LaunchError";
}

/**
 * Starts a Chromium, within its sandbox where the system lets it have one.
 *
 * Some distributions forbid it to programs that they did not install (Ubuntu since 23.10 without an AppArmor profile), and
 * a Chromium from npm then does not start at all. It is started without: all it ever opens is our own page from our own
 * loopback server, under a content policy that allows nothing else.
 *
 * @throws LaunchError
 */
export async function launchChromium(chromium: Chromium): Promise<Browser> {
  const { chromium: playwright } = await import("playwright-core");
  const options = { ...launchOptions(chromium), handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  try {
    return await playwright.launch(options);
  } catch (error) {
    if (!/sandboxing failed/i.test(String(error))) throw new LaunchError(ownWords(error));
  }
  try {
    return await playwright.launch({ ...options, args: [...options.args, "--no-sandbox"] });
  } catch (error) {
    throw new LaunchError(ownWords(error));
  }
}

/** The browser's first line on standard error, out of Playwright's long report; else the report's first line. */
function ownWords(error: unknown): string {
  const report = error instanceof Error ? error.message : String(error);
  const said = /\[err\] (.+)/.exec(report)?.[1] ?? report.split("\n", 1)[0] ?? "";
  // Playwright colours its report, also in files.
  return said.replaceAll("\u001b[22m", "").trim();
}
