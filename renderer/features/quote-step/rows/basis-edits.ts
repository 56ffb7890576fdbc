/** Another basis of a quote, as changes of the document. Pure. */
import { DEFAULT_BASIS, type QuoteBasis } from "../../../../shared/money/quote-basis.ts";
import { RENTAL_ONLY } from "../../../../shared/money/quote-fields.ts";
import type { PlanEdit } from "../../../../shared/plan/edit/plan-edit.ts";
import { treeValue } from "../../../fields/tree-value.ts";

/**
 * Gives the quote at `index` another basis: what means nothing with it goes, and what it needs stands there empty, to be filled in.
 *
 * @example basisEdits(tree, 0, "purchase") // the price goes, an empty purchase comes
 */
export function basisEdits(tree: unknown, index: number, basis: QuoteBasis): readonly PlanEdit[] {
  const path = ["quotes", index];
  const has = (key: string) => treeValue(tree, [...path, key]) !== undefined;
  const remove = (...keys: readonly string[]): PlanEdit[] =>
    keys.filter(has).map((key) => ({ op: "remove", path: [...path, key] }));
  const need = (key: string, value: "" | Readonly<Record<string, never>>): PlanEdit[] =>
    has(key) ? [] : [{ op: "set", path: [...path, key], value }];
  const stated: PlanEdit[] =
    basis === DEFAULT_BASIS ? remove("basis") : [{ op: "set", path: [...path, "basis"], value: basis }];
  if (basis === "purchase") return [...stated, ...remove(...RENTAL_ONLY), ...need("purchase", {})];
  const isCommitted = basis === "reserved" || basis === "block";
  return [
    ...stated,
    ...remove("purchase"),
    ...need("price", ""),
    ...(isCommitted ? need("commitment", {}) : remove("commitment")),
    ...(basis === "spot" ? [] : remove("interruptionHours")),
  ];
}
