import { useCallback, useMemo, useState } from "react";
import { achievedSpeed } from "../../../../shared/hardware/achieved-speed.ts";
import { cardHourPrice, type LibraryQuote } from "../../../../shared/money/library-quote.ts";
import { isExpired, isStale } from "../../../../shared/money/price-age.ts";
import { priceOfMonth, pricePerPetaflopDay } from "../../../../shared/money/price-of-work.ts";
import { DEFAULT_BASIS } from "../../../../shared/money/quote-basis.ts";
import { duplicateQuotes } from "../../../../shared/money/quote-duplicates.ts";
import { BASIS_WORDS, type ListedQuote, listedQuote, quoteTest } from "../../../../shared/money/quote-list.ts";
import { isRange } from "../../../../shared/ranges/quantity.ts";
import { moneyExact, priceText } from "../../../../shared/sheet/text/amounts.ts";
import { shortCardName } from "../../../../shared/sheet/text/card-name.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { exact, fixed } from "../../../../shared/units/format/exact.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { typedNumber } from "../../../fields/typed-number.ts";
import { quoteKind } from "../../../library/kinds.ts";
import { likelyOf } from "../../../library/likely.ts";
import { today } from "../../../library/today.ts";
import { type Entry, useLibrary } from "../../../library/use-library.ts";
import { useSettings } from "../../../settings/use-settings.ts";
import { KindPage } from "../kind-page.tsx";
import type { Column } from "../noun.ts";
import { UsedIn } from "../used-in.tsx";
import { DeleteDuplicates } from "./delete-duplicates.tsx";
import { ImportLink } from "./import-link.tsx";
import { QuoteBulk } from "./quote-bulk.tsx";
import { QuoteExample } from "./quote-example.tsx";
import { ALL_QUOTES, type Narrowing, QuoteFilters } from "./quote-filters.tsx";
import { cardName, quoteNoun } from "./quote-noun.ts";

/** What the catalogue advises for language models. */
const advised = catalogue.utilisation.languageModel;

/** Prices that plans copy, made comparable by what a petaflop-day costs at each. */
export function QuotePage() {
  const [typed, setTyped] = useState(String(advised.utilisation * 100));
  const share = typedNumber(typed, -2);
  const utilisation = share !== null && share > 0 && share <= 1 ? share : null;
  const { currency, staleAfterDays } = useSettings();
  const [day] = useState(today);
  const [filter, setFilter] = useState<Narrowing>(ALL_QUOTES);
  const { entries } = useLibrary(quoteKind);
  const noun = useMemo(() => ({ ...quoteNoun, blank: { currency } }), [currency]);
  const columns = useMemo(() => columnsAt(utilisation, day, staleAfterDays), [utilisation, day, staleAfterDays]);
  const listed = useListed(day, staleAfterDays);
  const duplicates = useMemo(
    () => duplicateQuotes(filter.duplicates ? (entries ?? []) : []),
    [entries, filter.duplicates],
  );
  const finder = useCallback(
    (search: string) => {
      const isFound = quoteTest({ ...filter, search });
      return (entry: Entry<LibraryQuote>) =>
        isFound(listed(entry)) && (!filter.duplicates || duplicates.all.has(entry.id));
    },
    [filter, listed, duplicates],
  );
  return (
    <KindPage
      noun={noun}
      title="Quotes"
      columns={columns}
      beside={({ note }) => note ?? null}
      finder={finder}
      filters={(tools) => (
        <QuoteFilters entries={entries ?? []} filter={filter} staleAfterDays={staleAfterDays} onChange={setFilter}>
          {filter.duplicates && <DeleteDuplicates older={duplicates.older} {...tools} />}
        </QuoteFilters>
      )}
      bulk={(bulk) => <QuoteBulk {...bulk} />}
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
          100 cards for a month are 72,000 card-hours. Of a range, the likely price counts; of a purchase, what owning
          costs for each card-hour that is used.
        </p>
      }
    />
  );
}

