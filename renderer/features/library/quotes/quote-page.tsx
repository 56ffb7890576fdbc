import { useMemo, useState } from "react";
import { achievedSpeed } from "../../../../shared/hardware/achieved-speed.ts";
import { cardHourPrice, type LibraryQuote } from "../../../../shared/money/library-quote.ts";
import { isOldPrice } from "../../../../shared/money/price-age.ts";
import { priceOfMonth, pricePerPetaflopDay } from "../../../../shared/money/price-of-work.ts";
import { isRange } from "../../../../shared/ranges/quantity.ts";
import { moneyExact, priceText } from "../../../../shared/sheet/text/amounts.ts";
import { shortCardName } from "../../../../shared/sheet/text/card-name.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import { fixed } from "../../../../shared/units/format/exact.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { typedNumber } from "../../../fields/typed-number.ts";
import { likelyOf } from "../../../library/likely.ts";
import { today } from "../../../library/today.ts";
import { useSettings } from "../../../settings/use-settings.ts";
import { KindPage } from "../kind-page.tsx";
import type { Column } from "../noun.ts";
import { UsedIn } from "../used-in.tsx";
import { ImportLink } from "./import-link.tsx";
import { QuoteExample } from "./quote-example.tsx";
import { quoteNoun } from "./quote-noun.ts";

/** What the catalogue advises for language models. */
const advised = catalogue.utilisation.languageModel;

/** Prices that plans copy, made comparable by what a petaflop-day costs at each. */
export function QuotePage() {
  const [typed, setTyped] = useState(String(advised.utilisation * 100));
  const share = typedNumber(typed, -2);
  const utilisation = share !== null && share > 0 && share <= 1 ? share : null;
  const { currency } = useSettings();
  const noun = useMemo(() => ({ ...quoteNoun, blank: { currency } }), [currency]);
  const columns = useMemo(() => columnsAt(utilisation, today()), [utilisation]);
  return (
    <KindPage
      noun={noun}
      title="Quotes"
      columns={columns}
      beside={({ note }) => note ?? null}
      empty={(action) => <QuoteExample action={action} />}
      actions={<ImportLink />}
      settings={
        <label className="library-setting">
          PF-days at
          <input
            inputMode="decimal"
            value={typed}
            aria-label="Utilisation, per cent of the dense peak"
            aria-invalid={utilisation === null}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          % of the dense peak
        </label>
      }
      foot={
        <p className="library-foot">
          1 PF-day is 8.64 × 10<sup>19</sup> FLOP. Its price is 8.64 × 10<sup>19</sup> ÷ (dense bf16 peak of the card ×
          utilisation × 3,600 s) × the price of a card-hour.{" "}
          {utilisation === advised.utilisation
            ? `${advised.utilisation * 100} % is ${advised.source}.`
            : utilisation === null
              ? "Utilisation is above 0 and at most 100 %."
              : `${typed} % is what you typed here; plans have their own.`}{" "}
          100 cards for a month are 72,000 card-hours. Of a range, the likely price counts.
        </p>
      }
    />
  );
}

const cardOf = ({ accelerator }: LibraryQuote) => catalogue.accelerators.find(({ id }) => id === accelerator);

function petaflopDay(quote: LibraryQuote, utilisation: number | null): number | null {
  const peak = cardOf(quote)?.densePeak.bf16;
  const price = likelyOf(cardHourPrice(quote));
  if (peak == null || price === null || utilisation === null) return null;
  return pricePerPetaflopDay(price, achievedSpeed({ densePeak: peak, utilisation }));
}

function month(quote: LibraryQuote): number | null {
  const likely = likelyOf(cardHourPrice(quote));
  return likely === null ? null : priceOfMonth(likely, 100);
}

function columnsAt(utilisation: number | null, now: string): readonly Column<LibraryQuote>[] {
  return [
    {
      id: "card",
      title: "Card",
      sort: ({ value }) => cardOf(value)?.name ?? value.accelerator ?? null,
      cell: ({ value }) => {
        const card = cardOf(value);
        if (card !== undefined)
          return (
            <span className="library-nowrap" title={card.name}>
              {shortCardName(card.name, card.vendor)}
            </span>
          );
        return value.accelerator ?? <span className="quiet">any</span>;
      },
    },
    {
      id: "price",
      title: "Card-hour",
      isNumber: true,
      sort: ({ value }) => likelyOf(cardHourPrice(value)),
      cell: ({ value }) => {
        const price = cardHourPrice(value);
        return (
          <>
            {isRange(price) && (
              <span className="library-small library-range">
                {priceText(price.low)}–{priceText(price.high)}
              </span>
            )}{" "}
            {priceText(likelyOf(price) ?? 0)} <span className="library-small">{value.currency}</span>
          </>
        );
      },
    },
    {
      id: "petaflopDay",
      title: "PF-day",
      unit: utilisation === null ? "no utilisation" : `at ${Number((utilisation * 100).toFixed(2))} %`,
      isNumber: true,
      sort: ({ value }) => petaflopDay(value, utilisation),
      cell: ({ value }) => {
        const price = petaflopDay(value, utilisation);
        return price === null ? (
          <span className="quiet" title="Only where the card is named and its dense bf16 peak is known">
            –
          </span>
        ) : (
          <span title={moneyExact(price, value.currency)}>{fixed(price, price < 10 ? 2 : 0)}</span>
        );
      },
    },
    {
      id: "month",
      title: "100 cards",
      unit: "for a month",
      isNumber: true,
      sort: ({ value }) => month(value),
      cell: ({ value }) => {
        const price = month(value);
        return price === null ? "–" : fixed(price, 0);
      },
    },
    {
      id: "date",
      title: "Quoted",
      firstDown: true,
      sort: ({ value }) => value.date ?? null,
      cell: ({ value: { date } }) => <QuotedOn date={date ?? null} now={now} />,
    },
    {
      id: "source",
      title: "Source",
      sort: ({ value }) => value.source ?? null,
      cell: ({ value }) => (
        <span className="library-source">{value.source ?? <span className="quiet">none stated</span>}</span>
      ),
    },
    {
      id: "usedIn",
      title: "Used in",
      sort: ({ usedIn }) => -usedIn.length,
      cell: ({ usedIn }) => <UsedIn noun={quoteNoun} projects={usedIn} most={2} none="–" />,
    },
  ];
}

function QuotedOn({ date, now }: { readonly date: string | null; readonly now: string }) {
  if (date === null) return <span className="quiet">no date</span>;
  return isOldPrice(date, now) ? (
    <span className="library-old">{dateWords(date)}, older than 12 months</span>
  ) : (
    <span className="library-nowrap">{dateWords(date)}</span>
  );
}
