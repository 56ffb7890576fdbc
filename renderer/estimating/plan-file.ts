/** From a file that somebody chose or dropped to the text of a plan. Nothing is read before its size is known. */
import { err, ok, type Result } from "../../shared/lib/result.ts";
import { PLAN_MAX_BYTES } from "../../shared/plan/document.ts";
import type { PlanFault } from "../../shared/plan/fault.ts";

/** The part of a File that is looked at; a test hands in its own. */
export interface ReadableFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The file's text, or the one fault that keeps it from being a plan at all. */
export async function readPlanFile(file: ReadableFile): Promise<Result<string, PlanFault[]>> {
  if (file.size > PLAN_MAX_BYTES) return err([tooLarge(file.size)]);
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return err([unreadable]);
  }
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return err([notText]);
  }
}

const base = { path: "", line: null, column: null, edit: null } as const;

const tooLarge = (size: number): PlanFault => ({
  ...base,
  message: "The file is larger than a plan may be",
  value: `${(size / 1e6).toFixed(1)} MB`,
  allowed: "at most 1 MB",
  hint: "Choose the plan document itself: a few kilobytes of JSON or YAML.",
});

const notText: PlanFault = {
  ...base,
  message: "This is not a text file",
  value: null,
  allowed: "a plan in JSON or YAML, as UTF-8 text",
  hint: "If it was made on an older system, save it again with the encoding UTF-8.",
};

const unreadable: PlanFault = {
  ...base,
  message: "The file could not be read",
  value: null,
  allowed: "a file, not a folder, that you may read",
  hint: "Choose it again; it may have been moved or be on a disk that is gone.",
};
