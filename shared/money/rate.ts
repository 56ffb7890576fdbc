import { z } from "zod";
import { partialDateSchema } from "../lib/dates.ts";
import { slugSchema } from "../lib/slug.ts";

const price = z.number().positive().nullable();

/**
 * A row of the catalogue of rental prices: what one provider asked for one accelerator, in USD per card-hour (the price
 * of an instance ÷ its cards). A price that the source does not state is null, never 0; so is an unknown date, which is
 * never today.
 */
export const rateSchema = z.strictObject({
  id: slugSchema,
  provider: z.string().min(1),
  /** The accelerator as the source names it. */
  accelerator: z.string().min(1),
  /** Its row of the catalogue of accelerators; null where the source leaves it open which it is. */
  acceleratorId: slugSchema.nullable(),
  instance: z.string().min(1).nullable(),
  cardsPerInstance: z.int().positive().nullable(),
  region: z.string().min(1).nullable(),
  prices: z.strictObject({ onDemand: price, spot: price, reserved1y: price, reserved3y: price }),
  date: partialDateSchema.nullable(),
  source: z.string().min(1),
  note: z.string().min(1).nullable(),
});
export type Rate = z.infer<typeof rateSchema>;
