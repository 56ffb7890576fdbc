import "../../../shared/lib/zod-without-eval.ts";
import { resolve } from "node:path";
import { modelToJson } from "../../../shared/formats/model-config/model-to-json.ts";
import { modelToText } from "../../../shared/formats/model-config/model-to-text.ts";
import { readModelConfig } from "../../../shared/formats/model-config/read-model-config.ts";
import { DEFAULT_CONTEXT, summariseModel } from "../../../shared/formats/model-config/summarise-model.ts";
import { MODEL_LIMITS } from "../../../shared/models/model-fields.ts";
import { describeFault } from "../../../shared/plan/faults/describe-fault.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { type KindOfFile, readPlanFile, readPlanStream } from "../../backend/files/read-plan.ts";
import { type ExitCode, exitCodes } from "../../backend/terminal/exit-codes.ts";
import type { Arguments } from "../../backend/terminal/read-arguments.ts";
import type { Terminal } from "../../backend/terminal/terminal.ts";
import type { modelCommand } from "../command-list.ts";

const configFile: KindOfFile = {
  file: "model configuration",
  subject: "a model configuration",
  form: "A model configuration is a JSON document.",
};

/** `flopsheet model CONFIG [--context N] [--json]`. */
export async function runModel(
  terminal: Terminal,
  { operand, options }: Arguments<typeof modelCommand.options>,
): Promise<ExitCode> {
  const asked = options.context === undefined ? null : contextOf(options.context);
  if (asked === undefined) {
    const most = exact(MODEL_LIMITS.positions);
    terminal.complain(`--context ${options.context}: a context is a whole number of tokens from 1 to ${most}.`);
    return exitCodes.badInput;
  }
  const fromInput = operand === "-";
  const name = fromInput ? "standard input" : operand;
  const text = fromInput
    ? await readPlanStream(terminal.input, name, configFile)
    : await readPlanFile(resolve(operand), name, configFile);
  if (!text.ok) {
    terminal.complain(text.error.message);
    return exitCodes.badInput;
  }
  const read = readModelConfig(text.value);
  if (!read.ok) {
    const count = read.error.length === 1 ? "1 fault" : `${read.error.length} faults`;
    terminal.complain([`${name}: ${count}`, ...read.error.map(describeFault)].join("\n\n"));
    return exitCodes.badInput;
  }
  const summary = summariseModel(read.value.shape, asked ?? read.value.context ?? DEFAULT_CONTEXT);
  const isAssumed = asked === null && read.value.context === null && summary.items === "tokens";
  const warnings = isAssumed ? [...read.value.warnings, withoutContext] : read.value.warnings;
  const config = { ...read.value, warnings };
  terminal.write(options.json ? modelToJson(config, summary) : modelToText(config, summary));
  return exitCodes.done;
}

const withoutContext = `The file names no longest sequence: FLOP are counted on ${exact(DEFAULT_CONTEXT)} tokens. --context N takes another length.`;

/** Undefined where the text is no length of a sequence. */
function contextOf(text: string): number | undefined {
  const tokens = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return tokens >= 1 && tokens <= MODEL_LIMITS.positions ? tokens : undefined;
}
