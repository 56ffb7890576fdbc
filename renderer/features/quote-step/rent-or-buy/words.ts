/** The findings of "rent or buy" in words. Pure. */
import type { Weighing } from "../../../../shared/estimate/owning.ts";
import type { RentOrBuy } from "../../../../shared/money/ownership/rent-or-buy.ts";
import type { DoubtedInput } from "../../../../shared/money/ownership/sensitivity.ts";
import { perCent, priceText, read, shareText } from "../../../../shared/sheet/text/amounts.ts";
import { fixed } from "../../../../shared/units/format/exact.ts";

/** "Owning costs 244 k USD less in 4 years, and pays back in month 38". */
export function findingWords({ saved, rent, own, paybackMonth, paysBack }: RentOrBuy, currency: string): string {
  const isLess = saved >= 0;
  const by = `${read(Math.abs(saved))} ${currency}`;
  const costs = `Owning costs ${by} ${isLess ? "less" : "more"} than renting, ${read(own.total)} against ${read(rent)}`;
  if (paybackMonth !== null && paysBack) return `${costs}, and pays back in month ${fixed(paybackMonth, 1)}`;
  return isLess ? `${costs}, though it pays back only with what it sells for` : `${costs}`;
}

/** "never", "month 38.2", or "month 48.6, after its lifetime". */
export function paybackWords({ paybackMonth, paysBack }: Pick<RentOrBuy, "paybackMonth" | "paysBack">): string {
  if (paybackMonth === null) return "never";
  return `month ${fixed(paybackMonth, 1)}${paysBack ? "" : ", after its lifetime"}`;
}

/** Above 1 no use is enough. */
export const breakEvenWords = (use: number): string => (use > 1 ? "at no use" : shareText(use));

/** "at 2.50 USD a card-hour"; of another card "at 5.69 USD for the work of an owned card-hour: 2.274 rented ones at 2.50". */
export function rentalWords({ quoted, exchange, price }: Weighing["rental"], currency: string): string {
  return exchange === null || exchange === 1
    ? `at ${priceText(quoted)} ${currency} a card-hour`
    : `at ${fixed(price, 2)} ${currency} for the work of an owned card-hour: ${Number(exchange.toPrecision(4))} rented ones at ${priceText(quoted)}`;
}

/** What the plan takes of the machine's lifetime, and what is left for others. */
export function planWords({ planShare, afterwards, stated, rental }: Weighing): string {
  if (planShare === null || rental.exchange === null) {
    return "How fast this plan is on these cards is not known: a rented card-hour is weighed against an owned one.";
  }
  if (planShare >= 1) return `This plan is ${fixed(planShare, 1)} × what these cards do in their whole lifetime.`;
  const takes = `This plan takes ${shareText(planShare)} of the card-hours of the lifetime.`;
  if (afterwards === null) return `${takes} That alone is more than the ${perCent(stated.useShare)} that are stated.`;
  return `${takes} ${perCent(stated.useShare)} in all means that others use ${shareText(afterwards)} of what is left.`;
}

export const INPUT_WORDS: Readonly<Record<DoubtedInput, string>> = {
  electricityPerKilowattHour: "Electricity",
  residualShare: "Residual value",
};

export const inputText = (input: DoubtedInput, value: number, currency: string): string =>
  input === "residualShare" ? perCent(value) : `${priceText(value)} ${currency} a kWh`;
