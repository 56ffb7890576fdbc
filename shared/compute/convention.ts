/** The named ways to count training operations. A plan states one; the sheet shows what the others would say. */
import { z } from "zod";
import { strictObject } from "../lib/strict-object.ts";
import { PARAMETERS_OF, type ParametersOf } from "../models/parameter-count.ts";

/**
 * - `matmul`: every matrix multiplication, attention by the tokens really attended to; the default.
 * - `six-nd`: 6 FLOP per parameter and token, with N named; of a mixture always the active ones of it.
 * - `palm`: 6·N without learned positions, plus attention over the full sequence.
 * - `megatron`: the closed form of Narayanan et al. 2021, with or without a recomputed forward pass.
 * - `chinchilla`: every product of the forward pass, the embedding and the softmax too, over the full sequence.
 * - `coppock`: the closed form of a well-known lecture, without logits.
 */
export type Convention =
  | { readonly name: "matmul" }
  | { readonly name: "six-nd"; readonly of: ParametersOf }
  | { readonly name: "palm" }
  | { readonly name: "megatron"; readonly recomputation: boolean }
  | { readonly name: "chinchilla" }
  | { readonly name: "coppock" };

export type ConventionName = Convention["name"];

export const DEFAULT_CONVENTION: Convention = { name: "matmul" };

const N = PARAMETERS_OF.join(" | ");
const PLAIN = ["matmul", "palm", "megatron", "chinchilla", "coppock"] as const;

/**
 * `convention` in a plan document: a name; `{name: six-nd, of: …}`, because 6·N must say which N; or
 * `{name: megatron, recomputation: true}`, because megatron alone counts no forward pass twice.
 */
export const conventionFieldSchema = z.union(
  [
    z.enum(PLAIN),
    strictObject({ name: z.literal("six-nd"), of: z.enum(PARAMETERS_OF) }),
    strictObject({ name: z.literal("megatron"), recomputation: z.boolean() }),
  ],
  {
    error: (issue) =>
      namesNoN(issue.input)
        ? `Allowed: {name: six-nd, of: ${N}}; six-nd alone does not say which N it multiplies`
        : `Allowed: ${PLAIN.join(", ")}, {name: six-nd, of: ${N}} or {name: megatron, recomputation: true | false}`,
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
  if (typeof field !== "string") return field;
  return field === "megatron" ? { name: field, recomputation: false } : { name: field };
}

/** Every convention in every way it can be stated, the default first: what a panel shows side by side. */
export const ALL_CONVENTIONS: readonly Convention[] = [
  { name: "matmul" },
  ...PARAMETERS_OF.map((of) => ({ name: "six-nd", of }) as const),
  { name: "palm" },
  { name: "megatron", recomputation: false },
  { name: "megatron", recomputation: true },
  { name: "chinchilla" },
  { name: "coppock" },
];
