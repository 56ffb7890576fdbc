import { mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { posix, win32 } from "node:path";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import { type FileFault, fileFault } from "../files/file-fault.ts";

/**
 * Where Flopsheet keeps its own files: FLOPSHEET_DATA_DIR, else the platform's usual place for a program's data.
 *
 * Linux and others: $XDG_DATA_HOME/flopsheet, else ~/.local/share/flopsheet (a relative XDG_DATA_HOME is ignored, as its
 * specification says). macOS: ~/Library/Application Support/Flopsheet. Windows: %APPDATA%\Flopsheet.
 */
export function dataDirectory(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const { join, isAbsolute, resolve } = platform === "win32" ? win32 : posix;
  if (env.FLOPSHEET_DATA_DIR) return resolve(env.FLOPSHEET_DATA_DIR);
  if (platform === "win32") return join(env.APPDATA ?? join(home, "AppData", "Roaming"), "Flopsheet");
  if (platform === "darwin") return join(home, "Library", "Application Support", "Flopsheet");
  const stated = env.XDG_DATA_HOME;
  const data = stated !== undefined && isAbsolute(stated) ? stated : join(home, ".local", "share");
  return join(data, "flopsheet");
}

/** Makes the directory when it is not there; only its owner may enter it. */
export async function makeDataDirectory(path: string): Promise<Result<void, FileFault>> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    return ok(undefined);
  } catch (error) {
    return err(fileFault(error, path, "written"));
  }
}
