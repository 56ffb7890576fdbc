import type { ExchangeRate } from "../exchange-rate.ts";

/** The currencies of a budget: what the plan is in, what the budget is in, and the plan's table of rates. */
export interface Currencies {
  readonly plan: string;
  readonly budget: string;
  readonly rates: readonly ExchangeRate[];
}

/**
 * What one unit of `currency` is in the budget's currency. Every rate of the table is against the plan's currency, so a
 * price in a third currency goes through that.
 *
 * @example inBudget("GBP", { plan: "USD", budget: "EUR", rates: GBP 1.30, EUR 1.04 }) // 1.25
 * @throws RangeError where the table has no rate; a plan without a needed rate does not pass its checks
 */
export function inBudget(currency: string, currencies: Currencies): number {
  return currency === currencies.budget ? 1 : inPlan(currency, currencies) / inPlan(currencies.budget, currencies);
}

function inPlan(currency: string, { plan, rates }: Currencies): number {
  if (currency === plan) return 1;
  const row = rates.find((rate) => rate.currency === currency);
  if (row === undefined) throw new RangeError(`no exchange rate of ${currency} to ${plan}`);
  return row.rate;
}
