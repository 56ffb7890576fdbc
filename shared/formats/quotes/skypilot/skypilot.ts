/**
 * SkyPilot's service catalogue, vms.csv: a row an instance type in a region, the price that of the instance for an hour in USD.
 *
 * The columns are those of its README (skypilot-org/skypilot-catalog); their order differs from provider to provider.
 */
import { cardPrice, instanceFields, readCardCount } from "../card-price.ts";
import { readCardName } from "../cards/card-name.ts";
import { columnIndex, fieldAt, type Recognised } from "../columns.ts";
import { type FoundQuote, type RowReading, skippedFor } from "../found-quote.ts";
import type { DecimalMark } from "../read-amount.ts";
import { type GpuInfo, readGpuInfo } from "./gpu-info.ts";

/** The reader of a catalogue with these headings; null where they are none. */
export function recogniseSkypilot(headings: readonly string[]): Recognised | null {
  const index = columnIndex(headings);
  const name = index.get("acceleratorname");
  const count = index.get("acceleratorcount");
  const price = index.get("price");
  const spot = index.get("spotprice");
  if (name === undefined || count === undefined || (price === undefined && spot === undefined)) return null;
  const places = {
    name,
    count,
    price,
    spot,
    instance: index.get("instancetype"),
    region: index.get("region"),
    zone: index.get("availabilityzone"),
    info: index.get("gpuinfo"),
  };
  const infos = new Map<string, GpuInfo>();
  const infoOf = (text: string): GpuInfo => {
    const read = infos.get(text) ?? readGpuInfo(text);
    if (infos.size < MOST_REMEMBERED) infos.set(text, read);
    return read;
  };
  const sizes = new Map<string, number>();
  const cardsOf = (cardName: string): number => {
    const cards = sizes.get(cardName) ?? readCardName(cardName).cards;
    if (sizes.size < MOST_REMEMBERED) sizes.set(cardName, cards);
    return cards;
  };
  return {
    read: (fields, line, mark) =>
      fields.length !== headings.length
        ? skippedFor(`The row has ${fields.length} fields, the header ${headings.length}.`)
        : readRow(fields, line, mark, places, infoOf, cardsOf),
    columns: [
      { at: places.instance, as: "instance" },
      { at: name, as: "card" },
      { at: count, as: "cards of the instance" },
      { at: price, as: "price of the instance, on demand" },
      { at: spot, as: "price of the instance, spot" },
      { at: places.region, as: "region" },
      { at: places.zone, as: "zone" },
      { at: places.info, as: "memory of the card" },
    ].flatMap(({ at, as }) => (at === undefined ? [] : [{ heading: headings[at] ?? "", as }])),
    priceColumns: [price, spot].filter((at) => at !== undefined),
  };
}

/** Texts that are read once; a catalogue has one a kind of instance. */
const MOST_REMEMBERED = 10_000;

interface Places {
  readonly name: number;
  readonly count: number;
  readonly price: number | undefined;
  readonly spot: number | undefined;
  readonly instance: number | undefined;
  readonly region: number | undefined;
  readonly zone: number | undefined;
  readonly info: number | undefined;
}

function readRow(
  fields: readonly string[],
  line: number,
  mark: DecimalMark | null,
  places: Places,
  infoOf: (text: string) => GpuInfo,
  cardsOf: (name: string) => number,
): RowReading {
  const instance = fieldAt(fields, places.instance);
  const info = infoOf(fieldAt(fields, places.info));
  const name = fieldAt(fields, places.name) || (info.name ?? "");
  const stated = fieldAt(fields, places.count);
  if (name === "" || (stated !== "" && Number(stated) === 0))
    return skippedFor("CPU only: the row has no accelerator.");
  if (places.instance !== undefined && instance === "") {
    return skippedFor("Accelerator only: the price leaves out the machine that it stands in.");
  }
  const count = readCardCount(stated === "" && info.count !== null ? String(info.count) : stated, "AcceleratorCount");
  if (!count.ok) return skippedFor(count.error);
  const cards = count.value * cardsOf(name);
  const region = fieldAt(fields, places.region);
  const zone = fieldAt(fields, places.zone);
  const card = { name, memoriesGB: info.memoriesGB, instance: instance === "" ? null : instance };
  const quoteOf = (basis: "onDemand" | "spot", price: number): FoundQuote => {
    const offer: FoundQuote["fields"] = { basis, price, currency: "USD", ...instanceFields(cards) };
    if (region !== "") offer.region = region;
    // Prices on demand are those of the region; spot prices differ from zone to zone.
    if (basis === "spot" && zone !== "") offer.note = `In the zone ${zone}.`;
    return { line, provider: null, instance: card.instance, card, fields: offer };
  };
  const quotes: FoundQuote[] = [];
  const reasons: string[] = [];
  const spotField = fieldAt(fields, places.spot);
  if (places.price !== undefined) {
    const price = cardPrice(fieldAt(fields, places.price), cards, mark, "Price");
    if (price.ok) quotes.push(quoteOf("onDemand", price.value));
    else reasons.push(price.error);
  }
  // A blank spot price is usual: most instances are not offered so.
  if (spotField !== "" || (places.price === undefined && spotField === "")) {
    const price = cardPrice(spotField, cards, mark, "SpotPrice");
    if (price.ok) quotes.push(quoteOf("spot", price.value));
    else reasons.push(price.error);
  }
  return { quotes, reasons };
}
