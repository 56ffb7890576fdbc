/** From a file that somebody chose or dropped to its text, and whether it is a model's configuration. */
import { CONFIG_MAX_BYTES } from "../../../../shared/formats/model-config/read-model-config.ts";
import { err, ok, type Result } from "../../../../shared/lib/result.ts";
import type { PlanFault } from "../../../../shared/plan/fault.ts";
import type { ReadableFile } from "../../../estimating/plan-file.ts";

/** The file's text. Nothing is read before its size is known. */
export async function readConfigFile(file: ReadableFile): Promise<Result<string, readonly PlanFault[]>> {
  if (file.size > CONFIG_MAX_BYTES) return err([tooLarge(file.size)]);
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
  message: "The file is larger than a configuration may be",
  value: `${(size / 1e6).toFixed(1)} MB`,
  allowed: "at most 1 MB",
  hint: "Choose the config.json beside the weights, not the weights.",
});

const notText: PlanFault = {
  ...base,
  message: "This is not a text file",
  value: null,
  allowed: "the config.json of a model, as UTF-8 text",
  hint: null,
};

const unreadable: PlanFault = {
  ...base,
  message: "The file could not be read",
  value: null,
  allowed: "a file, not a folder, that you may read",
  hint: "Choose it again; it may have been moved or be on a disk that is gone.",
};
