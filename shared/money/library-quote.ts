/** A quote of the library: a dated offer with a source, for all projects. A plan copies it and keeps its date. */
import { z } from "zod";
import { strictObject } from "../lib/strict-object.ts";
import type { Quantity } from "../ranges/quantity.ts";
import { currencySchema } from "./currency.ts";
import { ownershipCost, pricePerUsedCardHour } from "./ownership/ownership-cost.ts";
import { completePurchase } from "./purchase-fields.ts";
import { disagreements, quoteFields } from "./quote-fields.ts";

export const libraryQuoteSchema = strictObject({
  title: z.string().trim().min(1).max(200),
  ...quoteFields,
  /** Of all money of the quote. */
  currency: currencySchema,
}).superRefine((quote, context) => {
  if (quote.price === undefined && quote.basis !== "purchase") {
    context.addIssue({
      code: "custom",
      path: ["price"],
      input: undefined,
      message: "Allowed: price per card-hour as a number from 0 to 1,000,000,000",
    });
  }
  for (const { key, value, allowed } of disagreements(quote)) {
    context.addIssue({ code: "custom", path: [key], input: value, message: `Allowed: ${allowed}` });
  }
});
export type LibraryQuote = z.infer<typeof libraryQuoteSchema>;

/**
 * What a card-hour costs by `quote`, in its currency: as quoted, or, of machines to own, for each card-hour that is used.
 *
 * @example cardHourPrice({ title: "Pod", price: 2.5, currency: "USD" }) // 2.5
 */
export function cardHourPrice({ price, purchase }: Pick<LibraryQuote, "price" | "purchase">): Quantity {
  if (price !== undefined) return price;
  if (purchase === undefined) throw new RangeError("a quote has neither a price nor a purchase");
  return pricePerUsedCardHour(ownershipCost(completePurchase(purchase)), purchase.useShare);
}
