/** The catalogue of rates as single prices, and those of them that somebody looks for. Pure. */
import type { Rate } from "../../../../shared/money/rate.ts";
import { TERMS, type Term } from "../../../../shared/money/term.ts";

/** One price: a rate under one term. */
export interface Offer {
  readonly rate: Rate;
  readonly term: Term;
  /** USD per card-hour. */
  readonly price: number;
}

/** Empty means any. */
export interface Wanted {
  readonly search: string;
  /** Id of an accelerator. */
  readonly card: string;
  readonly term: Term | "";
  readonly region: string;
}

/** The cheapest first; equal ones in the catalogue's order. */
export function offersOf(rates: readonly Rate[], { search, card, term, region }: Wanted): readonly Offer[] {
  const words = search.toLowerCase().split(/\s+/);
  return rates
    .filter((rate) => card === "" || rate.acceleratorId === card)
    .filter((rate) => region === "" || rate.region === region)
    .filter((rate) => {
      const text = [rate.provider, rate.accelerator, rate.instance, rate.region, rate.source, rate.note, rate.id]
        .join(" ")
        .toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .flatMap((rate) =>
      TERMS.flatMap((one) => {
        const price = rate.prices[one];
        return price === null || (term !== "" && one !== term) ? [] : [{ rate, term: one, price }];
      }),
    )
    .sort((a, b) => a.price - b.price);
}
