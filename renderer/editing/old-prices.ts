/** Prices of a plan that were quoted too long ago. */
import { isStale } from "../../shared/money/price-age.ts";
import type { OpenedPlan } from "../estimating/opened-plan.ts";

/** How many quotes of the plan are older than `days` days on `today`; those of rates have the rate's date. */
export const oldPrices = (live: OpenedPlan | null, today: string, days: number): number =>
  live?.resolved.quotes.filter(({ date }) => isStale(date, today, days)).length ?? 0;
