/** One change of many quotes. Pure: what becomes of each, or which of them cannot take it. */
import type { LibraryQuote } from "../../../../shared/money/library-quote.ts";
import { libraryQuoteSchema } from "../../../../shared/money/library-quote.ts";
import type { Quantity } from "../../../../shared/ranges/quantity.ts";
import { isRange } from "../../../../shared/ranges/quantity.ts";
import { faultsOf } from "../form/draft.ts";

/** What can be changed of several at once. */
export const BULK_FIELDS = {
  date: { label: "Quoted on", placeholder: "2026-11-22", help: "As YYYY-MM-DD; empty takes the date out." },
  validUntil: { label: "Valid until", placeholder: "2026-12-31", help: "As YYYY-MM-DD; empty takes the day out." },
  quotedBy: { label: "Quoted by", placeholder: "", help: "Empty takes it out." },
  region: { label: "Region", placeholder: "", help: "Empty takes it out." },
  currency: { label: "Currency", placeholder: "EUR", help: "The numbers stay: nothing is converted." },
  percent: {
    label: "Price, by per cent",
    placeholder: "-5",
    help: "Of a card-hour, or of a node that is bought. 5 makes it dearer by 5 %, -5 cheaper.",
  },
} as const;
export type BulkField = keyof typeof BULK_FIELDS;

export interface BulkEdit {
  readonly field: BulkField;
  readonly text: string;
}

/** `quote` with the change, or what is wrong with it then. */
export function bulkEdited(
  quote: LibraryQuote,
  { field, text }: BulkEdit,
): { readonly quote: LibraryQuote } | { readonly fault: string } {
  const typed = text.trim();
  const changed = field === "percent" ? dearer(quote, typed) : { ...quote, [field]: typed === "" ? undefined : typed };
  if (changed === null) return { fault: "Type the per cent as a number above -100, as 5 or -2.5." };
  const parsed = libraryQuoteSchema.safeParse(withoutUndefined(changed));
  if (parsed.success) return { quote: parsed.data };
  const [first] = faultsOf(libraryQuoteSchema, changed).values();
  return { fault: first ?? "The quote does not fit any more." };
}

/** A price has at most so many digits after it was multiplied: 2.4 × 1.05 is 2.52 and not 2.5200000000000005. */
const DIGITS = 12;

function dearer(quote: LibraryQuote, typed: string): LibraryQuote | null {
  const percent = Number(typed.replace(/\s*%$/, "").replace("−", "-"));
  if (typed === "" || !Number.isFinite(percent) || percent <= -100) return null;
  const times = (value: number) => Number((value * (1 + percent / 100)).toPrecision(DIGITS));
  const { price, purchase } = quote;
  return {
    ...quote,
    ...(price === undefined ? {} : { price: scaled(price, times) }),
    ...(purchase === undefined ? {} : { purchase: { ...purchase, nodePrice: times(purchase.nodePrice) } }),
  };
}

function scaled(price: Quantity, times: (value: number) => number): Quantity {
  if (typeof price === "number") return times(price);
  if (!isRange(price)) return price;
  return { ...price, low: times(price.low), likely: times(price.likely), high: times(price.high) };
}

const withoutUndefined = (quote: object): object =>
  Object.fromEntries(Object.entries(quote).filter(([, value]) => value !== undefined));
