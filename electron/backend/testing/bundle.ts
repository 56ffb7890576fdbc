import { basename, join } from "node:path";
import { build } from "vite";
import { findInstallation } from "../installation.ts";

/** One file of all that `entry` needs, which starts in a third of the time of its sources; its path. */
export async function bundle(entry: string, folder: string): Promise<string> {
  const name = `${basename(entry, ".ts")}.mjs`;
  await build({
    configFile: false,
    logLevel: "warn",
    root: findInstallation().root,
    ssr: { target: "node", noExternal: true },
    build: {
      ssr: entry,
      target: "node24",
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: { external: [/^node:/], output: { entryFileNames: name, codeSplitting: false } },
    },
  });
  return join(folder, name);
}
