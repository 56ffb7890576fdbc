import { POLICIES, type Policy } from "../../../shared/cluster/policy.ts";
import { estimate } from "../../../shared/estimate/estimate.ts";
import { scheduleOf } from "../../../shared/estimate/schedule/schedule-of.ts";
import { schedulesToJson } from "../../../shared/formats/schedule/schedules-to-json.ts";
import { schedulesToText } from "../../../shared/formats/schedule/schedules-to-text.ts";
import { nearest } from "../../../shared/lib/nearest.ts";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import { bareCluster } from "../../../shared/plan/resolve/clusters.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { type ExitCode, exitCodes } from "../../backend/terminal/exit-codes.ts";
import type { Arguments } from "../../backend/terminal/read-arguments.ts";
import type { Terminal } from "../../backend/terminal/terminal.ts";
import type { scheduleCommand } from "../command-list.ts";
import { readPlanInput } from "../plan-input.ts";

/** `flopsheet schedule PLAN [--cards 10,100,100000] [--policy priority] [--json]`. */
export async function runSchedule(
  terminal: Terminal,
  { operand, options }: Arguments<typeof scheduleCommand.options>,
): Promise<ExitCode> {
  const cards = options.cards === undefined ? ok(null) : cardsOf(options.cards);
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

const MOST_CARDS = 1e7;
const MOST_SIZES = 50;

/** Whole numbers, separated by commas. */
function cardsOf(text: string): Result<number[], string> {
  const sizes: number[] = [];
  for (const part of text.split(",")) {
    const size = /^\d{1,8}$/.test(part.trim()) ? Number(part) : 0;
    if (size < 1 || size > MOST_CARDS) {
      return err(
        `--cards ${text}: ${JSON.stringify(part.trim())} is no number of cards. Allowed: whole numbers from 1 to ${exact(MOST_CARDS)}, separated by commas, as 10,100,100000.`,
      );
    }
    sizes.push(size);
  }
  return sizes.length > MOST_SIZES
    ? err(`--cards ${text}: these are ${sizes.length} sizes. Allowed: at most ${MOST_SIZES}.`)
    : ok(sizes);
}

function policyOf(text: string): Result<Policy, string> {
  const policy = POLICIES.find((one) => one === text);
  if (policy !== undefined) return ok(policy);
  const meant = nearest(text, POLICIES);
  return err(
    `--policy ${text}: there is no such policy. Allowed: ${POLICIES.join(", ")}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
  );
}
