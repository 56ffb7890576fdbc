import { z } from "zod";

/** A stable name for a row: lower-case letters and digits in groups joined by a hyphen, "gcp-europe-west1". */
export const slugSchema = z
  .string({ error: "Allowed: lower-case letters, digits and hyphens" })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "Allowed: lower-case letters, digits and hyphens" })
  .max(64, { error: "Allowed: at most 64 characters" });
