import "../../../shared/lib/zod-without-eval.ts";
import { basename, resolve } from "node:path";
import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { readSweep } from "../../../shared/formats/sweeps/read-sweep.ts";
import type { SweepFile } from "../../../shared/formats/sweeps/sweep-file.ts";
import { sweepToJson } from "../../../shared/formats/sweeps/sweep-to-json.ts";
import { sweepToText } from "../../../shared/formats/sweeps/sweep-to-text.ts";
import { type Inflate, readWorkbook } from "../../../shared/formats/sweeps/workbook/read-workbook.ts";
import { isZip } from "../../../shared/formats/sweeps/workbook/zip.ts";
import { err, type Result } from "../../../shared/lib/result.ts";
import { describeFault } from "../../../shared/plan/faults/describe-fault.ts";
import { decode, type KindOfFile, readFileBytes, readStreamBytes } from "../../backend/files/read-plan.ts";
import { type ExitCode, exitCodes } from "../../backend/terminal/exit-codes.ts";
import type { Arguments } from "../../backend/terminal/read-arguments.ts";
import type { Terminal } from "../../backend/terminal/terminal.ts";
import type { importSweepCommand } from "../command-list.ts";

const sweepFile: KindOfFile = {
  file: "sweep file",
  subject: "a sweep file",
  form: "A sweep file is YAML, JSON, CSV, a shell script or an Excel workbook.",
};

/** `flopsheet import sweep FILE [--json]`. */
export async function runImportSweep(
  terminal: Terminal,
  { operand, options }: Arguments<typeof importSweepCommand.options>,
): Promise<ExitCode> {
  const read = await readOperand(terminal, operand);
  if (!read.ok) {
    terminal.complain(read.error);
    return exitCodes.badInput;
  }
  terminal.write(options.json ? sweepToJson(read.value) : sweepToText(read.value));
  return exitCodes.done;
}

/** The sweep, or all that is wrong with the file, in words. */
async function readOperand(terminal: Terminal, operand: string): Promise<Result<SweepFile, string>> {
  const fromInput = operand === "-";
  const name = fromInput ? "standard input" : operand;
  const bytes = fromInput
    ? await readStreamBytes(terminal.input, name, sweepFile)
    : await readFileBytes(resolve(operand), name, sweepFile);
  if (!bytes.ok) return err(bytes.error.message);
  if (isZip(bytes.value)) return told(await readWorkbook(new Uint8Array(bytes.value), inflate, utf8), name);
  const text = decode(bytes.value, name, sweepFile);
  return text.ok ? told(readSweep(text.value, fromInput ? "" : basename(operand)), name) : err(text.error.message);
}

function told(read: ReturnType<typeof readSweep>, name: string): Result<SweepFile, string> {
  if (read.ok) return read;
  const count = read.error.length === 1 ? "1 fault" : `${read.error.length} faults`;
  return err([`${name}: ${count}`, ...read.error.map(describeFault)].join("\n\n"));
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const unpack = promisify(inflateRaw);

const inflate: Inflate = (bytes, most) => unpack(bytes, { maxOutputLength: most }).then(utf8, () => null);
