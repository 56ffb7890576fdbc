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
  timeout: 30_000,
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
        trace: "retain-on-failure",
      },
    },
  ],
});
