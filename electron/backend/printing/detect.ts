import { type Chromium, findChromium, type Machine } from "./chromium.ts";
import { bundledChromium } from "./chromium-bundled.ts";

/**
 * A Chromium of this machine, or null, as `findChromium` but cheaper where possible: Playwright's own is looked for last,
 * since only Playwright knows where that would be and takes half a second to load. Good for telling whether there is one.
 *
 * @throws ChromiumError as `findChromium` does.
 */
export async function detectChromium(env: NodeJS.ProcessEnv = process.env): Promise<Chromium | null> {
  const withoutPlaywright: Machine = {
    platform: process.platform,
    architecture: process.arch,
    isRoot: process.getuid?.() === 0,
    playwrightPath: () => Promise.resolve(""),
    bundled: bundledChromium,
  };
  return (await findChromium(env, withoutPlaywright)) ?? (await findChromium(env));
}
