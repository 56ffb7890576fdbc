/** The shipped scaling laws; that every row is what its schema says is tested in shared/scaling. */
import rows from "../../../assets/catalog/scaling-laws.json";
import type { ScalingFit } from "../../../shared/scaling/fit.ts";

const [first, ...others] = rows as readonly ScalingFit[];
if (first === undefined) throw new RangeError("the catalogue of scaling laws is empty");

export const fits: readonly ScalingFit[] = [first, ...others];

/** The fit of an id, and the first of the catalogue for an id that it does not have. */
export const fitOf = (id: string): ScalingFit => fits.find((fit) => fit.id === id) ?? first;
