/** Reads a price list beside the page, as a stream, and keeps what it found until it is stored or thrown away. */
import { type CardMatcher, cardMatcher } from "../../../shared/formats/quotes/cards/match-card.ts";
import type { FoundQuote, SkippedRow } from "../../../shared/formats/quotes/found-quote.ts";
import { previewQuotes } from "../../../shared/formats/quotes/preview.ts";
import { quoteBytesReader } from "../../../shared/formats/quotes/read-bytes.ts";
import type { LibraryQuote } from "../../../shared/money/library-quote.ts";
import { type QuoteAnswer, type QuoteQuestion, SHOWN_QUOTES } from "./messages.ts";
import { nextPart } from "./next-part.ts";

interface Held {
  readonly matcher: CardMatcher;
  readonly quotes: readonly FoundQuote[];
  readonly skipped: readonly SkippedRow[];
}

let held: Held | null = null;
let ready: readonly LibraryQuote[] = [];

const tell = (answer: QuoteAnswer): void => self.postMessage(answer);

self.addEventListener("message", ({ data }: MessageEvent<QuoteQuestion>) => {
  answer(data).then(tell, (error: unknown) =>
    tell({ told: "broken", message: error instanceof Error ? error.message : String(error) }),
  );
});

async function answer(question: QuoteQuestion): Promise<QuoteAnswer> {
  switch (question.ask) {
    case "read":
      return readList(question);
    case "preview": {
      if (held === null) throw new Error("no price list has been read");
      const { quotes, ...preview } = previewQuotes(held.quotes, held.skipped, question, held.matcher);
      ready = quotes;
      return { told: "preview", preview: { ...preview, count: quotes.length, shown: quotes.slice(0, SHOWN_QUOTES) } };
    }
    case "quotes":
      return { told: "quotes", quotes: nextPart(ready, question.from) };
  }
}

/** Milliseconds between two words about how far it is. */
const PROGRESS_MS = 100;

async function readList(question: Extract<QuoteQuestion, { readonly ask: "read" }>): Promise<QuoteAnswer> {
  const { file: source, format, mark, catalogue } = question;
  const matcher = cardMatcher(catalogue);
  const reader = quoteBytesReader({
    ...{ cards: matcher, format, mark },
    newDecoder: (encoding, { fatal }) => new TextDecoder(encoding, { fatal }),
  });
  const quotes: FoundQuote[] = [];
  const skipped: SkippedRow[] = [];
  const take = (read: ReturnType<typeof reader.push>) => {
    if (!read.ok) return read.error;
    for (const quote of read.value.quotes) quotes.push(quote);
    for (const row of read.value.skipped) skipped.push(row);
    return null;
  };
  let bytes = 0;
  let told = performance.now();
  const stream = source.stream().getReader();
  for (;;) {
    const { done, value } = await stream.read();
    const fault = take(done ? reader.end() : reader.push(value));
    if (fault !== null) return { told: "fault", fault };
    if (done) break;
    bytes += value.length;
    if (performance.now() - told < PROGRESS_MS) continue;
    told = performance.now();
    tell({ told: "progress", bytes, rows: reader.file()?.rows ?? 0, quotes: quotes.length });
  }
  const file = reader.file();
  if (file === null) throw new Error("a price list was read and is of no format");
  held = { matcher, quotes, skipped };
  return { told: "read", file };
}
