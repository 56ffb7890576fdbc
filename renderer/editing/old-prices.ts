/** Prices of a plan that were quoted too long ago. */
import { isOldPrice } from "../../shared/money/price-age.ts";
import type { OpenedPlan } from "../estimating/opened-plan.ts";

/** How many quotes of the plan are older than 12 months on `today`; those of rates have the rate's date. */
export const oldPrices = (live: OpenedPlan | null, today: string): number =>
  live?.resolved.quotes.filter(({ date }) => isOldPrice(date, today)).length ?? 0;
