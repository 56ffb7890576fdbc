import { z } from "zod";
import { partialDateSchema } from "../lib/dates.ts";
import { slugSchema } from "../lib/slug.ts";

/** A row of the catalogue of published power usage effectiveness, for a plan to choose from. */
export const pueSchema = z.strictObject({
  id: slugSchema,
  name: z.string().min(1),
  pue: z.number().min(1),
  date: partialDateSchema.nullable(),
  source: z.string().min(1),
});
export type Pue = z.infer<typeof pueSchema>;
