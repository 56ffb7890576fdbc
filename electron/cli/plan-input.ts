import "../../shared/lib/zod-without-eval.ts";
import { basename, resolve } from "node:path";
import type { PlanDocument } from "../../shared/plan/document.ts";
import { describeFault } from "../../shared/plan/faults/describe-fault.ts";
import { readPlan } from "../../shared/plan/read.ts";
import type { ResolvedPlan } from "../../shared/plan/resolved.ts";
import { catalogue } from "../backend/catalogue.ts";
import { readPlanFile, readPlanStream } from "../backend/files/read-plan.ts";
import type { Terminal } from "../backend/terminal/terminal.ts";

export interface PlanInput {
  /** The file's name without its folder; null for standard input. */
  readonly file: string | null;
  readonly document: PlanDocument;
  readonly resolved: ResolvedPlan;
}

/**
 * The plan that PLAN names, from where the person stands, or null when it cannot be read or is not right; the person has
 * then been told all that is wrong with it.
 */
export async function readPlanInput(terminal: Terminal, operand: string): Promise<PlanInput | null> {
  const fromInput = operand === "-";
  const name = fromInput ? "standard input" : operand;
  const text = fromInput ? await readPlanStream(terminal.input, name) : await readPlanFile(resolve(operand), name);
  if (!text.ok) {
    terminal.complain(text.error.message);
    return null;
  }
  const read = readPlan(text.value, catalogue);
  if (read.ok) return { ...read.value, file: fromInput ? null : basename(operand) };
  const count = read.error.length === 1 ? "1 fault" : `${read.error.length} faults`;
  terminal.complain([`${name}: ${count}`, ...read.error.map(describeFault)].join("\n\n"));
  return null;
}
