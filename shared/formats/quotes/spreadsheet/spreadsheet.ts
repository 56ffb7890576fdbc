/** A table that somebody copied out of a spreadsheet: headings in their own words, or none. */

import { instanceFields, MOST_PRICE, perCard, readCardCount } from "../card-price.ts";
import type { CardMatcher } from "../cards/match-card.ts";
import { fieldAt, headingKey, type Recognised } from "../columns.ts";
import { type RowReading, skippedFor } from "../found-quote.ts";
import { currencyOf, type DecimalMark, readAmount } from "../read-amount.ts";
import { checkedReading } from "../template/template.ts";
import { basisOf, MEANINGS, type Meaning } from "./meanings.ts";
import { type OtherPrice, otherPriceOf, saysHour } from "./other-prices.ts";

type Places = Partial<Readonly<Record<Meaning, number>>>;

/**
 * The reader of a table with a heading for the price and one that says of what; null where it has not both. Headings that are known go before
 * those whose words are understood, and of two alike the first counts.
 */
export function recogniseHeadings(headings: readonly string[]): Recognised | null {
  const places = placesOf(headings);
  return priceAt(places) !== undefined && saysWhat(places)
    ? recognised(places, (at) => headings[at] ?? "", headings)
    : null;
}

/** Why a table whose headings say of what the prices are has none of an hour: the heading that prices something else. Null for other tables. */
export function priceOfOther(headings: readonly string[]): (OtherPrice & { readonly heading: string }) | null {
  const places = placesOf(headings);
  if (priceAt(places) !== undefined || !saysWhat(places)) return null;
  for (const heading of headings) {
    const other = understood(heading) === null ? null : otherPriceOf(heading);
    if (other !== null) return { heading, ...other };
  }
  return null;
}

function placesOf(headings: readonly string[]): Places {
  const places: Partial<Record<Meaning, number>> = {};
  const put = (at: number, meaning: Meaning | null) => {
    if (meaning !== null && places[meaning] === undefined) places[meaning] = at;
  };
  const known = headings.map((heading) => meaningOf(heading));
  for (const [at, meaning] of known.entries()) put(at, meaning);
  // Beside a heading that is known for a price, "GPU cost" is one of an hour only if it says so.
  const hasPrice = priceAt(places) !== undefined;
  for (const [at, heading] of headings.entries()) {
    if (known[at] !== null || otherPriceOf(heading) !== null || (hasPrice && !saysHour(heading))) continue;
    put(at, understood(heading));
  }
  return places;
}

const saysWhat = ({ card, instance, provider }: Places): boolean =>
  card !== undefined || instance !== undefined || provider !== undefined;

/**
 * The reader of a table without headings, by what stands in its columns: cards that are known by name, prices, dates, currencies. Null
 * where no column has prices, or none has cards.
 */
export function recogniseContent(records: readonly (readonly string[])[], cards: CardMatcher): Recognised | null {
  const width = Math.max(0, ...records.map((fields) => fields.length));
  const places: Partial<Record<Meaning, number>> = {};
  for (let at = 0; at < width; at++) {
    const column = records.map((fields) => fieldAt(fields, at)).filter((field) => field !== "");
    const meaning = column.length === 0 ? null : meaningOfContent(column, cards, places);
    if (meaning !== null) places[meaning] = at;
  }
  if (places.card === undefined || places.price === undefined) return null;
  // Without headings, a price is read as one of a card: nothing in the table says of how many cards it could be.
  const { price, ...others } = places;
  return recognised({ ...others, cardPrice: price }, (at) => `column ${at + 1}`, null);
}

function meaningOf(heading: string): Meaning | null {
  const key = headingKey(heading);
  return MEANINGS.find(({ names }) => names.includes(key))?.meaning ?? null;
}

/** What a heading prices, by its words; null where it is not one of a price. */
function understood(heading: string): Meaning | null {
  const key = headingKey(heading);
  if (!/price|rate|cost|perhour|hourly|usd|eur|gbp/.test(key) && !/[$€£]/.test(heading)) return null;
  if (/(?:gpu|card|accelerator|chip)/.test(key)) return "cardPrice";
  return /(?:instance|machine|node|vm|server)/.test(key) ? "instancePrice" : "price";
}

const most = (column: readonly string[], is: (field: string) => boolean, share: number): boolean =>
  column.filter(is).length >= column.length * share;

