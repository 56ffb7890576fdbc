import { z } from "zod";
import { copiedFromSchema } from "../lib/copied-from.ts";
import { strictObject } from "../lib/strict-object.ts";

const cardsError = "Allowed: cards as a whole number from 1 to 10,000,000";

/** A cluster of the plan document: how many cards the work may be spread over. */
export const clusterSchema = strictObject({
  title: z.string().optional(),
  cards: z.int({ error: cardsError }).min(1, { error: cardsError }).max(1e7, { error: cardsError }),
  /** The cluster of the library that this one was copied from. */
  from: copiedFromSchema.optional(),
});
export type Cluster = z.infer<typeof clusterSchema>;

/** The clusters of a plan that names none: a group's server room, a rented pod, the largest training sites. */
export const PRESETS: readonly Cluster[] = [{ cards: 10 }, { cards: 100 }, { cards: 100_000 }];
