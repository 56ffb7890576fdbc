/** The words that tables of prices have over their columns, and in the column of how something is rented. */
import type { QuoteBasis } from "../../../money/quote-basis.ts";

export type Meaning =
  | "provider"
  | "instance"
  | "card"
  | "count"
  | "memory"
  | "cardPrice"
  | "instancePrice"
  | "price"
  | "currency"
  | "basis"
  | "commitmentCards"
  | "commitmentHours"
  | "region"
  | "date"
  | "validUntil"
  | "source"
  | "note";

/** Headings by what they mean, without marks and in small letters; `as` says it to people. A price is also found by its words. */
export const MEANINGS: readonly {
  readonly meaning: Meaning;
  readonly as: string;
  readonly names: readonly string[];
}[] = [
  {
    meaning: "provider",
    as: "provider",
    names: ["provider", "vendor", "cloud", "cloudprovider", "company", "supplier", "quotedby", "seller", "from"],
  },
  {
    meaning: "instance",
    as: "instance",
    names: [
      "instance",
      "instancetype",
      "instancename",
      "machine",
      "machinetype",
      "vm",
      "sku",
      "shape",
      "offer",
      "offering",
    ].concat(["product", "title", "name", "plan", "quote", "server"]),
  },
  {
    meaning: "card",
    as: "card",
    names: [
      "accelerator",
      "acceleratorname",
      "gpu",
      "gpuname",
      "gputype",
      "gpumodel",
      "card",
      "cardtype",
      "cardname",
      "chip",
      "tpu",
    ],
  },
  {
    meaning: "count",
    as: "cards of the instance",
    names: [
      "gpus",
      "gpucount",
      "cards",
      "numberofgpus",
      "numgpus",
      "acceleratorcount",
      "accelerators",
      "count",
      "ngpus",
    ].concat(["cardsperinstance", "gpusperinstance", "gpuspernode", "cardspernode", "numberofcards"]),
  },
  {
    meaning: "memory",
    as: "memory of a card",
    names: ["gpumemory", "vram", "gpuram", "gpumemorygb", "vramgb", "memorypergpu", "memorypercard"],
  },
  {
    meaning: "cardPrice",
    as: "price of a card-hour",
    names: [
      "pricepercardhour",
      "pricepergpuhour",
      "pricepercard",
      "pricepergpu",
      "gpuhour",
      "cardhour",
      "pergpuhour",
      "percardhour",
    ],
  },
  {
    meaning: "instancePrice",
    as: "price of an instance-hour",
    names: [
      "priceperinstancehour",
      "priceperinstance",
      "instanceprice",
      "instancehour",
      "nodeprice",
      "pricepernodehour",
    ],
  },
  {
    meaning: "price",
    as: "price of an hour",
    names: ["price", "hourly", "hourlyprice", "priceperhour", "hourlyrate", "rate", "perhour"],
  },
  { meaning: "currency", as: "currency", names: ["currency", "cur", "ccy"] },
  {
    meaning: "basis",
    as: "how it is rented",
    names: ["basis", "term", "type", "pricing", "pricingmodel", "billing", "purchaseoption"],
  },
  {
    meaning: "commitmentCards",
    as: "cards of the commitment",
    names: ["commitmentcards", "committedcards", "committedgpus"],
  },
  { meaning: "commitmentHours", as: "hours of the commitment", names: ["commitmenthours", "committedhours"] },
  { meaning: "region", as: "region", names: ["region", "location", "zone", "datacenter", "datacentre", "site"] },
  {
    meaning: "date",
    as: "date of the quote",
    names: ["date", "asof", "quoted", "quotedon", "dateofquote", "retrieved", "accessed"],
  },
  { meaning: "validUntil", as: "valid until", names: ["validuntil", "validto", "expires", "expiry", "expirationdate"] },
  { meaning: "source", as: "source", names: ["source", "url", "link", "reference"] },
  { meaning: "note", as: "note", names: ["note", "notes", "comment", "comments", "remark", "remarks"] },
];

/**
 * How something is rented, as price lists say it; null for words that are not known.
 *
 * @example basisOf("On-Demand") // "onDemand"
 * @example basisOf("preemptible") // "spot"
 */
export function basisOf(words: string): Exclude<QuoteBasis, "purchase"> | null {
  const key = words.toLowerCase().replace(/[^a-z0-9]+/g, "");
  if (/^(?:ondemand|payasyougo|hourly|standard|listprice|list)$/.test(key)) return "onDemand";
  if (/^(?:spot|preemptible|interruptible|spotprice)$/.test(key)) return "spot";
  if (
    /^(?:reserved|reservation|committed|reserved\d+(?:y|yr|year|years|m|months)|(?:1|3)(?:y|yr|year|years)reserved)$/.test(
      key,
    )
  ) {
    return "reserved";
  }
  return /^(?:block|prepaid|capacityblock)$/.test(key) ? "block" : null;
}
