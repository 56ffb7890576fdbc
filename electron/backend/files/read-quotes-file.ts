/** Price lists from a disk or from standard input, as a stream: no file is held as a whole. */
import { basename, resolve } from "node:path";
import type { FoundQuote, SkippedRow } from "../../../shared/formats/quotes/found-quote.ts";
import { type NewDecoder, quoteBytesReader } from "../../../shared/formats/quotes/read-bytes.ts";
import type { QuoteFile, QuoteReaderOptions } from "../../../shared/formats/quotes/read-quotes.ts";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import type { PlanFault } from "../../../shared/plan/fault.ts";
import { type FileFault, fileFault } from "./file-fault.ts";
import { openRegularFile } from "./open-regular-file.ts";

export interface QuotesFile {
  readonly file: QuoteFile;
  readonly quotes: readonly FoundQuote[];
  readonly skipped: readonly SkippedRow[];
  /** The day on which the file was last changed, where the machine stands; null of standard input. */
  readonly changedOn: string | null;
}

/** What is wrong with the file itself, or with what stands in it. */
export type QuotesFileFault =
  | { readonly kind: "file"; readonly fault: FileFault }
  | { readonly kind: "content"; readonly fault: PlanFault };

/** Reads the file at `path`; `name` is how the person called it. */
export async function readQuotesFile(
  path: string,
  name: string,
  options: QuoteReaderOptions,
): Promise<Result<QuotesFile, QuotesFileFault>> {
  const opened = await openRegularFile(resolve(path), name, "price list");
  if (!opened.ok) return err({ kind: "file", fault: opened.error });
  const { file, changedAt } = opened.value;
  try {
    return await readQuotesStream(
      file.createReadStream({ autoClose: false, highWaterMark: CHUNK }),
      name,
      options,
      changedAt,
    );
  } finally {
    await file.close();
  }
}

const CHUNK = 262_144;

/** The same from a stream, as `process.stdin`. */
export async function readQuotesStream(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  options: QuoteReaderOptions,
  changedAt: Date | null = null,
): Promise<Result<QuotesFile, QuotesFileFault>> {
  const reader = quoteBytesReader({ ...options, newDecoder });
  const quotes: FoundQuote[] = [];
  const skipped: SkippedRow[] = [];
  const take = (read: ReturnType<typeof reader.push>): PlanFault | null => {
    if (!read.ok) return read.error;
    for (const quote of read.value.quotes) quotes.push(quote);
    for (const row of read.value.skipped) skipped.push(row);
    return null;
  };
  try {
    for await (const bytes of stream) {
      const fault = take(reader.push(bytes));
      if (fault !== null) return err({ kind: "content", fault });
    }
  } catch (error) {
    return err({ kind: "file", fault: fileFault(error, basename(name), "read") });
  }
  const fault = take(reader.end());
  const file = reader.file();
  if (fault !== null) return err({ kind: "content", fault });
  if (file === null) throw new RangeError("a price list was read and is of no format");
  return ok({ file, quotes, skipped, changedOn: changedAt === null ? null : localDay(changedAt) });
}

const newDecoder: NewDecoder = (encoding, { fatal }) => new TextDecoder(encoding, { fatal });

function localDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
