import { DEFAULT_TERM, TERMS } from "../../money/term.ts";
import { DEFAULT_CURRENCY } from "../defaults.ts";
import type { Fault } from "../fault.ts";
import { listed } from "../faults/describe-allowed.ts";
import { quoteCard } from "../quote-card.ts";
import { currencyOfQuote } from "../quote-currency.ts";
import type { Check } from "./context.ts";
import { statedCards } from "./stated-cards.ts";
import { unknownName } from "./unknown-name.ts";

/** The rates and accelerators that quotes name are known, and it is clear which quote is the headline of which card. */
export const checkQuotes: Check = (context) => [
  ...namedRates(context),
  ...currencies(context),
  ...namedCards(context),
  ...headlines(context),
];

const namedRates: Check = ({ document, catalogue }) =>
  document.quotes.flatMap(({ rate: id, term }, index): Fault[] => {
    if (id === undefined) return [];
    const path = ["quotes", index, "rate"];
    const rate = catalogue.rates.find((row) => row.id === id);
    if (rate === undefined) {
      const ids = catalogue.rates.map((row) => row.id);
      return [
        {
          ...unknownName(path, id, "rate of the catalogue", ids),
          allowed: "an id of the catalogue of rates, or a price of your own",
        },
      ];
    }
    if (rate.prices[term ?? DEFAULT_TERM] !== null) return [];
    const known = TERMS.filter((one) => rate.prices[one] !== null);
    return [
      {
        path: term === undefined ? path : ["quotes", index, "term"],
        message: `No price is known of the rate ${id} for the term ${term ?? DEFAULT_TERM}`,
        value: term ?? id,
        allowed: known.length === 0 ? "a rate with a price" : `a term of ${listed(known)}`,
      },
    ];
  });

/** What is in another currency than the plan has an exchange rate. */
const currencies: Check = ({ document, lacks }) => {
  if (lacks(["exchangeRates"])) return [];
  const own = document.currency ?? DEFAULT_CURRENCY;
  const known = new Set([own, ...(document.exchangeRates ?? []).map(({ currency }) => currency)]);
  return document.quotes.flatMap((quote, index): Fault[] => {
    const currency = currencyOfQuote(quote, document);
    if (known.has(currency)) return [];
    const isRate = quote.rate !== undefined;
    return [
      {
        path: ["quotes", index, isRate ? "rate" : "currency"],
        message: isRate
          ? `The rate ${quote.rate} is in ${currency}, and the plan in ${own}`
          : `This quote is in ${currency}, and the plan in ${own}`,
        value: isRate ? quote.rate : currency,
        allowed: `${listed([...known])}, the currencies of the plan and of its exchangeRates`,
        hint: `Add {currency: ${currency}, rate: …, date: …} to exchangeRates: how many ${own} one ${currency} is, and on which day.`,
      },
    ];
  });
};

const namedCards: Check = ({ document, catalogue, sweeps }) => {
  const own = statedCards(sweeps);
  const known = new Set([...catalogue.accelerators.map(({ id }) => id), ...own]);
  return document.quotes.flatMap(({ accelerator }, index) =>
    accelerator === undefined || known.has(accelerator)
      ? []
      : [unknownName(["quotes", index, "accelerator"], accelerator, "accelerator", known)],
  );
};

/** At most one headline for one card; with several quotes for a card and none of them the headline, nobody can say what it costs. */
const headlines: Check = ({ document, catalogue, lacks }) => {
  if (lacks(["quotes"])) return [];
  const marked = document.quotes.flatMap((quote, index) => (quote.headline === true ? [{ quote, index }] : []));
  const candidates = marked.length > 0 ? marked : document.quotes.map((quote, index) => ({ quote, index }));
  const first = new Map<string | null, number>();
  return candidates.flatMap(({ quote, index }): Fault[] => {
    const card = quoteCard(quote, catalogue);
    const earlier = first.get(card);
    if (earlier === undefined) {
      first.set(card, index);
      return [];
    }
    const cards = card ?? "all cards";
    return [
      marked.length > 0
        ? {
            path: ["quotes", index, "headline"],
            message: `Two quotes for ${cards} are the headline`,
            value: true,
            allowed: "one headline",
            hint: `The quote ${document.quotes[earlier]?.id} is a headline already.`,
            suggestion: "false",
          }
        : {
            path: ["quotes", index],
            message: `Several quotes are for ${cards}, and none of them is the headline`,
            value: quote.id,
            allowed: "headline: true at the one that the plan is costed by",
            hint: "Write headline: true at one of them.",
          },
    ];
  });
};
