import "../../../shared/lib/zod-without-eval.ts";
import { basename, resolve } from "node:path";
import { compareQuotes } from "../../../shared/estimate/compare/compare-quotes.ts";
import { Schedules } from "../../../shared/estimate/compare/schedules.ts";
import { estimate } from "../../../shared/estimate/estimate.ts";
import type { Comparison } from "../../../shared/formats/comparison/comparison.ts";
import { comparisonToJson } from "../../../shared/formats/comparison/comparison-to-json.ts";
import { comparisonToText } from "../../../shared/formats/comparison/comparison-to-text.ts";
import { cardMatcher } from "../../../shared/formats/quotes/cards/match-card.ts";
import type { SkippedRow } from "../../../shared/formats/quotes/found-quote.ts";
import { libraryQuote, type QuoteDecisions } from "../../../shared/formats/quotes/library-quote.ts";
import { providerOf } from "../../../shared/formats/quotes/provider-name.ts";
import { skippedGroups } from "../../../shared/formats/quotes/summary.ts";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import type { PlanDocument } from "../../../shared/plan/document.ts";
import type { PlanFault } from "../../../shared/plan/fault.ts";
import { describeFault } from "../../../shared/plan/faults/describe-fault.ts";
import { type QuotesBeside, quotesBeside, readQuotesBeside } from "../../../shared/plan/quotes-beside.ts";
import { counted } from "../../../shared/units/format/counted.ts";
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
  const { plan, quotes, list } = offered.value;
  const compared = compareQuotes(plan, estimate(plan), quotes, new Schedules(), cards.value);
  const comparison = { plan, file: input.file, quotes, compared, list };
  terminal.write(options.json ? comparisonToJson(comparison) : comparisonToText(comparison, terminal));
  return exitCodes.done;
}

type Offered = QuotesBeside & Pick<Comparison, "list">;

/** Without a file the plan's own quotes are compared. */
function ownQuotes({ resolved }: PlanInput): Result<Offered, string> {
  return ok({ plan: resolved, quotes: resolved.quotes, list: null });
}

const quotesFile: KindOfFile = {
  file: "file of quotes",
  subject: "a file of quotes",
  form: "Quotes are a list in YAML or JSON, as a plan has them, or a price list as .csv.",
};

async function quotesOf(document: PlanDocument, name: string): Promise<Result<Offered, string>> {
  if (/\.csv$/i.test(name)) return pricesOf(document, name);
  const text = await readPlanFile(resolve(name), name, quotesFile);
  if (!text.ok) return err(text.error.message);
  return told(readQuotesBeside(document, text.value, catalogue), name, null);
}

/** A price list as `import quotes` reads it. Rows of cards that are not known are left out and told: nothing could be said of them. */
async function pricesOf(document: PlanDocument, name: string): Promise<Result<Offered, string>> {
  const matcher = cardMatcher(catalogue);
  const read = await readQuotesFile(name, name, { cards: matcher, format: null, mark: null });
  if (!read.ok) {
    const { kind, fault } = read.error;
    return err(kind === "file" ? fault.message : `${name}: 1 fault\n\n${describeFault(fault)}`);
  }
  const { file, quotes, skipped } = read.value;
  const decisions: QuoteDecisions = {
    provider: providerOf(resolve(name)),
    date: null,
    currency: "USD",
    cards: new Map(),
    fileName: basename(name),
    format: file.format,
  };
  const left: SkippedRow[] = [...skipped];
  const offers = quotes.flatMap((found) => {
    const quote = libraryQuote(found, decisions, matcher);
    if (!quote.ok) left.push({ line: found.line, reason: quote.error });
    return quote.ok ? [quote.value] : [];
  });
  const list = { rows: file.rows, left: skippedGroups(left) };
  return told(quotesBeside(document, offers, [], catalogue), name, list);
}

function told(
  read: Result<QuotesBeside, readonly PlanFault[]>,
  name: string,
  list: Comparison["list"],
): Result<Offered, string> {
  if (read.ok) return ok({ ...read.value, list });
  // One currency without a rate is one fault, however many quotes are in it.
  const faults = Map.groupBy(read.error, ({ message, value, allowed }) => JSON.stringify([message, value, allowed]));
  const blocks = [...faults.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          `${describeFault(first)}${others.length === 0 ? "" : `\n  also     in ${counted(others.length, "more quote")}`}`,
        ],
  );
  return err([`${name}: ${counted(blocks.length, "fault")}`, ...blocks].join("\n\n"));
}
