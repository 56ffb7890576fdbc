import { z } from "zod";
import type { Term } from "./term.ts";

/**
 * What a quote offers: cards by the hour, by the hour until someone pays more, a number of cards reserved for a time and paid whether
 * used or not, card-hours bought in whole blocks, or machines to own.
 */
export const QUOTE_BASES = ["onDemand", "spot", "reserved", "block", "purchase"] as const;
export type QuoteBasis = (typeof QUOTE_BASES)[number];

export const quoteBasisSchema = z.enum(QUOTE_BASES, { error: `Allowed: ${QUOTE_BASES.join(", ")}` });

/** The basis of a quote that names none. */
export const DEFAULT_BASIS: QuoteBasis = "onDemand";

/** The basis of a catalogue's rate that is rented for `term`. How many cards must be reserved, no rate says. */
export const basisOfTerm = (term: Term): QuoteBasis => (term === "onDemand" || term === "spot" ? term : "reserved");
