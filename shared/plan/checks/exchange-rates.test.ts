import { expect, it } from "vitest";
import { faultsIn, samplePlan } from "../sample-plan.ts";

const faults = (...currencies: string[]) =>
  faultsIn(
    `${samplePlan}exchangeRates: [${currencies.map((one) => `{currency: ${one}, rate: 2, date: 2026-11-20}`)}]\n`,
  );

it("of a currency there is one exchange rate, and none of the plan's own", () => {
  expect(faults("EUR", "GBP")).toEqual([]);
  expect(faults("EUR", "EUR")).toEqual(['exchangeRates[1].currency 26:71 "EUR": There are two rates of EUR']);
  expect(faults("USD")).toEqual([`exchangeRates[0].currency 26:28 "USD": USD is the plan's own currency`]);
});
