import { type ReactNode, useMemo } from "react";
import type { LibraryQuote } from "../../../../shared/money/library-quote.ts";
import { DEFAULT_BASIS, QUOTE_BASES, type QuoteBasis } from "../../../../shared/money/quote-basis.ts";
import { BASIS_WORDS, NO_FILTER, type QuoteFilter } from "../../../../shared/money/quote-list.ts";
import { shortCardName } from "../../../../shared/sheet/text/card-name.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import type { Entry } from "../../../library/use-library.ts";
import "./quote-filters.css";

export interface Narrowing extends Omit<QuoteFilter, "search"> {
  /** Offers that are there more than once. */
  readonly duplicates: boolean;
}

interface QuoteFiltersProps {
  readonly entries: readonly Entry<LibraryQuote>[];
  readonly filter: Narrowing;
  readonly staleAfterDays: number;
  readonly onChange: (filter: Narrowing) => void;
  /** What can be done with duplicates, while they are shown. */
  readonly children?: ReactNode;
}

const { search: _, ...ALL } = NO_FILTER;
export const ALL_QUOTES: Narrowing = { ...ALL, duplicates: false };

/** What narrows the quotes down beside the search: only what the library has is offered. */
export function QuoteFilters({ entries, filter, staleAfterDays, onChange, children }: QuoteFiltersProps) {
  const offered = useMemo(() => offeredBy(entries), [entries]);
  const isNarrow = Object.keys(ALL_QUOTES).some(
    (key) => filter[key as keyof Narrowing] !== ALL_QUOTES[key as keyof Narrowing],
  );
  const pick = (
    key: "card" | "basis" | "quotedBy" | "region" | "currency",
    label: string,
    every: string,
    options: readonly Option[],
  ) =>
    options.length > 0 && (
      <select
        aria-label={label}
        value={filter[key] ?? ""}
        className={filter[key] === null ? undefined : "quote-filter-on"}
        onChange={({ currentTarget }) => onChange({ ...filter, [key]: currentTarget.value || null })}
      >
        <option value="">{every}</option>
        {options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    );
  return (
    <section className="quote-filters" aria-label="Which quotes">
      {pick("card", "Card", "Every card", offered.cards)}
      {pick("basis", "Basis", "Every basis", offered.bases)}
      {pick("quotedBy", "Quoted by", "Quoted by anyone", offered.quotedBy)}
      {pick("region", "Region", "Every region", offered.regions)}
      {pick("currency", "Currency", "Every currency", offered.currencies)}
      <select
        aria-label="Age"
        value={filter.age ?? ""}
        className={filter.age === null ? undefined : "quote-filter-on"}
        onChange={({ currentTarget }) =>
          onChange({ ...filter, age: AGES.find((age) => age === currentTarget.value) ?? null })
        }
      >
        <option value="">Of any age</option>
        <option value="current">Neither stale nor expired</option>
        <option value="stale">Stale, older than {counted(staleAfterDays, "day")}</option>
        <option value="expired">Expired</option>
      </select>
      <label className="quote-filter-file">
        <input
          type="checkbox"
          checked={filter.withFile}
          onChange={({ currentTarget }) => onChange({ ...filter, withFile: currentTarget.checked })}
        />
        With a file
      </label>
      <label className="quote-filter-file" title="The same vendor, card, basis, region, price and date">
        <input
          type="checkbox"
          checked={filter.duplicates}
          onChange={({ currentTarget }) => onChange({ ...filter, duplicates: currentTarget.checked })}
        />
        Duplicates
      </label>
      {children}
      {isNarrow && (
        <button type="button" className="quote-filter-none" onClick={() => onChange(ALL_QUOTES)}>
          Show all
        </button>
      )}
    </section>
  );
}

const AGES = ["current", "stale", "expired"] as const;

interface Option {
  readonly value: string;
  readonly words: string;
}

function offeredBy(entries: readonly Entry<LibraryQuote>[]) {
  const distinct = (of: (quote: LibraryQuote) => string | undefined, words = (value: string) => value): Option[] => {
    const values = new Set<string>();
    for (const { value } of entries) {
      const one = of(value);
      if (one !== undefined) values.add(one);
    }
    return [...values]
      .map((value) => ({ value, words: words(value) }))
      .sort((a, b) => a.words.localeCompare(b.words, "en", { numeric: true }));
  };
  const bases = new Set<QuoteBasis>(entries.map(({ value }) => value.basis ?? DEFAULT_BASIS));
  return {
    cards: distinct(({ accelerator }) => accelerator, cardWords),
    bases: QUOTE_BASES.filter((basis) => bases.has(basis)).map((value) => ({ value, words: BASIS_WORDS[value] })),
    quotedBy: distinct(({ quotedBy }) => quotedBy),
    regions: distinct(({ region }) => region),
    currencies: distinct(({ currency }) => currency),
  };
}

function cardWords(id: string): string {
  const card = catalogue.accelerators.find((one) => one.id === id);
  return card === undefined ? id : shortCardName(card.name, card.vendor);
}
