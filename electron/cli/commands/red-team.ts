import { redTeamToJson, redTeamToText } from "../../../shared/formats/plan-questions/red-team-to-text.ts";
import { redTeam } from "../../../shared/sheet/red-team/red-team.ts";
import { type ExitCode, exitCodes } from "../../backend/terminal/exit-codes.ts";
import type { Arguments } from "../../backend/terminal/read-arguments.ts";
import type { Terminal } from "../../backend/terminal/terminal.ts";
import type { redTeamCommand } from "../command-list.ts";
import { figuresOf } from "../figures.ts";
import { readPlanInput } from "../plan-input.ts";

/** `flopsheet red-team PLAN [--json]`. */
export async function runRedTeam(
  terminal: Terminal,
  { operand, options }: Arguments<typeof redTeamCommand.options>,
): Promise<ExitCode> {
  const plan = await readPlanInput(terminal, operand);
  if (plan === null) return exitCodes.badInput;
  const challenges = redTeam(figuresOf(plan));
  const { currency } = plan.resolved;
  terminal.write(
    options.json ? redTeamToJson(challenges, currency) : redTeamToText(challenges, currency, terminal.width),
  );
  return exitCodes.done;
}
