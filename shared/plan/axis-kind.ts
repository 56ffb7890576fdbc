/** What kind of axis a document's axis is: decided by its name and value alone. */

import type { Quantity } from "../ranges/quantity.ts";
import type { AxisDocument, CountTable, VariantRow } from "./axes.ts";

export type Scalar = string | number | boolean | null;

export type AxisKind =
  | { readonly kind: "path"; readonly values: readonly Scalar[] }
  | { readonly kind: "variant"; readonly rows: readonly VariantRow[] }
  | { readonly kind: "labels"; readonly labels: readonly Scalar[] }
  | { readonly kind: "count"; readonly count: Quantity }
  | { readonly kind: "table"; readonly table: CountTable };

/**
 * The kind of the axis called `name`: a list of rows is a variant axis, a list under a dotted name a path axis, any other
 * list a label axis; a number, a range or `{use}` is a count, `{by, counts}` a table of counts.
 *
 * `axisKind("model.heads", [1, 2])` is a path axis, `axisKind("optimizer", ["SGD", "Adam"])` a label axis.
 */
export function axisKind(name: string, axis: AxisDocument): AxisKind {
  if (Array.isArray(axis)) {
    if (axis.every(isRow)) return { kind: "variant", rows: axis };
    const values = axis.filter((value): value is Scalar => !isRow(value));
    return name.includes(".") ? { kind: "path", values } : { kind: "labels", labels: values };
  }
  if (typeof axis === "object" && "by" in axis) return { kind: "table", table: axis };
  return { kind: "count", count: axis };
}

function isRow(value: Scalar | VariantRow): value is VariantRow {
  return typeof value === "object" && value !== null;
}
