/** The likely value of a price that may be in doubt; null for the name of a variable, which only a plan can tell. */
import { isRange, type Quantity } from "../../shared/ranges/quantity.ts";

export function likelyOf(quantity: Quantity): number | null {
  if (typeof quantity === "number") return quantity;
  return isRange(quantity) ? quantity.likely : null;
}
