import type { RentalCost } from "../../money/rental/price-rental.ts";

type Charged = Pick<RentalCost, "storage" | "egress">;

/**
 * What a total is without, because the quote does not say what it costs: "storage", "egress", "storage and egress". Null where nothing is left
 * out.
 */
export function unstated({ storage, egress }: Charged): "storage" | "egress" | "storage and egress" | null {
  if (storage === null) return egress === null ? "storage and egress" : "storage";
  return egress === null ? "egress" : null;
}

/** A total that leaves something out is no cheaper one, so those that leave nothing out come first; each by its total. */
export const cheapestFirst = (
  a: { readonly cost: Charged; readonly total: number },
  b: { readonly cost: Charged; readonly total: number },
): number => Number(unstated(a.cost) !== null) - Number(unstated(b.cost) !== null) || a.total - b.total;
