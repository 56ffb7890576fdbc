/** How fast computing becomes cheaper: what "wait a year" is worth, as far as the past tells. */
import { z } from "zod";
import { partialDateSchema } from "../lib/dates.ts";
import { slugSchema } from "../lib/slug.ts";
import { webAddress } from "../lib/web-address.ts";

const years = z.number().positive().max(100);

/** A fit of operations per second and money over years, with the bounds of its 95 % confidence interval. */
const priceTrendSchema = z.strictObject({
  id: slugSchema,
  name: z.string().min(1),
  /** Cards that the fit is of. */
  cards: z.int().positive(),
  /** Years in which a sum of money buys twice the speed. */
  doublingYears: years,
  low: years,
  high: years,
});
export type PriceTrend = z.infer<typeof priceTrendSchema>;

export const priceTrendsSchema = z.strictObject({
  source: z.string().min(1),
  url: webAddress,
  date: partialDateSchema,
  trends: z.array(priceTrendSchema).min(1),
});
export type PriceTrends = z.infer<typeof priceTrendsSchema>;

/**
 * What the same work costs when it is bought later: cost × 2^(−years ÷ doubling). It is about prices of cards when they came out; what
 * a rental costs need not follow, and the work is done later too.
 *
 * @param doublingYears above 0
 * @example costAfterWaiting(1_000_000, 1, 2.07) // 715,443
 */
export const costAfterWaiting = (cost: number, waited: number, doublingYears: number): number =>
  cost * 2 ** (-waited / doublingYears);
