import { estimateToJson } from "../../../shared/formats/estimate-json/estimate-to-json.ts";
import { sheetToTerminal } from "../../../shared/formats/terminal/sheet-to-terminal.ts";
import { buildSheet } from "../../../shared/sheet/build-sheet.ts";
import { type ExitCode, exitCodes } from "../../backend/terminal/exit-codes.ts";
import type { Arguments } from "../../backend/terminal/read-arguments.ts";
import type { Terminal } from "../../backend/terminal/terminal.ts";
import type { estimateCommand } from "../command-list.ts";
import { figuresOf, sheetInputOf } from "../figures.ts";
import { readPlanInput } from "../plan-input.ts";

/** `flopsheet estimate PLAN [--json]`. */
export async function runEstimate(
  terminal: Terminal,
  { operand, options }: Arguments<typeof estimateCommand.options>,
): Promise<ExitCode> {
  const input = await readPlanInput(terminal, operand);
  if (input === null) return exitCodes.badInput;
  terminal.write(
    options.json ? estimateToJson(figuresOf(input)) : sheetToTerminal(buildSheet(sheetInputOf(input)), terminal),
  );
  return exitCodes.done;
}
