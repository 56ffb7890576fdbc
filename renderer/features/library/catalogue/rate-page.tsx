import type { ReactNode } from "react";
import type { Rate } from "../../../../shared/money/rate.ts";
import type { Term } from "../../../../shared/money/term.ts";
import { priceText } from "../../../../shared/sheet/text/amounts.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { Aligned, longestOf } from "../../../sheet/aligned.tsx";
import { type ShippedColumn, ShippedPage } from "./shipped-page.tsx";

const longestPrice = longestOf(
  catalogue.rates.flatMap(({ prices }) =>
    Object.values(prices).flatMap((stated) => (stated === null ? [] : [priceText(stated)])),
  ),
);

const price = (term: Term, title: string): ShippedColumn<Rate> => ({
  id: term,
  title,
  unit: "USD a card-hour",
  isNumber: true,
  sort: ({ prices }) => prices[term],
  cell: ({ prices }) => {
    const stated = prices[term];
    return stated === null ? (
      <span className="quiet">–</span>
    ) : (
      <Aligned text={priceText(stated)} longest={longestPrice} />
    );
  },
});

const columns: readonly [ShippedColumn<Rate>, ...ShippedColumn<Rate>[]] = [
  { id: "provider", title: "Provider", sort: ({ provider }) => provider, cell: ({ provider }) => provider },
  { id: "card", title: "Card", sort: ({ accelerator }) => accelerator, cell: ({ accelerator }) => accelerator },
  {
    id: "region",
    title: "Region",
    sort: ({ region }) => region,
    cell: ({ region }) => region ?? <span className="quiet">not stated</span>,
  },
  price("onDemand", "On demand"),
  price("spot", "Spot"),
  price("reserved1y", "One year"),
  price("reserved3y", "Three years"),
  {
    id: "date",
    title: "Date",
    firstDown: true,
    sort: ({ date }) => date,
    cell: ({ date }) => (date === null ? <span className="quiet">no date</span> : dateWords(date)),
  },
  { id: "source", title: "Source", sort: ({ source }) => source, cell: ({ source }) => source },
];

/** What providers asked for a card-hour. */
export function RatePage({ choose }: { readonly choose: ReactNode }) {
  return (
    <ShippedPage
      choose={choose}
      many="rental rates"
      rows={catalogue.rates}
      idOf={({ id }) => id}
      words={({ provider, accelerator, region, instance, source, note }) =>
        [provider, accelerator, region, instance, source, note].filter(Boolean).join(" ")
      }
      columns={columns}
      foot="What each provider asked on the day that is named: the price of the machine divided by its cards. A dash says that the source states no such price. A plan takes a rate in its step Quotes."
    />
  );
}
