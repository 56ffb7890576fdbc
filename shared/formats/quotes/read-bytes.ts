/** Price lists as they come from a disk: bytes, in the encodings that spreadsheets write. */
import { err, ok, type Result } from "../../lib/result.ts";
import type { PlanFault } from "../../plan/fault.ts";
import { MOST_BYTES, type QuoteBatch, type QuoteFile, type QuoteReaderOptions, quoteReader } from "./read-quotes.ts";
import { fault } from "./recognise.ts";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be";

/** The part of a `TextDecoder` that is used; a fatal one throws at bytes that are no text. */
export interface Decoder {
  readonly decode: (bytes?: Uint8Array, options?: { readonly stream: boolean }) => string;
}
export type NewDecoder = (encoding: TextEncoding, options: { readonly fatal: boolean }) => Decoder;

export interface QuoteBytesReader {
  /** What these bytes complete; nothing may be pushed after a fault. */
  readonly push: (bytes: Uint8Array) => Result<QuoteBatch, PlanFault>;
  readonly end: () => Result<QuoteBatch, PlanFault>;
  readonly file: () => (QuoteFile & { readonly encoding: TextEncoding }) | null;
}

/** Bytes by which an encoding is told. */
const HEAD_BYTES = 512;

/**
 * A reader of price lists in UTF-8 or UTF-16. Other encodings cannot be told from each other by their bytes: they are refused with the
 * line, and what it would say in Latin-1. A workbook, an archive or a picture is refused by its first bytes.
 */
export function quoteBytesReader(options: QuoteReaderOptions & { readonly newDecoder: NewDecoder }): QuoteBytesReader {
  const { newDecoder } = options;
  const reader = quoteReader(options);
  let head: Uint8Array | null = new Uint8Array(0);
  let encoding: TextEncoding = "utf-8";
  let decoder: Decoder | null = null;
  let lines = 0;
  let length = 0;

  function read(bytes: Uint8Array, isLast: boolean): Result<QuoteBatch, PlanFault> {
    decoder ??= newDecoder(encoding, { fatal: true });
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: !isLast });
    } catch {
      return err(wrongEncoding(bytes, encoding, lines, newDecoder));
    }
    lines += lineEnds(text);
    const batch = reader.push(text);
    if (!isLast || !batch.ok) return batch;
    return joined(batch.value, reader.end());
  }

  function begin(bytes: Uint8Array, isLast: boolean): Result<QuoteBatch, PlanFault> {
    head = null;
    const told = encodingOf(bytes);
    if (told === "workbook") return err(workbook());
    if (told === "binary") return err(binary());
    encoding = told;
    return read(bytes, isLast);
  }

  return {
    push(bytes) {
      length += bytes.length;
      if (length > MOST_BYTES) return err(tooLarge());
      if (head === null) return read(bytes, false);
      const joinedHead = new Uint8Array(head.length + bytes.length);
      joinedHead.set(head);
      joinedHead.set(bytes, head.length);
      head = joinedHead;
      return head.length < HEAD_BYTES ? ok(NOTHING) : begin(head, false);
    },
    end: () => (head === null ? read(new Uint8Array(0), true) : begin(head, true)),
    file() {
      const file = reader.file();
      return file === null ? null : { ...file, encoding };
    },
  };
}

const NOTHING: QuoteBatch = { quotes: [], skipped: [] };

function joined(first: QuoteBatch, rest: Result<QuoteBatch, PlanFault>): Result<QuoteBatch, PlanFault> {
  if (!rest.ok) return rest;
  const { quotes, skipped } = rest.value;
  return ok({ quotes: [...first.quotes, ...quotes], skipped: [...first.skipped, ...skipped] });
}

/**
 * The encoding by a byte-order mark, else by where the zeros stand: UTF-16 has one beside every letter of English.
 *
 * @example encodingOf(Uint8Array.of(0xff, 0xfe, 0x61, 0)) // "utf-16le"
 */
function encodingOf(bytes: Uint8Array): TextEncoding | "workbook" | "binary" {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0x50 && second === 0x4b && third === 0x03 && fourth === 0x04) return "workbook";
  const zeros = [0, 0];
  for (const [at, byte] of bytes.subarray(0, HEAD_BYTES).entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return "utf-8";
  const half = Math.min(bytes.length, HEAD_BYTES) / 2;
  if (even === 0 && odd > half / 2) return "utf-16le";
  return odd === 0 && even > half / 2 ? "utf-16be" : "binary";
}

/** Ends of lines; CR LF is one, and where a text is cut between them, two: a line number of a fault may then be one too high. */
function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function wrongEncoding(
  bytes: Uint8Array,
  encoding: TextEncoding,
  linesBefore: number,
  newDecoder: NewDecoder,
): PlanFault {
  if (encoding !== "utf-8") return fault("The file ends within a letter of UTF-16", null, "a whole text file");
  const lenient = newDecoder(encoding, { fatal: false }).decode(bytes);
  const before = lenient.slice(0, Math.max(0, lenient.indexOf("\uFFFD")));
  const line = linesBefore + lineEnds(before) + 1;
  return {
    ...fault(
      `Line ${line} is not in UTF-8; it may be in Latin-1 or Windows-1252`,
      latin1Line(bytes),
      "text in UTF-8 or UTF-16",
      line,
    ),
    hint: "In a spreadsheet, save it as “CSV UTF-8”; or copy the cells and paste them.",
  };
}

/** The first line with a byte above ASCII, read as Latin-1. */
function latin1Line(bytes: Uint8Array): string {
  const at = bytes.findIndex((byte) => byte > 0x7f);
  const from = bytes.lastIndexOf(LF, at) + 1;
  const end = bytes.indexOf(LF, at);
  const line = bytes.subarray(from, Math.min(end < 0 ? bytes.length : end, from + LONGEST_SHOWN));
  return String.fromCharCode(...line).trim();
}

const LF = 10;
const LONGEST_SHOWN = 200;

const workbook = (): PlanFault => ({
  ...fault("This is an Excel workbook or another archive", null, "CSV, or values parted by tabs, as text in UTF-8"),
  hint: "In the spreadsheet, save the sheet as “CSV UTF-8”; or copy its cells and paste them.",
});

const binary = (): PlanFault =>
  fault("This is not a text file", null, "CSV, or values parted by tabs, as text in UTF-8 or UTF-16");

const tooLarge = (): PlanFault => fault("The file is larger than 1 GB", null, "at most 1,000,000,000 bytes");
