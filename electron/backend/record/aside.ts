import { mkdir, rename } from "node:fs/promises";
import { basename, join } from "node:path";
import { systemCode } from "../files/file-fault.ts";
import { syncFolder } from "../files/sync-folder.ts";
import type { RecordPlaces } from "./places.ts";

/**
 * Moves a damaged file out of the way, with its log, into a folder of its own that nothing ever deletes; answers where it lies.
 * The log goes first: a kill in between leaves a damaged file, as before, and not a log that would be taken for another's.
 */
export async function putAside(places: RecordPlaces, now: string): Promise<string> {
  const folder = join(places.aside, now.replaceAll(/[-:.]/g, ""));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const path of [places.log, places.file]) {
    await rename(path, join(folder, basename(path))).catch((error: unknown) => {
      if (systemCode(error) !== "ENOENT") throw error;
    });
  }
  await syncFolder(folder);
  await syncFolder(places.directory);
  return join(folder, basename(places.file));
}
