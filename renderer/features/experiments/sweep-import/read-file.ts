/** From a file that somebody chose or dropped to what it sweeps over. Nothing is read before its size is known. */
import { readSweep, SWEEP_MAX_BYTES } from "../../../../shared/formats/sweeps/read-sweep.ts";
import type { SweepFile } from "../../../../shared/formats/sweeps/sweep-file.ts";
import { readWorkbook } from "../../../../shared/formats/sweeps/workbook/read-workbook.ts";
import { isZip } from "../../../../shared/formats/sweeps/workbook/zip.ts";
import { err, type Result } from "../../../../shared/lib/result.ts";
import type { PlanFault } from "../../../../shared/plan/fault.ts";
import type { ReadableFile } from "../../../estimating/plan-file.ts";
import { inflate } from "./inflate.ts";

/** A file that was read, right or wrong. */
export interface ReadFile {
  readonly name: string;
  readonly read: Result<SweepFile, readonly PlanFault[]>;
  /** It is a plan of ours: for the window to open. */
  readonly isPlan: boolean;
}

/** Reads a sweep file of at most 1 MB. */
export async function readFile(file: ReadableFile): Promise<ReadFile> {
  const { name } = file;
  const refused = (fault: PlanFault): ReadFile => ({ name, read: err([fault]), isPlan: false });
  if (file.size > SWEEP_MAX_BYTES) return refused(tooLarge(file.size));
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refused(unreadable);
  }
  if (isZip(bytes)) {
    const decode = (part: Uint8Array) => new TextDecoder().decode(part);
    return { name, read: await readWorkbook(bytes, inflate, decode), isPlan: false };
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refused(notText);
  }
  const read = readSweep(text, name);
  return { name, read, isPlan: !read.ok && read.error.some(({ message }) => message === IS_PLAN) };
}

const IS_PLAN = "This is a plan of Flopsheet, not a sweep file";

const base = { path: "", line: null, column: null, edit: null } as const;

const tooLarge = (size: number): PlanFault => ({
  ...base,
  message: "The file is larger than a sweep file may be",
  value: `${(size / 1e6).toFixed(1)} MB`,
  allowed: "at most 1 MB",
  hint: null,
});

const notText: PlanFault = {
  ...base,
  message: "This is not a text file",
  value: null,
  allowed: "YAML, JSON, CSV or a shell script as UTF-8 text, or an Excel workbook",
  hint: "A spreadsheet of another kind can be saved as CSV.",
};

const unreadable: PlanFault = {
  ...base,
  message: "The file could not be read",
  value: null,
  allowed: "a file, not a folder, that you may read",
  hint: "Choose it again; it may have been moved or be on a disk that is gone.",
};
