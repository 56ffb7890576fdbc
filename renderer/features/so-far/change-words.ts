/** What the last change did, in figures. Pure. */
import { countText, read } from "../../../shared/sheet/text/amounts.ts";
import { plural } from "../../../shared/units/format/counted.ts";
import { percent } from "../../../shared/units/format/exact.ts";
import { trueMinus, withPlus } from "../../../shared/units/format/sign.ts";
import type { LastChange } from "../../editing/plan-state.ts";

type Difference = NonNullable<LastChange["difference"]>;

/** Sums that are added in another order differ in their last digits: that is no change. */
const NOTHING = 1e-9;

/** "+2.98 M", "−15.0 k", "0". */
export function totalChange({ total, share }: Difference): string {
  return isNothing({ total, share }) ? "0" : withPlus(read(total));
}

/** "+30.1 %, +8,500 runs"; what stayed as it was is said once. */
export function changeDetails(difference: Difference): string {
  const { share, runs, cardHours } = difference;
  const hours = Math.abs(cardHours) < NOTHING ? [] : [`${withPlus(read(cardHours))} card-hours`];
  const counts = runs === 0 ? "runs as before" : `${signedCount(runs)} ${plural(Math.abs(runs), "run")}`;
  if (!isNothing(difference)) return [...(share === null ? [] : [shareWords(share)]), counts].join(", ");
  const others = [...hours, ...(runs === 0 ? [] : [counts])];
  return others.length === 0 ? "the result is the same" : others.join(", ");
}

const isNothing = ({ total, share }: Pick<Difference, "total" | "share">): boolean =>
  total === 0 || (share !== null && Math.abs(share) < NOTHING);

const signedCount = (n: number): string => withPlus(trueMinus(countText(n)));

/** A change too small for a decimal is no 0.0 %. */
function shareWords(share: number): string {
  const text = percent(share);
  return /[1-9]/.test(text) ? `${withPlus(text)} %` : "less than 0.1 %";
}
