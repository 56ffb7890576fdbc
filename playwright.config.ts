import { defineConfig } from "@playwright/test";
import type { Hosted, Started } from "./e2e/fixtures/host.ts";
import { findChromium, launchOptions } from "./electron/backend/printing/chromium.ts";
import { root } from "./scripts/root.ts";
import { electronProgram, hasDisplay } from "./scripts/start/desktop.ts";

const chromium = await findChromium();
if (chromium === null) {
  throw new Error("No Chromium to test in: set CHROMIUM_PATH to one.");
}

/**
 * What is about the browser host alone (its address, its cookie, its requests, its end), about two tabs, or about no window at all.
 */
const browserOnly = ["command-line", "desktop", "library", "print", "security", "session", "start", "trouble"].map(
  (name) => `**/${name}.spec.ts`,
);

/** Why the journeys do not run in Electron's own window as well; null when they do. */
const withoutElectron =
  electronProgram(root, process.env) === null
    ? "Electron's program is not here"
    : hasDisplay(process.platform, process.env)
      ? null
      : "there is no display for its window";

// Workers load this file too; the line is for whoever started the run.
if (withoutElectron !== null && process.env.TEST_WORKER_INDEX === undefined) {
  console.log(`The project electron is left out: ${withoutElectron}.`);
}

export default defineConfig<Started, Hosted>({
  testDir: "e2e/specs",
  outputDir: "test-results",
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  // A limit for what hangs, not for what is slow: axe reads every cell of a sheet, and a busy machine takes its time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  projects: [
    {
      name: "browser",
      use: {
        browserName: "chromium",
        launchOptions: launchOptions(chromium),
        viewport: { width: 1280, height: 800 },
        locale: "en-GB",
        timezoneId: "UTC",
        // A trace of every test costs a third of the time; --trace on makes them where they are wanted.
        trace: "off",
        screenshot: "only-on-failure",
      },
    },
    ...(withoutElectron === null
      ? [
          {
            name: "electron",
            testIgnore: browserOnly,
            use: { hostKind: "electron" as const, launchOptions: launchOptions(chromium), trace: "off" as const },
          },
        ]
      : []),
  ],
});
