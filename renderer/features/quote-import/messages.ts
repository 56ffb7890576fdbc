/** What the page and the worker that reads price lists say to each other. */
import type { CardCatalogue } from "../../../shared/formats/quotes/cards/match-card.ts";
import type { QuoteFormat } from "../../../shared/formats/quotes/found-quote.ts";
import type { QuoteDecisions } from "../../../shared/formats/quotes/library-quote.ts";
import type { QuotePreview } from "../../../shared/formats/quotes/preview.ts";
import type { DecimalMark } from "../../../shared/formats/quotes/read-amount.ts";
import type { TextEncoding } from "../../../shared/formats/quotes/read-bytes.ts";
import type { QuoteFile } from "../../../shared/formats/quotes/read-quotes.ts";
import type { LibraryQuote } from "../../../shared/money/library-quote.ts";
import type { PlanFault } from "../../../shared/plan/fault.ts";

/** Quotes that are shown of all that come in. */
export const SHOWN_QUOTES = 12;

export type QuoteQuestion =
  | {
      readonly ask: "read";
      readonly file: Blob;
      readonly format: QuoteFormat | null;
      readonly mark: DecimalMark | null;
      /** With the person's own cards. */
      readonly catalogue: CardCatalogue;
    }
  | {
      readonly ask: "preview";
      readonly decisions: QuoteDecisions;
      readonly known: ReadonlySet<string>;
      readonly leaveOutKnown: boolean;
    }
  /** The quotes of the last preview, from one of them on. */
  | { readonly ask: "quotes"; readonly from: number };

/** A preview without all of its quotes: these stay where they were read until they are stored. */
export interface ShownPreview extends Omit<QuotePreview, "quotes"> {
  readonly count: number;
  readonly shown: readonly LibraryQuote[];
}

export type ReadFile = QuoteFile & { readonly encoding: TextEncoding };

export type QuoteAnswer =
  | { readonly told: "progress"; readonly bytes: number; readonly rows: number; readonly quotes: number }
  | { readonly told: "read"; readonly file: ReadFile }
  | { readonly told: "fault"; readonly fault: PlanFault }
  | { readonly told: "preview"; readonly preview: ShownPreview }
  /** As many as one question to the host may carry; none at the end. */
  | { readonly told: "quotes"; readonly quotes: readonly LibraryQuote[] }
  | { readonly told: "broken"; readonly message: string };
