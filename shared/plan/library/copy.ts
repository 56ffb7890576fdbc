/** Picking a row of the library: the plan gets a copy that says where it is from. */
import type { Cluster } from "../../cluster/cluster.ts";
import type { AcceleratorFields } from "../../hardware/accelerator.ts";
import type { CopiedFrom } from "../../lib/copied-from.ts";
import { slugOf } from "../../lib/slug.ts";
import type { LibraryQuote } from "../../money/library-quote.ts";
import type { PlainValue } from "../edit/plan-edit.ts";

/**
 * `quote` as a quote of a plan that counts in `planCurrency`, under an id that none of `taken` is. A quote in another currency keeps it:
 * whether the plan has an exchange rate is for the caller to see to.
 */
export function copyOfQuote(
  quote: LibraryQuote,
  from: CopiedFrom,
  taken: readonly string[],
  planCurrency: string,
): PlainValue {
  const { title, currency, ...offer } = quote;
  const foreign = currency === planCurrency ? undefined : currency;
  return plain({ id: slugOf(title, taken, "quote"), title, currency: foreign, ...offer, from });
}

/** `cluster` as a cluster of a plan. */
export const copyOfCluster = (cluster: Cluster, from: CopiedFrom): PlainValue => plain({ ...cluster, from });

/** `accelerator` as a card by value. */
export const copyOfAccelerator = (accelerator: AcceleratorFields, from: CopiedFrom): PlainValue =>
  plain({ ...accelerator, from });

/** `value` without what is undefined: it can be written into a text then. */
function plain(value: unknown): PlainValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : [[key, plain(member)]])),
  );
}
