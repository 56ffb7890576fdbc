import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ChromiumError } from "./chromium-error.ts";
import { probe } from "./chromium-probe.ts";
import { type UnpackedChromium, unpackChromium } from "./chromium-unpack.ts";

/** A program and the environment it must be started in. */
export type Runnable = { readonly path: string; readonly env: NodeJS.ProcessEnv };

/**
 * The environment in which an unpacked Chromium starts. The machine's own libraries and fonts are used where it has them.
 * @throws ChromiumError with the loader's words when it starts neither with them nor with those it came with.
 */
export async function runnableChromium(unpacked: UnpackedChromium, env: NodeJS.ProcessEnv): Promise<Runnable> {
  const withFonts = { FONTCONFIG_FILE: unpacked.fontsConf, ...env };
  const asIs = await probe(unpacked.program, withFonts);
  if (asIs.runs) {
    return { path: unpacked.program, env: withFonts };
  }
  const paths = [env.LD_LIBRARY_PATH, unpacked.libraries].filter((path) => path !== undefined && path !== "");
  const withLibraries = { ...withFonts, LD_LIBRARY_PATH: paths.join(":") };
  const helped = await probe(unpacked.program, withLibraries);
  if (helped.runs) {
    return { path: unpacked.program, env: withLibraries };
  }
  throw new ChromiumError(`The Chromium from npm does not start on this machine: ${helped.reason}.`);
}

/**
 * The Chromium that \@sparticuz/chromium carries for Linux on x64, unpacked beside it in node_modules/.cache, or null where
 * that package is not installed. Neither its executablePath() nor its arguments are used: the first takes any file of any
 * version from the temporary folder, the second switch web security off.
 */
export async function bundledChromium(env: NodeJS.ProcessEnv): Promise<Runnable | null> {
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  } catch {
    return null;
  }
  const home = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(home, "package.json"), "utf8")) as { version: string };
  const cache = join(home, "..", "..", ".cache", "flopsheet");
  return runnableChromium(await unpackChromium(join(home, "bin"), cache, version), env);
}
