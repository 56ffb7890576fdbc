import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What marks the place of the fuses in Electron's program, the version of their layout, and how many there are. */
const FUSE_MARK = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const FUSE_VERSION = 1;

/**
 * Makes a folder that looks to electron-builder like Electron's own files for Linux. Its program is none: it holds the fuses, all
 * off, and nothing that runs.
 */
export function makeElectronStandIn(folder: string, version: string, fuseCount: number): void {
  rmSync(folder, { recursive: true, force: true });
  const fuses = Buffer.concat([
    Buffer.from(FUSE_MARK),
    Buffer.from([FUSE_VERSION, fuseCount]),
    Buffer.alloc(fuseCount, "0"),
  ]);
  const files: Readonly<Record<string, string | Buffer>> = {
    electron: Buffer.concat([Buffer.from("no program\n"), fuses, Buffer.from("\n")]),
    version,
    LICENSE: "",
    "LICENSES.chromium.html": "",
    "locales/en-GB.pak": "",
    "locales/en-US.pak": "",
    "resources/.keep": "",
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  rmSync(join(folder, "resources", ".keep"));
  chmodSync(join(folder, "electron"), 0o755);
}
