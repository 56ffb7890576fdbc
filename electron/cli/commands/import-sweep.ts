import "../../../shared/lib/zod-without-eval.ts";
import { basename, resolve } from "node:path";
import { readSweep } from "../../../shared/formats/sweeps/read-sweep.ts";
import { sweepToJson } from "../../../shared/formats/sweeps/sweep-to-json.ts";
import { sweepToText } from "../../../shared/formats/sweeps/sweep-to-text.ts";
import { describeFault } from "../../../shared/plan/faults/describe-fault.ts";
import { type KindOfFile, readPlanFile, readPlanStream } from "../../backend/files/read-plan.ts";
import { type ExitCode, exitCodes } from "../../backend/terminal/exit-codes.ts";
import type { Arguments } from "../../backend/terminal/read-arguments.ts";
import type { Terminal } from "../../backend/terminal/terminal.ts";
import type { importSweepCommand } from "../command-list.ts";

const sweepFile: KindOfFile = {
  file: "sweep file",
  subject: "a sweep file",
  form: "A sweep file is YAML, JSON, CSV or a shell script.",
};

/** `flopsheet import sweep FILE [--json]`. */
export async function runImportSweep(
  terminal: Terminal,
  { operand, options }: Arguments<typeof importSweepCommand.options>,
): Promise<ExitCode> {
  const fromInput = operand === "-";
  const name = fromInput ? "standard input" : operand;
  const text = fromInput
    ? await readPlanStream(terminal.input, name, sweepFile)
    : await readPlanFile(resolve(operand), name, sweepFile);
  if (!text.ok) {
    terminal.complain(text.error.message);
    return exitCodes.badInput;
  }
  const read = readSweep(text.value, fromInput ? "" : basename(operand));
  if (!read.ok) {
    const count = read.error.length === 1 ? "1 fault" : `${read.error.length} faults`;
    terminal.complain([`${name}: ${count}`, ...read.error.map(describeFault)].join("\n\n"));
    return exitCodes.badInput;
  }
  terminal.write(options.json ? sweepToJson(read.value) : sweepToText(read.value));
  return exitCodes.done;
}
