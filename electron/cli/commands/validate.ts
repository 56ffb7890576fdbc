import { estimate } from "../../../shared/estimate/estimate.ts";
import { printable } from "../../../shared/formats/terminal/style.ts";
import { fixed } from "../../../shared/units/format/exact.ts";
import { type ExitCode, exitCodes } from "../../backend/terminal/exit-codes.ts";
import type { Terminal } from "../../backend/terminal/terminal.ts";
import { readPlanInput } from "../plan-input.ts";

/** `flopsheet validate PLAN`. Runs are counted with their repeats, those in doubt at their likely number. */
export async function runValidate(terminal: Terminal, operand: string): Promise<ExitCode> {
  const input = await readPlanInput(terminal, operand);
  if (input === null) return exitCodes.badInput;
  const { title, experiments } = input.resolved;
  const runs = estimate(input.resolved).withRepeats.runs;
  const counts = [counted(experiments.length, "experiment"), counted(runs, "run")];
  terminal.write(`valid: ${[printable(title), ...counts].join(", ")}\n`);
  return exitCodes.done;
}

function counted(count: number, noun: string): string {
  const text = fixed(count, 0);
  return text === "1" ? `1 ${noun}` : `${text} ${noun}s`;
}
