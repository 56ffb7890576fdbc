import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { App } from "electron";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import { type FileFault, fileFault } from "../../backend/files/file-fault.ts";

/** Where the window's own files lie below the data directory. */
export const placesIn = (directory: string) => ({
  /** Chromium's: drafts in IndexedDB, caches. */
  chromium: join(directory, "desktop"),
  log: join(directory, "logs", "desktop.log"),
  windowState: join(directory, "window.json"),
});

/**
 * Puts everything that Electron keeps under the data directory, so that FLOPSHEET_DATA_DIR moves all of it, two directories are two
 * programs, and Chromium's files do not lie among the record's. Must be called before anything asks Electron for a path.
 */
export function takePlaces(app: Pick<App, "setName" | "setPath">, directory: string): Result<void, FileFault> {
  const { chromium } = placesIn(directory);
  try {
    mkdirSync(chromium, { recursive: true, mode: 0o700 });
  } catch (error) {
    return err(fileFault(error, chromium, "written"));
  }
  app.setName("Flopsheet");
  app.setPath("userData", chromium);
  app.setPath("sessionData", chromium);
  app.setPath("crashDumps", join(chromium, "crashes"));
  return ok(undefined);
}
