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

/**
 * The cheapest first. A total that leaves something out is no cheaper one, and stands below those that leave nothing out; at the end stands
 * what cannot do some runs.
 */
export function cheapestFirst(a: Ranked, b: Ranked): number {
  const rank = ({ hours, cost }: Ranked) => (hours === null ? 2 : unstated(cost) === null ? 0 : 1);
  return rank(a) - rank(b) || a.total - b.total;
}

interface Ranked {
  readonly cost: Charged;
  readonly total: number;
  readonly hours: number | null;
}
