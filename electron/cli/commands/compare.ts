import "../../../shared/lib/zod-without-eval.ts";
import { basename, resolve } from "node:path";
import { compareQuotes } from "../../../shared/estimate/compare/compare-quotes.ts";
import { Schedules } from "../../../shared/estimate/compare/schedules.ts";
import { estimate } from "../../../shared/estimate/estimate.ts";
import { comparisonToJson } from "../../../shared/formats/comparison/comparison-to-json.ts";
import { comparisonToText } from "../../../shared/formats/comparison/comparison-to-text.ts";
import { cardMatcher } from "../../../shared/formats/quotes/cards/match-card.ts";
import { libraryQuote, type QuoteDecisions } from "../../../shared/formats/quotes/library-quote.ts";
import { providerOf } from "../../../shared/formats/quotes/provider-name.ts";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import type { PlanDocument } from "../../../shared/plan/document.ts";
import type { PlanFault } from "../../../shared/plan/fault.ts";
import { describeFault } from "../../../shared/plan/faults/describe-fault.ts";
import { type QuotesBeside, quotesBeside, readQuotesBeside } from "../../../shared/plan/quotes-beside.ts";
import { catalogue } from "../../backend/catalogue.ts";
import { type KindOfFile, readPlanFile } from "../../backend/files/read-plan.ts";
import { readQuotesFile } from "../../backend/files/read-quotes-file.ts";
import { type ExitCode, exitCodes } from "../../backend/terminal/exit-codes.ts";
import type { Arguments } from "../../backend/terminal/read-arguments.ts";
import type { Terminal } from "../../backend/terminal/terminal.ts";
import { readSize } from "../cards-option.ts";
import type { compareCommand } from "../command-list.ts";
import { type PlanInput, readPlanInput } from "../plan-input.ts";

/** `flopsheet compare PLAN [--quotes FILE] [--cards N] [--json]`. */
export async function runCompare(
  terminal: Terminal,
  { operand, options }: Arguments<typeof compareCommand.options>,
): Promise<ExitCode> {
  const cards = options.cards === undefined ? ok(null) : readSize(options.cards);
  if (!cards.ok) {
    terminal.complain(cards.error);
    return exitCodes.badInput;
  }
  const input = await readPlanInput(terminal, operand);
  if (input === null) return exitCodes.badInput;
  const offered = options.quotes === undefined ? ownQuotes(input) : await quotesOf(input.document, options.quotes);
  if (!offered.ok) {
    terminal.complain(offered.error);
    return exitCodes.badInput;
  }
  const { plan, quotes } = offered.value;
  const compared = compareQuotes(plan, estimate(plan), quotes, new Schedules(), cards.value);
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
  form: "Quotes are a list in YAML or JSON, as a plan has them, or a price list as .csv.",
};

async function quotesOf(document: PlanDocument, name: string): Promise<Result<QuotesBeside, string>> {
  if (/\.csv$/i.test(name)) return pricesOf(document, name);
  const text = await readPlanFile(resolve(name), name, quotesFile);
  if (!text.ok) return err(text.error.message);
  return told(readQuotesBeside(document, text.value, catalogue), name);
}

/** A price list as `import quotes` reads it. Rows of cards that the catalogue does not have are left out: nothing could be told of them. */
async function pricesOf(document: PlanDocument, name: string): Promise<Result<QuotesBeside, string>> {
  const matcher = cardMatcher(catalogue);
  const read = await readQuotesFile(name, name, { cards: matcher, format: null, mark: null });
  if (!read.ok) {
    const { kind, fault } = read.error;
    return err(kind === "file" ? fault.message : `${name}: 1 fault\n\n${describeFault(fault)}`);
  }
  const { file, quotes } = read.value;
  const decisions: QuoteDecisions = {
    provider: providerOf(resolve(name)),
    date: null,
    currency: "USD",
    cards: new Map(),
    fileName: basename(name),
    format: file.format,
  };
  const offers = quotes.flatMap((found) => {
    const quote = libraryQuote(found, decisions, matcher);
    return quote.ok ? [quote.value] : [];
  });
  return told(quotesBeside(document, offers, [], catalogue), name);
}

function told(read: Result<QuotesBeside, readonly PlanFault[]>, name: string): Result<QuotesBeside, string> {
  if (read.ok) return read;
  const count = read.error.length === 1 ? "1 fault" : `${read.error.length} faults`;
  return err([`${name}: ${count}`, ...read.error.map(describeFault)].join("\n\n"));
}
