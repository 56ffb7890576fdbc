import { defineConfig } from "@playwright/test";
import { findChromium, launchOptions } from "./electron/backend/printing/chromium.ts";

const chromium = await findChromium();
if (chromium === null) {
  throw new Error("No Chromium to test in: set CHROMIUM_PATH to one.");
}

export default defineConfig({
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
  ],
});
