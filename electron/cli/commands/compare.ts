import { resolve } from "node:path";
import { compareQuotes } from "../../../shared/estimate/compare/compare-quotes.ts";
import { estimate } from "../../../shared/estimate/estimate.ts";
import { comparisonToJson } from "../../../shared/formats/comparison/comparison-to-json.ts";
import { comparisonToText } from "../../../shared/formats/comparison/comparison-to-text.ts";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import type { PlanDocument } from "../../../shared/plan/document.ts";
import { describeFault } from "../../../shared/plan/faults/describe-fault.ts";
import { type QuotesBeside, readQuotesBeside } from "../../../shared/plan/quotes-beside.ts";
import { catalogue } from "../../backend/catalogue.ts";
import { type KindOfFile, readPlanFile } from "../../backend/files/read-plan.ts";
import { type ExitCode, exitCodes } from "../../backend/terminal/exit-codes.ts";
import type { Arguments } from "../../backend/terminal/read-arguments.ts";
import type { Terminal } from "../../backend/terminal/terminal.ts";
import type { compareCommand } from "../command-list.ts";
import { type PlanInput, readPlanInput } from "../plan-input.ts";

/** `flopsheet compare PLAN [--quotes FILE] [--json]`. */
export async function runCompare(
  terminal: Terminal,
  { operand, options }: Arguments<typeof compareCommand.options>,
): Promise<ExitCode> {
  const input = await readPlanInput(terminal, operand);
  if (input === null) return exitCodes.badInput;
  const offered = options.quotes === undefined ? ownQuotes(input) : await quotesOf(input.document, options.quotes);
  if (!offered.ok) {
    terminal.complain(offered.error);
    return exitCodes.badInput;
  }
  const { plan, quotes } = offered.value;
  const compared = compareQuotes(plan, estimate(plan), quotes);
  const comparison = { plan, file: input.file, quotes, compared };
  terminal.write(options.json ? comparisonToJson(comparison) : comparisonToText(comparison, terminal));
  return exitCodes.done;
}

/** Without a file the plan's own quotes are compared. */
function ownQuotes({ resolved }: PlanInput): Result<QuotesBeside, string> {
  return ok({ plan: resolved, quotes: resolved.quotes });
}

const quotesFile: KindOfFile = {
  file: "file of quotes",
  subject: "a file of quotes",
  form: "Quotes are a list in YAML or JSON, as a plan has them.",
};

async function quotesOf(document: PlanDocument, name: string): Promise<Result<QuotesBeside, string>> {
  const text = await readPlanFile(resolve(name), name, quotesFile);
  if (!text.ok) return err(text.error.message);
  const read = readQuotesBeside(document, text.value, catalogue);
  if (read.ok) return read;
  const count = read.error.length === 1 ? "1 fault" : `${read.error.length} faults`;
  return err([`${name}: ${count}`, ...read.error.map(describeFault)].join("\n\n"));
}
