import { randomBytes } from "node:crypto";
import { open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import { type FileFault, fileFault, systemCode } from "./file-fault.ts";
import { syncFolder } from "./sync-folder.ts";

/** The part of node:fs/promises that a write needs; a parameter, so that a test can make each step fail. */
export type WritingFileSystem = Pick<typeof import("node:fs/promises"), "open" | "realpath" | "rename" | "rm" | "stat">;

const system: WritingFileSystem = { open, realpath, rename, rm, stat };

/**
 * Writes a whole file or nothing: whoever reads `path`, at any time, sees the old content or the new, never a part.
 *
 * The data go to a temporary name in the same folder, are synced, take the name over in one step, and the folder is
 * synced: after a kill or a power cut the old or the new file is there, at worst with a stray `.name.*.tmp` beside it. A
 * failure that is answered leaves nothing behind. A symbolic link stays and what it points at is replaced; an existing
 * file keeps its mode unless `mode` is given. A folder, a device or a pipe is refused.
 */
export async function writeAtomic(
  path: string,
  data: string | Uint8Array,
  options: { readonly mode?: number; readonly fs?: WritingFileSystem } = {},
): Promise<Result<void, FileFault>> {
  const fs = options.fs ?? system;
  try {
    const target = await resolveTarget(fs, path);
    if (!target.ok) return target;
    await replace(fs, target.value.path, data, options.mode ?? target.value.mode);
    return ok(undefined);
  } catch (error) {
    return err(fileFault(error, path, "written"));
  }
}

interface Target {
  readonly path: string;
  readonly mode: number | undefined;
}

async function resolveTarget(fs: WritingFileSystem, path: string): Promise<Result<Target, FileFault>> {
  try {
    const real = await fs.realpath(path);
    const status = await fs.stat(real);
    if (status.isDirectory()) return err({ code: "isDirectory", message: `${path} is a folder, not a file.` });
    if (!status.isFile()) return err({ code: "notRegular", message: `${path} is a device or a pipe, not a file.` });
    return ok({ path: real, mode: status.mode & 0o777 });
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
    return ok({ path, mode: undefined });
  }
}

async function replace(fs: WritingFileSystem, path: string, data: string | Uint8Array, mode: number | undefined) {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path).slice(0, 40)}.${randomBytes(6).toString("hex")}.tmp`);
  const file = await fs.open(temporary, "wx", mode ?? 0o666);
  try {
    try {
      await file.writeFile(data);
      // The mode given to open() is cut by the umask.
      if (mode !== undefined) await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await fs.rename(temporary, path);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder, fs);
}
