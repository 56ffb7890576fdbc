import { z } from "zod";
import { copiedFromSchema } from "../lib/copied-from.ts";
import { calendarDateSchema } from "../lib/dates.ts";
import { slugSchema } from "../lib/slug.ts";
import { strictObject } from "../lib/strict-object.ts";
import { quantity } from "../ranges/quantity.ts";
import { termSchema } from "./term.ts";

/**
 * A price at which the plan is costed: stated per card-hour, or a row of the catalogue of rates with a term. One of the
 * plan's quotes is the headline; a quote with an accelerator prices only runs on that accelerator.
 */
export const quoteSchema = strictObject({
  id: slugSchema,
  title: z.string().optional(),
  /** In the plan's currency, per card-hour. */
  price: quantity({ min: 0, max: 1e9, what: "price per card-hour" }).optional(),
  /** The id of a shipped rate. */
  rate: slugSchema.optional(),
  /** How the rate is rented; `DEFAULT_TERM` when left out. */
  term: termSchema.optional(),
  headline: z.boolean().optional(),
  /** The id of the one accelerator that the quote is for. */
  accelerator: slugSchema.optional(),
  date: calendarDateSchema.optional(),
  source: z.string().optional(),
  /** The quote of the library that this one was copied from. */
  from: copiedFromSchema.optional(),
}).superRefine((quote, context) => {
  if (quote.price === undefined && quote.rate === undefined) {
    context.addIssue({ code: "custom", path: [], input: quote, message: "Allowed: one of price and rate" });
  }
  if (quote.price !== undefined && quote.rate !== undefined) {
    context.addIssue({ code: "custom", path: ["rate"], input: quote.rate, message: "Allowed: one of price and rate" });
  }
  if (quote.term !== undefined && quote.rate === undefined) {
    context.addIssue({ code: "custom", path: ["term"], input: quote.term, message: "Allowed: with a rate only" });
  }
});
export type Quote = z.infer<typeof quoteSchema>;
