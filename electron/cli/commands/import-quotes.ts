import "../../../shared/lib/zod-without-eval.ts";
import { writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { cardUses } from "../../../shared/formats/quotes/card-uses.ts";
import { type CardMatcher, cardMatcher } from "../../../shared/formats/quotes/cards/match-card.ts";
import { QUOTE_FORMATS, type QuoteFormat } from "../../../shared/formats/quotes/found-quote.ts";
import {
  libraryQuote,
  type QuoteDecisions,
  sameOfferKey,
  withCard,
} from "../../../shared/formats/quotes/library-quote.ts";
import { previewQuotes } from "../../../shared/formats/quotes/preview.ts";
import { providerOf } from "../../../shared/formats/quotes/provider-name.ts";
import { quotesToJson, type ReadQuote } from "../../../shared/formats/quotes/quotes-to-json.ts";
import { type CardLine, quotesToText } from "../../../shared/formats/quotes/quotes-to-text.ts";
import { templateCsv } from "../../../shared/formats/quotes/template/template.ts";
import { calendarDateSchema } from "../../../shared/lib/dates.ts";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import { currencySchema } from "../../../shared/money/currency.ts";
import { describeFault } from "../../../shared/plan/faults/describe-fault.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { catalogue } from "../../backend/catalogue.ts";
import { fileFault } from "../../backend/files/file-fault.ts";
import { type QuotesFile, readQuotesFile, readQuotesStream } from "../../backend/files/read-quotes-file.ts";
import { type ExitCode, exitCodes } from "../../backend/terminal/exit-codes.ts";
import type { Arguments } from "../../backend/terminal/read-arguments.ts";
import type { Terminal } from "../../backend/terminal/terminal.ts";
import type { importQuotesCommand } from "../command-list.ts";
import { withRecord } from "./record.ts";

type Options = Arguments<typeof importQuotesCommand.options>["options"];

/** `flopsheet import quotes FILE [--format F] [--provider NAME] [--date D] [--currency C] [--decimals D] [--cards …] [--save] [--template] [--json]`. */
export async function runImportQuotes(
  terminal: Terminal,
  { operand, options }: Arguments<typeof importQuotesCommand.options>,
): Promise<ExitCode> {
  if (options.template === true) return writeTemplate(terminal, operand);
  const matcher = cardMatcher(catalogue);
  const asked = readOptions(options);
  if (!asked.ok) return refuse(terminal, asked.error);
  const fromInput = operand === "-";
  const name = fromInput ? "standard input" : operand;
  const { format, mark } = asked.value;
  const read = fromInput
    ? await readQuotesStream(terminal.input, name, { cards: matcher, format, mark })
    : await readQuotesFile(operand, name, { cards: matcher, format, mark });
  if (!read.ok) {
    const { kind, fault } = read.error;
    return refuse(terminal, kind === "file" ? fault.message : `${name}: 1 fault\n\n${describeFault(fault)}`);
  }
  const list = read.value;
  const decisions: QuoteDecisions = {
    provider: options.provider ?? (fromInput ? null : providerOf(resolve(operand))),
    date: options.date ?? null,
    currency: options.currency ?? "USD",
    cards: asked.value.cards,
    fileName: fromInput ? name : basename(operand),
    format: list.file.format,
  };
  const reading = {
    format: list.file.format,
    rows: list.file.rows,
    unlisted: list.file.unlisted,
    skipped: list.skipped,
    quotes: quotesOf(list, decisions, matcher),
  };
  terminal.write(
    options.json === true
      ? quotesToJson(reading)
      : quotesToText({
          ...reading,
          provider: decisions.provider,
          date: decisions.date,
          fileDate: list.changedOn,
          cards: cardLines(list, decisions, matcher),
        }),
  );
  return options.save === true ? save(terminal, list, decisions, matcher) : exitCodes.done;
}

/** Puts what is known of the list into the library of the app: all of it, or nothing. */
function save(
  terminal: Terminal,
  list: QuotesFile,
  decisions: QuoteDecisions,
  matcher: CardMatcher,
): Promise<ExitCode> {
  return withRecord(terminal, async (record) => {
    const before = record.read(({ library, settings }) =>
      ok({ rows: library.list("quote"), cards: settings.read().quoteCards }),
    );
    if (!before.ok) return missing(terminal, before.error.message);
    const keys = before.value.rows.flatMap(({ content }) =>
      content.kind === "quote" ? [sameOfferKey(content.value)] : [],
    );
    const preview = previewQuotes(
      list.quotes,
      list.skipped,
      {
        decisions: { ...decisions, cards: new Map([...Object.entries(before.value.cards), ...decisions.cards]) },
        ...{ known: new Set(keys), leaveOutKnown: true },
      },
      matcher,
    );
    if (preview.undated > 0) {
      return refuse(
        terminal,
        `${counted(preview.undated, "quote")} without a date: --date YYYY-MM-DD says the day of the prices.`,
      );
    }
    const left = list.quotes.length - preview.quotes.length;
    const beside =
      left === 0 ? "" : ` ${counted(left, "quote")} left out: the card is not known, or the library has the offer.`;
    if (preview.quotes.length === 0) {
      terminal.complain(`Saved nothing.${beside}`);
      return exitCodes.done;
    }
    const saved = record.change(({ imports }) => {
      const id = crypto.randomUUID();
      imports.begin(id, "quotes");
      const rows = preview.quotes.map((value) => ({ id: crypto.randomUUID(), baseRevision: null, value }));
      const staged = imports.addPart(id, 0, rows);
      return staged.ok ? imports.commit(id) : staged;
    });
    if (!saved.ok) return missing(terminal, saved.error.message);
    terminal.complain(`Saved ${counted(preview.quotes.length, "quote")} to the library.${beside}`);
    return exitCodes.done;
  });
}

function missing(terminal: Terminal, message: string): ExitCode {
  terminal.complain(message);
  return exitCodes.missing;
}

/** Every quote; one whose card is not known has none. */
function quotesOf({ quotes }: QuotesFile, decisions: QuoteDecisions, matcher: CardMatcher): readonly ReadQuote[] {
  return quotes.map((found) => {
    const quote = libraryQuote(found, decisions, matcher);
    return {
      line: found.line,
      card: found.card?.name ?? null,
      quote: quote.ok ? quote.value : withCard(found, decisions, null),
    };
  });
}

const cardLines = ({ quotes }: QuotesFile, { cards }: QuoteDecisions, matcher: CardMatcher): readonly CardLine[] =>
  cardUses(quotes, cards, matcher).map(({ match, quotes: count, taken, isChosen }) => ({
    label: match.label,
    quotes: count,
    taken: taken === null ? null : (catalogue.accelerators.find(({ id }) => id === taken)?.name ?? taken),
    because: isChosen
      ? "as --cards says"
      : match.kind === "open"
        ? `${match.because}: ${match.candidates.join(", ")}`
        : match.because,
  }));

interface Asked {
  readonly format: QuoteFormat | null;
  readonly mark: "." | "," | null;
  readonly cards: ReadonlyMap<string, string | null>;
}

function readOptions({ format, decimals, date, currency, cards }: Options): Result<Asked, string> {
  const known = QUOTE_FORMATS.find((one) => one === format);
  if (format !== undefined && known === undefined) {
    return err(`--format ${format}: the format is one of ${QUOTE_FORMATS.join(", ")}.`);
  }
  if (decimals !== undefined && decimals !== "point" && decimals !== "comma") {
    return err(`--decimals ${decimals}: decimals stand behind a point or a comma.`);
  }
  if (date !== undefined && !calendarDateSchema.safeParse(date).success) {
    return err(`--date ${date}: the date is a day as YYYY-MM-DD.`);
  }
  if (currency !== undefined && !currencySchema.safeParse(currency).success) {
    return err(`--currency ${currency}: the currency is three capital letters, as USD.`);
  }
  const chosen = readCards(cards);
  if (!chosen.ok) return chosen;
  const mark = decimals === undefined ? null : decimals === "point" ? "." : ",";
  return ok({ format: known ?? null, mark, cards: chosen.value });
}

/** `H100=h100-sxm; A100, 80 GB=a100-sxm-80`. */
function readCards(text: string | undefined): Result<ReadonlyMap<string, string>, string> {
  const cards = new Map<string, string>();
  for (const pair of text?.split(";") ?? []) {
    const at = pair.lastIndexOf("=");
    const [name, id] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (at <= 0 || name === "")
      return err(`--cards ${pair}: a card is written as NAME=ID, several with ; between them.`);
    if (!catalogue.accelerators.some((card) => card.id === id)) {
      return err(
        `--cards ${pair.trim()}: the catalogue has no ${id}. Its ids: ${catalogue.accelerators.map((card) => card.id).join(", ")}.`,
      );
    }
    cards.set(name, id);
  }
  return ok(cards);
}

async function writeTemplate(terminal: Terminal, operand: string): Promise<ExitCode> {
  if (operand === "-") {
    terminal.write(templateCsv());
    return exitCodes.done;
  }
  try {
    await writeFile(resolve(operand), templateCsv(), { flag: "wx" });
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    return refuse(
      terminal,
      isThere ? `${operand} is there already; nothing was written.` : fileFault(error, operand, "written").message,
    );
  }
  terminal.complain(`Wrote ${operand}.`);
  return exitCodes.done;
}

function refuse(terminal: Terminal, message: string): ExitCode {
  terminal.complain(message);
  return exitCodes.badInput;
}
