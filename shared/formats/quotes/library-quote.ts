/** From what a row offers to a quote of the library, with what a person has said about the whole file. */
import { err, ok, type Result } from "../../lib/result.ts";
import type { LibraryQuote } from "../../money/library-quote.ts";
import { offerTerms } from "../../money/offer-terms.ts";
import type { CardMatcher } from "./cards/match-card.ts";
import { type FoundQuote, type QuoteFormat, quoteFormatWords } from "./found-quote.ts";
import { providerNamed } from "./provider-name.ts";

/** What the file leaves open, and is said once for all of its rows. A row that states it itself keeps its own. */
export interface QuoteDecisions {
  readonly provider: string | null;
  /** The day of the prices; null where nobody has said, and never today for that. */
  readonly date: string | null;
  readonly currency: string;
  /** Cards by the key of their match: a row of a catalogue, or null to leave their quotes out. */
  readonly cards: ReadonlyMap<string, string | null>;
  /** Where the quotes come from: the file's name. */
  readonly fileName: string;
  readonly format: QuoteFormat;
}

/** A quote of the library; the error is why it is none, as a sentence. */
export function libraryQuote(
  found: FoundQuote,
  decisions: QuoteDecisions,
  matcher: CardMatcher,
): Result<LibraryQuote, string> {
  const accelerator = cardOf(found, decisions, matcher);
  if (accelerator !== null && !accelerator.ok) return accelerator;
  return ok(withCard(found, decisions, accelerator === null ? null : accelerator.value));
}

/** The quote with the card that is given, or with none. */
export function withCard(found: FoundQuote, decisions: QuoteDecisions, accelerator: string | null): LibraryQuote {
  const { provider, date, currency, fileName, format } = decisions;
  const { fields, line } = found;
  const named = found.provider === null ? provider : providerNamed(found.provider);
  const quotedBy = fields.quotedBy ?? named;
  const title = found.instance === null && fields.title !== undefined ? fields.title : titleOf(found, named);
  return {
    ...fields,
    title: title.slice(0, LONGEST_TITLE),
    currency: fields.currency ?? currency,
    source: fields.source ?? `${fileName}, line ${line}: ${quoteFormatWords[format]}`,
    ...(accelerator === null ? {} : { accelerator }),
    ...(quotedBy === null ? {} : { quotedBy }),
    ...(fields.date !== undefined || date === null ? {} : { date }),
  };
}

const LONGEST_TITLE = 200;

const titleOf = ({ instance, card, fields }: FoundQuote, provider: string | null): string =>
  [provider, instance ?? fields.title ?? card?.name].filter(Boolean).join(" ") || "Quote";

/** The card that is meant: as was chosen for its name, else where the name leaves no doubt. Null where the row names none. */
function cardOf({ card }: FoundQuote, { cards }: QuoteDecisions, matcher: CardMatcher): Result<string, string> | null {
  if (card === null) return null;
  const match = matcher.match(card);
  const chosen = cards.get(match.key);
  if (chosen === null) return err(`Its card, ${match.label}, is left out.`);
  if (chosen !== undefined) return ok(chosen);
  if (match.kind === "known") return ok(match.id);
  return err(
    match.kind === "open"
      ? `Which card ${match.label} is, is not known: ${match.because}.`
      : `Its card is not known: ${match.because}.`,
  );
}

/** What makes a quote the same offer as another one of the library. */
export const sameOfferKey = (quote: LibraryQuote): string =>
  JSON.stringify([quote.quotedBy ?? "", quote.title, offerTerms(quote)]);