function meaningOfContent(column: readonly string[], cards: CardMatcher, places: Places): Meaning | null {
  const isCard = (field: string) => cards.match({ name: field, memoriesGB: [], instance: null }).kind !== "unknown";
  const isDate = (field: string) => /^\d{4}-\d\d-\d\d$/.test(field);
  const free = (meaning: Meaning) => places[meaning] === undefined;
  if (free("card") && most(column, isCard, HALF)) return "card";
  if (free("date") && most(column, isDate, ALMOST_ALL)) return "date";
  if (free("currency") && most(column, (field) => /^[A-Z]{3}$/.test(field), ALMOST_ALL)) return "currency";
  if (free("basis") && most(column, (field) => basisOf(field) !== null, ALMOST_ALL)) return "basis";
  const isNumber = (field: string) => readAmount(field, ".").ok;
  // Whole numbers beside the prices are counts of something.
  if (free("price") && most(column, isNumber, ALMOST_ALL) && column.some((field) => !/^\d+$/.test(field)))
    return "price";
  if (most(column, isNumber, HALF)) return null;
  if (free("source") && most(column, (field) => /^https?:\/\//.test(field), ALMOST_ALL)) return "source";
  if (free("provider")) return "provider";
  return free("region") && most(column, (field) => /^[a-z]{2,}-?[a-z0-9-]*\d*$/i.test(field), ALMOST_ALL)
    ? "region"
    : null;
}

const HALF = 0.5;
const ALMOST_ALL = 0.8;

function recognised(places: Places, titleOf: (at: number) => string, headings: readonly string[] | null): Recognised {
  const words = new Map(MEANINGS.map(({ meaning, as }) => [meaning, as]));
  const entries = Object.entries(places) as [Meaning, number][];
  const currency = headings === null ? null : currencyOfHeading(headings[priceAt(places) ?? -1] ?? "");
  return {
    read: (fields, line, mark) => readRow(fields, line, mark, places, currency),
    columns: entries.map(([meaning, at]) => ({ heading: titleOf(at), as: words.get(meaning) ?? meaning })),
    priceColumns: [places.cardPrice, places.instancePrice, places.price].filter((at) => at !== undefined),
  };
}

const priceAt = ({ cardPrice, instancePrice, price }: Places): number | undefined =>
  cardPrice ?? instancePrice ?? price;

/** "USD/GPU-hour", "Price ($)": the currency of a whole column. */
function currencyOfHeading(heading: string): string | null {
  for (const part of heading.split(/[\s/()[\],;:_-]+/)) {
    const code = part === part.toUpperCase() || /[$€£¥₹]/.test(part) ? currencyOf(part) : null;
    if (code !== null && !NO_CURRENCY.has(code)) return code;
  }
  return null;
}

/** Three capitals that are no currency and stand in headings of prices. */
const NO_CURRENCY: ReadonlySet<string> = new Set(["GPU", "TPU", "CPU", "PER", "SXM", "NVL"]);

function readRow(
  fields: readonly string[],
  line: number,
  mark: DecimalMark | null,
  places: Places,
  currencyOfColumn: string | null,
): RowReading {
  const at = (meaning: Meaning) => fieldAt(fields, places[meaning]);
  const amount = readAmount(fieldAt(fields, priceAt(places)), mark);
  if (!amount.ok) return skippedFor(`The price ${amount.error}.`);
  const { value, currency: ofPrice } = amount.value;
  if (value < 0 || value > MOST_PRICE) return skippedFor(`The price is ${value}: allowed is 0 to 1,000,000,000.`);
  const counted = at("count") === "" ? null : readCardCount(at("count"), "The number of cards");
  if (counted !== null && !counted.ok) return skippedFor(counted.error);
  const cards = counted?.value ?? null;
  if (cards === 0) return skippedFor("CPU only: the row has no accelerator.");
  const price = priceOfCard(value, cards, places);
  if (price === null) {
    return skippedFor(
      `The price may be that of a card or of the ${cards} cards together: call its column “price per card-hour” or “price per instance-hour”.`,
    );
  }
  const basis = at("basis") === "" ? "onDemand" : basisOf(at("basis"));
  if (basis === null) {
    return skippedFor(
      `“${at("basis")}” is no way to rent that is known: allowed is on demand, spot, reserved or block.`,
    );
  }
  const stated = at("currency") === "" ? null : currencyOf(at("currency"));
  if (at("currency") !== "" && stated === null) {
    return skippedFor(`“${at("currency")}” is no currency: allowed is three capital letters, as USD.`);
  }
  const currency = stated ?? ofPrice ?? currencyOfColumn;
  const name = at("card");
  const instance = at("instance") === "" ? null : at("instance");
  const provider = at("provider") === "" ? null : at("provider");
  const title = [provider, instance ?? name].filter((part) => part !== null && part !== "").join(" ");
  if (title === "") return skippedFor("The row says neither who offers it nor what.");
  const commitment = commitmentOf(at("commitmentCards"), at("commitmentHours"), mark);
  if (commitment === null) return skippedFor("The cards and hours of the commitment are not two numbers.");
  const value_: Record<string, unknown> = { title, price, basis, ...(cards === null ? {} : instanceFields(cards)) };
  if (currency !== null) value_.currency = currency;
  if (commitment !== undefined) value_.commitment = commitment;
  for (const key of ["region", "date", "validUntil", "source", "note"] as const)
    if (at(key) !== "") value_[key] = at(key);
  const memory = Number(/\d+/.exec(at("memory"))?.[0] ?? 0);
  return checkedReading(value_, line, {
    provider,
    instance,
    card: name === "" ? null : { name, memoriesGB: memory > 0 ? [memory] : [], instance },
  });
}

/** Null where the table has numbers of cards and does not say which price it means. */
function priceOfCard(price: number, cards: number | null, places: Places): number | null {
  if (places.cardPrice !== undefined || cards === null || cards === 1) return price;
  return places.instancePrice === undefined ? null : perCard(price, cards);
}

/** Undefined where the row has none, null where it has half of one. */
function commitmentOf(cards: string, hours: string, mark: DecimalMark | null) {
  if (cards === "" && hours === "") return undefined;
  const read = [readAmount(cards, mark), readAmount(hours, mark)];
  const [first, second] = read;
  return first?.ok === true && second?.ok === true ? { cards: first.value.value, hours: second.value.value } : null;
}
