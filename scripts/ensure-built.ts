import { isFresh, replaceOutput } from "./output.ts";

/**
 * Builds `root`/out unless it is fresh. Says so on standard error, since standard output belongs to the program that runs next.
 * @returns whether it built.
 */
export async function ensureBuilt(root: string): Promise<boolean> {
  if (isFresh(root)) {
    return false;
  }
  process.stderr.write("The sources are newer than out/: building …\n");
  // Vite takes a quarter of a second to load: only a stale out/ pays for it.
  const { buildAll } = await import("./bundles.ts");
  await replaceOutput(root, (folder) => buildAll(root, folder));
  return true;
}
