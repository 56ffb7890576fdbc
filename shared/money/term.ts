import { z } from "zod";

/** How a card is rented: by the hour, by the hour until someone pays more, or reserved for one or three years. */
export const TERMS = ["onDemand", "spot", "reserved1y", "reserved3y"] as const;
export type Term = (typeof TERMS)[number];

export const termSchema = z.enum(TERMS, { error: `Allowed: ${TERMS.join(", ")}` });

/** The term of a quote that names none. */
export const DEFAULT_TERM: Term = "onDemand";