/** What each quote is found by, worked out once while it stays as it is. */
function useListed(day: string, staleAfterDays: number): (entry: Entry<LibraryQuote>) => ListedQuote {
  return useMemo(() => {
    const known = new WeakMap<LibraryQuote, ListedQuote>();
    return ({ value }) => {
      const listed = known.get(value) ?? listedQuote(value, { cardName, today: day, staleAfterDays });
      known.set(value, listed);
      return listed;
    };
  }, [day, staleAfterDays]);
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

function columnsAt(utilisation: number | null, day: string, staleAfterDays: number): readonly Column<LibraryQuote>[] {
  return [
    {
      id: "card",
      width: 120,
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
      id: "basis",
      title: "Basis",
      width: 96,
      sort: ({ value }) => BASIS_WORDS[value.basis ?? DEFAULT_BASIS],
      cell: ({ value }) => <BasisCell quote={value} />,
    },
    {
      id: "price",
      width: 150,
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
            {value.price === undefined ? (
              <span title="What owning costs for each card-hour that is used">{fixed(likelyOf(price) ?? 0, 2)}</span>
            ) : (
              priceText(likelyOf(price) ?? 0)
            )}{" "}
            <span className="library-small">{value.currency}</span>
          </>
        );
      },
    },
    {
      id: "petaflopDay",
      width: 90,
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
      width: 100,
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
      width: 150,
      sort: ({ value }) => value.date ?? null,
      cell: ({ value }) => <QuotedOn quote={value} day={day} staleAfterDays={staleAfterDays} />,
    },
    {
      id: "quotedBy",
      title: "Quoted by",
      width: 140,
      sort: ({ value }) => value.quotedBy ?? null,
      cell: ({ value: { quotedBy } }) => quotedBy ?? <span className="quiet">–</span>,
    },
    {
      id: "region",
      title: "Region",
      width: 110,
      sort: ({ value }) => value.region ?? null,
      cell: ({ value: { region } }) => region ?? <span className="quiet">–</span>,
    },
    {
      id: "available",
      title: "Cards",
      unit: "available",
      isNumber: true,
      firstDown: true,
      width: 96,
      sort: ({ value }) => value.cardsAvailable ?? null,
      cell: ({ value: { cardsAvailable, leadTimeDays } }) => (
        <>
          {cardsAvailable === undefined ? <span className="quiet">–</span> : exact(cardsAvailable)}
          {leadTimeDays !== undefined && (
            <span className="library-below library-nowrap">in {counted(leadTimeDays, "day")}</span>
          )}
        </>
      ),
    },
    {
      id: "source",
      title: "Source",
      width: 220,
      sort: ({ value }) => value.source ?? value.attachment?.name ?? null,
      cell: ({ value: { source, attachment } }) => (
        <span className="library-source">
          {source ?? (attachment === undefined && <span className="quiet">none stated</span>)}
          {attachment !== undefined && <span className="library-below">{attachment.name}</span>}
        </span>
      ),
    },
    {
      id: "usedIn",
      width: 180,
      title: "Used in",
      sort: ({ usedIn }) => -usedIn.length,
      cell: ({ usedIn }) => <UsedIn noun={quoteNoun} projects={usedIn} most={2} none="–" />,
    },
  ];
}

/** How it is rented, and for a commitment for how much. */
function BasisCell({ quote: { basis = DEFAULT_BASIS, commitment } }: { readonly quote: LibraryQuote }) {
  return (
    <>
      <span className="library-nowrap">{BASIS_WORDS[basis]}</span>
      {commitment !== undefined && (
        <span className="library-below library-nowrap">
          {exact(commitment.cards)} × {exact(commitment.hours)} h
        </span>
      )}
    </>
  );
}

interface QuotedOnProps {
  readonly quote: LibraryQuote;
  readonly day: string;
  readonly staleAfterDays: number;
}

/** The day of the quote, and whether it is stale or over. */
function QuotedOn({ quote: { date, validUntil }, day, staleAfterDays }: QuotedOnProps) {
  return (
    <>
      {date === undefined ? (
        <span className="quiet">no date</span>
      ) : (
        <span className="library-nowrap">{dateWords(date)}</span>
      )}
      {isExpired(validUntil ?? null, day) ? (
        <span className="quote-mark quote-mark-over">expired {dateWords(validUntil ?? "")}</span>
      ) : (
        isStale(date ?? null, day, staleAfterDays) && (
          <span className="quote-mark">stale, over {counted(staleAfterDays, "day")}</span>
        )
      )}
    </>
  );
}
