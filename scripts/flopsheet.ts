/**
 * `npm run -s flopsheet -- ARGUMENTS`: the built command line, built first when the sources are newer.
 * It runs in this process, so input, output, signals and the exit code are its own.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./ensure-built.ts";
import { root } from "./root.ts";

await ensureBuilt(root);

// npm runs scripts in the package's folder; the person's paths are relative to where they stand.
if (process.env.INIT_CWD !== undefined) {
  process.chdir(process.env.INIT_CWD);
}
await import(pathToFileURL(join(root, "out", "cli", "main.js")).href);
