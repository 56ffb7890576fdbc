/** What a quote of a plan and a quote of the library have in common: the offer itself, whoever keeps it. */
import { z } from "zod";
import { cardsPerNodeSchema } from "../hardware/accelerator.ts";
import { calendarDateSchema } from "../lib/dates.ts";
import { slugSchema } from "../lib/slug.ts";
import { strictObject } from "../lib/strict-object.ts";
import { boundedNumber, quantity } from "../ranges/quantity.ts";
import { attachmentSchema } from "./attachment.ts";
import { currencySchema } from "./currency.ts";
import { purchaseSchema } from "./purchase-fields.ts";
import { DEFAULT_BASIS, quoteBasisSchema } from "./quote-basis.ts";

const text = z.string().trim().min(1).max(2_000);
const cards = (what: string) => boundedNumber({ min: 1, max: 1e7, integer: true, what });

/** Cards and hours that a reservation or a block has. */
export const commitmentSchema = strictObject({
  cards: cards("cards of the commitment"),
  hours: boundedNumber({ min: 0, exclusiveMin: true, max: 1e6, what: "hours of the commitment" }),
});
export type Commitment = z.infer<typeof commitmentSchema>;

/** The keys; money is in `currency`, the plan's own when left out. */
export const quoteFields = {
  basis: quoteBasisSchema.optional(),
  /** Per card-hour. */
  price: quantity({ min: 0, max: 1e9, what: "price per card-hour" }).optional(),
  currency: currencySchema.optional(),
  /** Reserved: paid whether used or not. Block: bought in whole blocks. */
  commitment: commitmentSchema.optional(),
  /** Time is billed in whole ones of these; to the second when left out. */
  billingIncrementMinutes: boundedNumber({ min: 0, max: 525_600, what: "minutes of a billing increment" }).optional(),
  /** Whether only whole nodes are rented. */
  wholeNodes: z.boolean({ error: "Allowed: true or false" }).optional(),
  cardsPerNode: cardsPerNodeSchema.optional(),
  minimumCards: cards("fewest cards that are rented").optional(),
  cardsAvailable: cards("cards available").optional(),
  leadTimeDays: boundedNumber({ min: 0, max: 3_650, what: "days until the cards are there" }).optional(),
  region: text.optional(),
  /** Spot: mean hours between two interruptions of one instance. */
  interruptionHours: quantity({
    min: 0,
    exclusiveMin: true,
    max: 1e6,
    what: "hours between interruptions of an instance",
  }).optional(),
  storagePerTBMonth: quantity({ min: 0, max: 1e9, what: "price of a TB for a month" }).optional(),
  egressPerTB: quantity({ min: 0, max: 1e9, what: "price of a TB sent out" }).optional(),
  /** Share of the dense peak that training reaches on these cards; the plan's when left out. */
  utilisation: quantity({ min: 0, exclusiveMin: true, max: 1, what: "share of the dense peak" }).optional(),
  purchase: purchaseSchema.optional(),
  /** The id of the one accelerator that the quote is for. */
  accelerator: slugSchema.optional(),
  quotedBy: text.optional(),
  /** When it was quoted. */
  date: calendarDateSchema.optional(),
  /** The last day on which the offer stands. */
  validUntil: calendarDateSchema.optional(),
  source: text.optional(),
  attachment: attachmentSchema.optional(),
  note: text.optional(),
};

/** Everything of a quote that is about renting, and means nothing of machines to own. */
export const RENTAL_ONLY = [
  "price",
  "commitment",
  "billingIncrementMinutes",
  "wholeNodes",
  "cardsPerNode",
  "minimumCards",
  "interruptionHours",
] as const;

export type QuoteFields = z.infer<z.ZodObject<typeof quoteFields>>;

/** What is wrong with a member in view of the others: its key, its value, what is allowed. */
export interface QuoteDisagreement {
  readonly key: keyof QuoteFields;
  readonly value: unknown;
  readonly allowed: string;
}

/**
 * Where members of a quote do not agree. That a price is there is for the kind of quote to say: one of a plan may have a rate in its place.
 *
 * @param basis what the quote is of; of a rate, by its term
 * @example disagreements({ basis: "block", price: 2 }) // [{key: "commitment", value: undefined, allowed: "the cards and hours …"}]
 */
export function disagreements(
  quote: QuoteFields,
  basis = quote.basis ?? DEFAULT_BASIS,
  isOfRate = false,
): QuoteDisagreement[] {
  const found: QuoteDisagreement[] = [];
  const add = (key: keyof QuoteFields, allowed: string) => found.push({ key, value: quote[key], allowed });
  const isCommitted = basis === "reserved" || basis === "block";
  if (basis === "purchase") {
    for (const key of RENTAL_ONLY) if (quote[key] !== undefined) add(key, "only where cards are rented");
    if (quote.purchase === undefined) add("purchase", "what is bought, as {nodePrice, nodes, cardsPerNode, …}");
  } else {
    if (quote.purchase !== undefined) add("purchase", "with the basis purchase only");
    if (quote.commitment !== undefined && !isCommitted) add("commitment", "with the basis reserved or block only");
    // A rate is for a term, and says for how many cards by no number.
    if (quote.commitment === undefined && isCommitted && !isOfRate) {
      add(
        "commitment",
        `the cards and hours that are ${basis === "block" ? "a block" : "reserved"}, as {cards, hours}`,
      );
    }
    if (quote.interruptionHours !== undefined && basis !== "spot") {
      add("interruptionHours", "with the basis spot only");
    }
  }
  const { date, validUntil, minimumCards, cardsAvailable } = quote;
  if (date !== undefined && validUntil !== undefined && validUntil < date) {
    add("validUntil", `a day from ${date}, the date of the quote, on`);
  }
  if (minimumCards !== undefined && cardsAvailable !== undefined && cardsAvailable < minimumCards) {
    add("cardsAvailable", `at least minimumCards, ${minimumCards}`);
  }
  return found;
}
