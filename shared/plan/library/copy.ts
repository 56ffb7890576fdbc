/** Picking a row of the library: the plan gets a copy that says where it is from. */
import type { Cluster } from "../../cluster/cluster.ts";
import type { AcceleratorFields } from "../../hardware/accelerator.ts";
import type { CopiedFrom } from "../../lib/copied-from.ts";
import { slugOf } from "../../lib/slug.ts";
import type { LibraryQuote } from "../../money/library-quote.ts";
import type { PlainValue } from "../edit/plan-edit.ts";

/**
 * `quote` as a quote of a plan, under an id that none of `taken` is. A plan has its prices in one currency: whether `quote` is in the
 * plan's is for the caller to see to.
 */
export function copyOfQuote(quote: LibraryQuote, from: CopiedFrom, taken: readonly string[]): PlainValue {
  const { title, price, accelerator, date, source } = quote;
  return plain({ id: slugOf(title, taken, "quote"), title, price, accelerator, date, source, from });
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
