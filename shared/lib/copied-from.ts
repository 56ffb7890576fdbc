import { z } from "zod";
import { calendarDateSchema } from "./dates.ts";
import { strictObject } from "./strict-object.ts";

/** Where a part of a plan was copied from: a row of the library, its revision then, and the day. The plan keeps its copy whatever becomes of the row. */
export const copiedFromSchema = strictObject({
  id: z.uuid({ error: "Allowed: the id of a row of the library" }),
  revision: z
    .int({ error: "Allowed: a revision as a whole number from 1" })
    .min(1, { error: "Allowed: a revision as a whole number from 1" }),
  date: calendarDateSchema,
});
export type CopiedFrom = z.infer<typeof copiedFromSchema>;
