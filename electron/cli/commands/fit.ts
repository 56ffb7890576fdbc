import { estimate } from "../../../shared/estimate/estimate.ts";
import { computingCeiling } from "../../../shared/estimate/fit-to-sum/computing-ceiling.ts";
import { fitted } from "../../../shared/estimate/fit-to-sum/fitted.ts";
import { fitToJson } from "../../../shared/formats/plan-questions/fit-to-json.ts";
import { fitToText } from "../../../shared/formats/plan-questions/fit-to-text.ts";
import { catalogue } from "../../backend/catalogue.ts";
import { type ExitCode, exitCodes } from "../../backend/terminal/exit-codes.ts";
import type { Arguments } from "../../backend/terminal/read-arguments.ts";
import type { Terminal } from "../../backend/terminal/terminal.ts";
import type { fitCommand } from "../command-list.ts";
import { readPlanInput } from "../plan-input.ts";

/** `flopsheet fit PLAN [--ceiling SUM] [--json]`. */
export async function runFit(
  terminal: Terminal,
  { operand, options }: Arguments<typeof fitCommand.options>,
): Promise<ExitCode> {
  const typed = options.ceiling === undefined ? null : Number(options.ceiling);
  if (typed !== null && !(typed > 0 && Number.isFinite(typed))) {
    terminal.complain(`--ceiling ${options.ceiling}: a ceiling is a sum above 0, as 500000.`);
    return exitCodes.badInput;
  }
  const plan = await readPlanInput(terminal, operand);
  if (plan === null) return exitCodes.badInput;
  const ceiling = typed ?? computingCeiling(plan.resolved, estimate(plan.resolved));
  if (ceiling === null) {
    const why =
      plan.resolved.ceiling === null ? "the plan states no ceiling" : "the plan’s budget asks for no computing";
    terminal.complain(`fit needs --ceiling SUM: ${why}.`);
    return exitCodes.badInput;
  }
  const answer = fitted(plan, catalogue, ceiling);
  terminal.write(options.json ? fitToJson(plan.resolved, answer) : fitToText(plan.resolved, answer, terminal.width));
  return exitCodes.done;
}
