/** The named ways to count training operations. A plan states one; the sheet shows what the others would say. */
import { z } from "zod";
import { strictObject } from "../lib/strict-object.ts";
import { PARAMETERS_OF, type ParametersOf } from "../models/parameter-count.ts";

/**
 * - `matmul`: every matrix multiplication, attention by the tokens really attended to; the default.
 * - `six-nd`: 6 FLOP per parameter and token, with N named.
 * - `palm`: 6·N without learned positions, plus attention over the full sequence.
 */
export type Convention =
  | { readonly name: "matmul" }
  | { readonly name: "six-nd"; readonly of: ParametersOf }
  | { readonly name: "palm" };

export type ConventionName = Convention["name"];

export const DEFAULT_CONVENTION: Convention = { name: "matmul" };

const N = PARAMETERS_OF.join(" | ");

/** `convention` in a plan document: `matmul`, `palm`, or `{name: six-nd, of: …}`, because 6·N must say which N. */
export const conventionFieldSchema = z.union(
  [z.enum(["matmul", "palm"]), strictObject({ name: z.literal("six-nd"), of: z.enum(PARAMETERS_OF) })],
  {
    error: (issue) =>
      namesNoN(issue.input)
        ? `Allowed: {name: six-nd, of: ${N}}; six-nd alone does not say which N it multiplies`
        : `Allowed: matmul, palm, or {name: six-nd, of: ${N}}`,
  },
);

export type ConventionField = z.infer<typeof conventionFieldSchema>;

/** Whether someone wrote six-nd, as text or as an object, and left open which N. */
function namesNoN(input: unknown): boolean {
  if (input === "six-nd") return true;
  return typeof input === "object" && input !== null && "name" in input && input.name === "six-nd" && !("of" in input);
}

/** The convention that a document's field names. */
export function conventionOf(field: ConventionField): Convention {
  return typeof field === "string" ? { name: field } : field;
}
