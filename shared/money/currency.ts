import { z } from "zod";

/** A currency by its ISO 4217 code. Which codes exist is not checked: a plan may be in a currency that is yet to come. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, "Allowed: three capital letters, as USD");
