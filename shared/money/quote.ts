import { z } from "zod";
import { copiedFromSchema } from "../lib/copied-from.ts";
import { slugSchema } from "../lib/slug.ts";
import { strictObject } from "../lib/strict-object.ts";
import { basisOfTerm, DEFAULT_BASIS, type QuoteBasis } from "./quote-basis.ts";
import { disagreements, quoteFields } from "./quote-fields.ts";
import { DEFAULT_TERM, termSchema } from "./term.ts";

const { basis, price, currency, ...others } = quoteFields;

/**
 * A price at which the plan is costed: stated per card-hour, a row of the catalogue of rates with a term, or machines to own. One of
 * the plan's quotes is the headline; a quote with an accelerator prices only runs on that accelerator.
 */
export const quoteSchema = strictObject({
  id: slugSchema,
  title: z.string().optional(),
  price,
  /** The id of a shipped rate, in USD. */
  rate: slugSchema.optional(),
  /** How the rate is rented; `DEFAULT_TERM` when left out. */
  term: termSchema.optional(),
  headline: z.boolean().optional(),
  /** Of a price or a purchase; a rate has that of its term. */
  basis,
  /** Of all money of the quote; the plan's when left out. */
  currency,
  ...others,
  source: z.string().optional(),
  /** The quote of the library that this one was copied from. */
  from: copiedFromSchema.optional(),
}).superRefine((quote, context) => {
  const add = (path: string[], input: unknown, allowed: string) =>
    context.addIssue({ code: "custom", path, input, message: `Allowed: ${allowed}` });
  const isRate = quote.rate !== undefined;
  if (quote.price === undefined && !isRate && quote.basis !== "purchase") add([], quote, "one of price and rate");
  if (quote.price !== undefined && isRate) add(["rate"], quote.rate, "one of price and rate");
  if (quote.term !== undefined && !isRate) add(["term"], quote.term, "with a rate only");
  if (isRate && quote.basis !== undefined) add(["basis"], quote.basis, "with a price only; a rate has a term");
  if (isRate && quote.currency !== undefined) add(["currency"], quote.currency, "with a price only; a rate is in USD");
  for (const { key, value, allowed } of disagreements(quote, basisOf(quote), isRate)) add([key], value, allowed);
});
export type Quote = z.infer<typeof quoteSchema>;

/** What the quote is of: as it says, or by the term of its rate. */
export const basisOf = ({ rate, term, basis }: Pick<Quote, "rate" | "term" | "basis">): QuoteBasis =>
  rate === undefined ? (basis ?? DEFAULT_BASIS) : basisOfTerm(term ?? DEFAULT_TERM);
