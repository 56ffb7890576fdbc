import { planDifference } from "../../../shared/estimate/difference/plan-difference.ts";
import { differenceToJson } from "../../../shared/formats/plan-questions/difference-to-json.ts";
import { differenceToText } from "../../../shared/formats/plan-questions/difference-to-text.ts";
import { catalogue } from "../../backend/catalogue.ts";
import { type ExitCode, exitCodes } from "../../backend/terminal/exit-codes.ts";
import type { Arguments } from "../../backend/terminal/read-arguments.ts";
import type { Terminal } from "../../backend/terminal/terminal.ts";
import type { diffCommand } from "../command-list.ts";
import { readPlanInput } from "../plan-input.ts";

/** `flopsheet diff OLD NEW [--json]`. */
export async function runDiff(
  terminal: Terminal,
  { operand, second, options }: Arguments<typeof diffCommand.options>,
): Promise<ExitCode> {
  if (operand === "-" && second === "-") {
    terminal.complain("diff - -: one plan is read from standard input; name a file for the other.");
    return exitCodes.badInput;
  }
  const before = await readPlanInput(terminal, operand);
  const after = before === null ? null : await readPlanInput(terminal, second);
  if (before === null || after === null) return exitCodes.badInput;
  const nameOf = (field: string, id: string) =>
    field === "accelerator" ? (catalogue.accelerators.find((card) => card.id === id)?.name ?? null) : null;
  const difference = planDifference(before, after, catalogue, nameOf);
  terminal.write(options.json ? differenceToJson(difference) : differenceToText(difference));
  return exitCodes.done;
}
