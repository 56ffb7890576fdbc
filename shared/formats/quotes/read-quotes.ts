/** Reads price lists piece by piece: a file of any length, of which only the quotes are kept. */
import { err, ok, type Result } from "../../lib/result.ts";
import { offerTerms } from "../../money/offer-terms.ts";
import type { PlanFault } from "../../plan/fault.ts";
import { type CsvReader, type CsvRecord, csvReader, MOST_CHARACTERS } from "../csv/csv-records.ts";
import type { CardMatcher } from "./cards/match-card.ts";
import type { FoundQuote, QuoteFormat, SkippedRow } from "./found-quote.ts";
import type { DecimalMark } from "./read-amount.ts";
import { fault, HEAD_CHARACTERS, recogniseTable, type Table } from "./recognise.ts";

/** Quotes of one file: more than any person looks through, or than all providers of SkyPilot's catalogue offer together. */
export const MOST_QUOTES = 200_000;
/** Skipped rows that are listed; of more, only the number is told. */
const MOST_SKIPPED = 100_000;
/** Bytes of one file. It is read as a stream, and never held as a whole. */
export const MOST_BYTES = 1_000_000_000;

export interface QuoteBatch {
  readonly quotes: readonly FoundQuote[];
  readonly skipped: readonly SkippedRow[];
}

/** What is known of the file as a whole. */
export interface QuoteFile {
  readonly format: QuoteFormat;
  /** The columns that are read, and what they are taken for. */
  readonly columns: Table["columns"];
  /** The sign before decimals; null where the file does not show it, and numbers that can mean two things are skipped. */
  readonly mark: DecimalMark | null;
  /** Rows below the headings so far, empty ones not counted. */
  readonly rows: number;
  /** Skipped rows that were not listed. */
  readonly unlisted: number;
}

export interface QuoteReader {
  /** What `text` completes; nothing may be pushed after a fault. */
  readonly push: (text: string) => Result<QuoteBatch, PlanFault>;
  readonly end: () => Result<QuoteBatch, PlanFault>;
  /** Null until enough was read to recognise the file. */
  readonly file: () => QuoteFile | null;
}

export interface QuoteReaderOptions {
  readonly cards: CardMatcher;
  /** Null: found out. */
  readonly format: QuoteFormat | null;
  /** Null: found out from the prices that leave no doubt. */
  readonly mark: DecimalMark | null;
}

/**
 * A reader of price lists. What it finds does not depend on where the text is cut. A row that repeats an offer of the file (same
 * provider, instance, card and terms) is skipped with the line that it repeats.
 */
export function quoteReader({ cards, format, mark }: QuoteReaderOptions): QuoteReader {
  let head = "";
  let table: Table | null = null;
  let csv: CsvReader | null = null;
  let records = 0;
  let rows = 0;
  let quotes = 0;
  let listed = 0;
  let unlisted = 0;
  const lineOf = new Map<string, number>();

  function take(taken: readonly CsvRecord[], of: Table): Result<QuoteBatch, PlanFault> {
    const found: FoundQuote[] = [];
    const skipped: SkippedRow[] = [];
    const skip = (line: number, reason: string) => {
      if (listed >= MOST_SKIPPED) unlisted += 1;
      else {
        listed += 1;
        skipped.push({ line, reason });
      }
    };
    for (const { fields, line } of taken) {
      records += 1;
      if (records < of.headingRecords) skip(line, "It stands above the headings.");
      if (records <= of.headingRecords) continue;
      rows += 1;
      if (of.headings?.every((heading, at) => heading === fields[at]) === true) {
        skip(line, "It repeats the headings.");
        continue;
      }
      const reading = of.read(fields, line, mark ?? of.mark);
      for (const reason of reading.reasons) skip(line, reason);
      for (const quote of reading.quotes) {
        const key = offerKey(quote);
        const first = lineOf.get(key);
        if (first !== undefined) {
          skip(line, `The same ${quote.fields.basis === "spot" ? "spot " : ""}offer stands in line ${first}.`);
          continue;
        }
        if (quotes === MOST_QUOTES) return err(tooMany(line));
        quotes += 1;
        lineOf.set(key, line);
        found.push(quote);
      }
    }
    return ok({ quotes: found, skipped });
  }

  /** Recognises the file as soon as its head is there, and goes on from its beginning. */
  function begin(isAll: boolean): Result<QuoteBatch, PlanFault> | null {
    if (!isAll && head.length < HEAD_CHARACTERS) return null;
    if (head.includes("\0")) return err(notText());
    // Cut at the same place however the text came.
    const looked = head.slice(0, HEAD_CHARACTERS);
    const recognised = recogniseTable(looked, isAll && looked.length === head.length, format, cards);
    if (!recognised.ok) return recognised;
    table = recognised.value;
    csv = csvReader(table.separator);
    const text = head;
    head = "";
    return read(csv.push(text), table);
  }

  const read = (given: ReturnType<CsvReader["push"]>, of: Table): Result<QuoteBatch, PlanFault> =>
    given.ok ? take(given.value, of) : err(unclosed(given.error.line));

  return {
    push(text) {
      if (csv !== null && table !== null) return read(csv.push(text), table);
      head += text;
      return begin(false) ?? ok({ quotes: [], skipped: [] });
    },
    end() {
      const begun = csv === null ? begin(true) : null;
      if (begun !== null && !begun.ok) return begun;
      if (csv === null || table === null) return ok({ quotes: [], skipped: [] });
      const rest = read(csv.end(), table);
      if (begun === null || !rest.ok) return rest;
      const { quotes: first, skipped } = begun.value;
      return ok({ quotes: [...first, ...rest.value.quotes], skipped: [...skipped, ...rest.value.skipped] });
    },
    file: () =>
      table === null
        ? null
        : { format: table.format, columns: table.columns, mark: mark ?? table.mark, rows, unlisted },
  };
}

/** What makes two rows the same offer. */
const offerKey = ({ provider, instance, card, fields }: FoundQuote): string =>
  JSON.stringify([provider, instance ?? fields.title ?? "", card?.name ?? null, offerTerms(fields)]);

const tooMany = (line: number): PlanFault =>
  fault("The file has too many quotes", null, "at most 200,000 quotes: part it into several files", line);

const unclosed = (line: number): PlanFault =>
  fault(
    `A quoted field that begins in line ${line} does not end within ${MOST_CHARACTERS.toLocaleString("en-US")} characters`,
    null,
    "a closing quote",
    line,
  );

const notText = (): PlanFault =>
  fault("This is not a text file", null, "CSV, or values parted by tabs, as text in UTF-8");
