/** `npm run pictures`: photographs every screen, light and dark, into docs/pictures/. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findChromium, launchOptions } from "../electron/backend/printing/chromium.ts";
import { ensureBuilt } from "./ensure-built.ts";
import { photograph } from "./pictures/photograph.ts";
import { root } from "./root.ts";

await ensureBuilt(root);
const found = await findChromium();
if (found === null) throw new Error("No Chromium to take pictures with: set CHROMIUM_PATH to one.");
const folder = process.argv[2] ?? join(root, "docs", "pictures");
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(launchOptions(found));
try {
  for (const scheme of ["light", "dark"] as const) {
    for await (const name of photograph(root, browser, scheme, folder)) console.log(name);
  }
} finally {
  await browser.close();
}
