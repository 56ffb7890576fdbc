import { POLICIES, type Policy } from "../../../shared/cluster/policy.ts";
import { estimate } from "../../../shared/estimate/estimate.ts";
import { scheduleOf } from "../../../shared/estimate/schedule/schedule-of.ts";
import { schedulesToJson } from "../../../shared/formats/schedule/schedules-to-json.ts";
import { schedulesToText } from "../../../shared/formats/schedule/schedules-to-text.ts";
import { nearest } from "../../../shared/lib/nearest.ts";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import { bareCluster } from "../../../shared/plan/resolve/clusters.ts";
import { type ExitCode, exitCodes } from "../../backend/terminal/exit-codes.ts";
import type { Arguments } from "../../backend/terminal/read-arguments.ts";
import type { Terminal } from "../../backend/terminal/terminal.ts";
import { readSizes } from "../cards-option.ts";
import type { scheduleCommand } from "../command-list.ts";
import { readPlanInput } from "../plan-input.ts";

/** `flopsheet schedule PLAN [--cards 10,100,100000] [--policy priority] [--json]`. */
export async function runSchedule(
  terminal: Terminal,
  { operand, options }: Arguments<typeof scheduleCommand.options>,
): Promise<ExitCode> {
  const cards = options.cards === undefined ? ok(null) : readSizes(options.cards);
  const policy = options.policy === undefined ? ok(null) : policyOf(options.policy);
  for (const read of [cards, policy]) {
    if (read.ok) continue;
    terminal.complain(read.error);
    return exitCodes.badInput;
  }
  const input = await readPlanInput(terminal, operand);
  if (input === null || !cards.ok || !policy.ok) return exitCodes.badInput;
  const { resolved: plan } = input;
  const estimated = estimate(plan);
  const clusters = cards.value?.map((size) => bareCluster(plan, size)) ?? plan.clusters;
  const own = policy.value === null ? {} : { policy: policy.value };
  const schedules = clusters.map((cluster) => scheduleOf(plan, estimated, cluster, own));
  terminal.write(options.json ? schedulesToJson(schedules) : schedulesToText(plan, schedules, terminal));
  return exitCodes.done;
}

function policyOf(text: string): Result<Policy, string> {
  const policy = POLICIES.find((one) => one === text);
  if (policy !== undefined) return ok(policy);
  const meant = nearest(text, POLICIES);
  return err(
    `--policy ${text}: there is no such policy. Allowed: ${POLICIES.join(", ")}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
  );
}
