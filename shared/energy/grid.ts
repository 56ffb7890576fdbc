import { z } from "zod";
import { partialDateSchema } from "../lib/dates.ts";
import { slugSchema } from "../lib/slug.ts";

/**
 * Whether the intensity is that of the grid where the machine stands (location-based), or follows from the contracts
 * its owner bought (market-based). The two can differ by all there is: Meta reports 11,390 t and 0 t for Llama 3.1.
 */
export const gridBasisSchema = z.enum(["location", "market"], { error: "Allowed: location, market" });

/** A row of the catalogue of grids. A date of null is unknown, never today. */
export const gridSchema = z.strictObject({
  id: slugSchema,
  kind: z.enum(["country", "cloudRegion"]),
  name: z.string().min(1),
  gramsPerKilowattHour: z.number().nonnegative(),
  basis: gridBasisSchema,
  date: partialDateSchema.nullable(),
  source: z.string().min(1),
});
export type Grid = z.infer<typeof gridSchema>;
