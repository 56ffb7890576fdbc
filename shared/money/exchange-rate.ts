import { z } from "zod";
import { calendarDateSchema } from "../lib/dates.ts";
import { strictObject } from "../lib/strict-object.ts";
import { boundedNumber } from "../ranges/quantity.ts";
import { currencySchema } from "./currency.ts";

/** What one unit of a foreign currency is worth in the plan's own, on a day. */
export const exchangeRateSchema = strictObject({
  currency: currencySchema,
  /** Units of the plan's currency for one of `currency`. */
  rate: boundedNumber({
    min: 0,
    exclusiveMin: true,
    max: 1e9,
    what: "units of the plan's currency for one of this one",
  }),
  date: calendarDateSchema,
  source: z.string().trim().min(1).max(2_000).optional(),
});
export type ExchangeRate = z.infer<typeof exchangeRateSchema>;
