import { isOffer, type Offer, type OfferState } from "../comparison/offers.ts";
import type { QuoteRow } from "./quote-rows.ts";

/** What quotes can be sorted by, from the least on. */
export type SortKey =
  | "title"
  | "card"
  | "price"
  | "petaflopDay"
  | "cards"
  | "days"
  | "work"
  | "unused"
  | "lost"
  | "stored"
  | "total"
  | "date";

/** The rows sorted by `key`, those that have no such value last; null leaves them in the order of the plan. */
export function sortedRows(
  rows: readonly QuoteRow[],
  offers: ReadonlyMap<string, OfferState>,
  key: SortKey | null,
): readonly QuoteRow[] {
  if (key === null) return rows;
  const valued = rows.map((row) => ({ row, value: sortValue(row, offers.get(row.id), key) }));
  return valued.sort((a, b) => compare(a.value, b.value) || a.row.index - b.row.index).map(({ row }) => row);
}

type Value = number | string | null;

function compare(a: Value, b: Value): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return typeof a === "string" || typeof b === "string" ? String(a).localeCompare(String(b), "en") : a - b;
}

function sortValue(row: QuoteRow, state: OfferState | undefined, key: SortKey): Value {
  switch (key) {
    case "title":
    case "card":
    case "price":
    case "date":
      return row[key];
    default:
      return isOffer(state) ? ofOffer[key](state) : null;
  }
}

const ofOffer: Readonly<
  Record<Exclude<SortKey, "title" | "card" | "price" | "date">, (offer: Offer) => number | null>
> = {
  petaflopDay: ({ pricePerPetaflopDay }) => pricePerPetaflopDay,
  cards: ({ cards }) => cards,
  days: ({ days }) => days,
  work: ({ cost }) => cost.work,
  unused: ({ unused }) => unused,
  lost: ({ cost }) => cost.interruptions,
  stored: ({ stored, without }) => (without === "storage and egress" ? null : stored),
  total: ({ total }) => total,
};
