import { DEFAULT_CURRENCY } from "../defaults.ts";
import type { Fault } from "../fault.ts";
import type { Check } from "./context.ts";

/** Each foreign currency has one exchange rate, and the plan's own has none. */
export const checkExchangeRates: Check = ({ document }) => {
  const own = document.currency ?? DEFAULT_CURRENCY;
  const seen = new Set<string>();
  return (document.exchangeRates ?? []).flatMap(({ currency }, index): Fault[] => {
    const path = ["exchangeRates", index, "currency"];
    if (currency === own) {
      return [{ path, message: `${own} is the plan's own currency`, value: currency, allowed: "another currency" }];
    }
    if (seen.has(currency)) {
      const allowed = "a currency that no other of exchangeRates has";
      return [{ path, message: `There are two rates of ${currency}`, value: currency, allowed }];
    }
    seen.add(currency);
    return [];
  });
};
