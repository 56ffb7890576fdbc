/** A quote of the library: a dated price with a source, for all projects. A plan copies it and keeps its date. */
import { z } from "zod";
import { calendarDateSchema } from "../lib/dates.ts";
import { slugSchema } from "../lib/slug.ts";
import { strictObject } from "../lib/strict-object.ts";
import { quantity } from "../ranges/quantity.ts";

export const libraryQuoteSchema = strictObject({
  title: z.string().trim().min(1).max(200),
  /** Per card-hour, in `currency`. */
  price: quantity({ min: 0, max: 1e9, what: "price per card-hour" }),
  currency: z.string().regex(/^[A-Z]{3}$/, "Allowed: three capital letters, as USD"),
  /** The id of the one accelerator that the quote is for. */
  accelerator: slugSchema.optional(),
  date: calendarDateSchema.optional(),
  source: z.string().trim().min(1).max(2_000).optional(),
  note: z.string().trim().min(1).max(2_000).optional(),
});
export type LibraryQuote = z.infer<typeof libraryQuoteSchema>;
