import { z } from "zod";

/** A stable name for a row: lower-case letters and digits in groups joined by a hyphen, "gcp-europe-west1". */
export const slugSchema = z
  .string({ error: "Allowed: lower-case letters, digits and hyphens" })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "Allowed: lower-case letters, digits and hyphens" })
  .max(64, { error: "Allowed: at most 64 characters" });

const LONGEST = 64;

/**
 * A slug made of `title` that begins with a letter and is none of `taken`; `otherwise` where the title has no Latin letter or digit.
 *
 * @example slugOf("Compute-optimal (2nd)", ["compute-optimal-2nd"], "experiment") // "compute-optimal-2nd-2"
 * @example slugOf("7B", [], "experiment") // "experiment-7b"
 */
export function slugOf(title: string, taken: readonly string[], otherwise: string): string {
  const latin = title
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-");
  const trimmed = latin.slice(0, LONGEST - NUMBER_LENGTH - otherwise.length).replace(/^-+|-+$/g, "");
  const base = trimmed === "" ? otherwise : /^\d/.test(trimmed) ? `${otherwise}-${trimmed}` : trimmed;
  for (let count = 1; ; count++) {
    const slug = count === 1 ? base : `${base}-${count}`;
    if (!taken.includes(slug)) return slug;
  }
}

/** Room for a hyphen and the number that tells equal titles apart. */
const NUMBER_LENGTH = 8;
