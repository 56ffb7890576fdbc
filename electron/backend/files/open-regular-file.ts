/** Opens a file that somebody named, and nothing that only looks like one. */
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import { type FileFault, fileFault } from "./file-fault.ts";

export interface RegularFile {
  readonly file: FileHandle;
  readonly size: number;
  readonly changedAt: Date;
}

/**
 * Opens the file at `path` for reading; whoever opens it closes it. Never hangs: a pipe is opened without waiting for its writer and
 * refused, as devices and folders are.
 *
 * @param name how the person called it
 * @param kind what it should be, after "not a": "plan file"
 */
export async function openRegularFile(
  path: string,
  name: string,
  kind: string,
): Promise<Result<RegularFile, FileFault>> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return err(fileFault(error, name, "read"));
  }
  const refused = async (fault: FileFault) => {
    await file.close();
    return err(fault);
  };
  try {
    const status = await file.stat();
    if (status.isDirectory()) return refused({ code: "isDirectory", message: `${name} is a folder, not a ${kind}.` });
    if (!status.isFile()) {
      const message = `${name} is a device or a pipe, not a file. To read standard input, write - in its place.`;
      return refused({ code: "notRegular", message });
    }
    return ok({ file, size: status.size, changedAt: status.mtime });
  } catch (error) {
    return refused(fileFault(error, name, "read"));
  }
}
