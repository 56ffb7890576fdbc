import { describe, expect, it } from "vitest";
import { libraryQuoteSchema } from "../../money/library-quote.ts";
import { libraryQuote, type QuoteDecisions, sameOfferKey } from "./library-quote.ts";
import { quotesToJson } from "./quotes-to-json.ts";
import { quotesToText } from "./quotes-to-text.ts";
import { cards, readOf } from "./reading.fixture.ts";
import { linesText, priceSpans, skippedGroups } from "./summary.ts";

const TEXT =
  "InstanceType,AcceleratorName,AcceleratorCount,Price,SpotPrice,Region\np5.48xlarge,H100,8,55.04,16,us-east-1\none,H100,1,3,,eu\ntwo,RTX-PRO-6000,1,1.69,,eu\ncpu,,,1,,eu\n";
const { quotes, skipped, file } = readOf(TEXT);

const decide = (changes: Partial<QuoteDecisions> = {}): QuoteDecisions => ({
  ...{
    provider: "AWS",
    date: "2026-11-22",
    currency: "USD",
    cards: new Map(),
    fileName: "aws.csv",
    format: "skypilot",
  },
  ...changes,
});
const made = (changes: Partial<QuoteDecisions> = {}) => quotes.map((one) => libraryQuote(one, decide(changes), cards));

describe("libraryQuote", () => {
  it("says who, when and where from, in the library's own form", () => {
    const [first] = made();
    expect(first).toEqual({
      ok: true,
      value: {
        ...{ title: "AWS p5.48xlarge", basis: "onDemand", price: 6.88, currency: "USD", accelerator: "h100-sxm" },
        ...{ cardsPerNode: 8, wholeNodes: true, region: "us-east-1", quotedBy: "AWS", date: "2026-11-22" },
        source: "aws.csv, line 2: SkyPilot catalogue",
      },
    });
    if (first?.ok === true) expect(libraryQuoteSchema.safeParse(first.value).success).toBe(true);
  });

  it("leaves out what nobody has said, and never says today", () => {
    const [first] = made({ provider: null, date: null });
    expect(first?.ok === true && first.value).not.toHaveProperty("date");
    expect(first?.ok === true && first.value).not.toHaveProperty("quotedBy");
    expect(first).toMatchObject({ value: { title: "p5.48xlarge" } });
  });

  it("asks for a card that is not known, takes the answer, and a correction of what is known", () => {
    const errors = (changes: Partial<QuoteDecisions> = {}) =>
      made(changes).map((one) => (one.ok ? one.value.accelerator : one.error));
    expect(errors()).toEqual([
      "h100-sxm",
      "h100-sxm",
      "Which card H100 is, is not known: the file does not say which of them.",
      "Its card is not known: the catalogue has no RTX-PRO-6000.",
    ]);
    const chosen = new Map([
      ["H100", "h100-pcie"],
      ["H100 = h100-sxm", "h100-nvl"],
      ["RTX-PRO-6000", null],
    ]);
    expect(errors({ cards: chosen })).toEqual([
      "h100-nvl",
      "h100-nvl",
      "h100-pcie",
      "Its card, RTX-PRO-6000, is left out.",
    ]);
  });

  it("takes an offer for the same whatever the file is called, and that of another day for another", () => {
    const [first, other] = [made()[0], made({ fileName: "later.csv" })[0]];
    if (first?.ok !== true || other?.ok !== true) throw new Error("no quote");
    expect(sameOfferKey(first.value)).toBe(sameOfferKey(other.value));
    const machine = {
      nodePrice: 300_000,
      nodes: 8,
      cardsPerNode: 8,
      nodeWatts: 10_200,
      electricityPerKilowattHour: 0.12,
    };
    const purchase = { ...machine, lifetimeYears: 4, useShare: 0.7 };
    for (const changed of [
      { region: "eu" },
      { date: "2026-11-23" },
      { commitment: { cards: 64, hours: 720 } },
      { minimumCards: 64 },
      { purchase },
    ]) {
      expect(sameOfferKey({ ...other.value, ...changed })).not.toBe(sameOfferKey(first.value));
    }
    const cheaper = { ...other.value, purchase: { ...purchase, nodePrice: 250_000 } };
    expect(sameOfferKey(cheaper)).not.toBe(sameOfferKey({ ...other.value, purchase }));
  });
});

const reading = {
  ...{ format: file.format, rows: file.rows, unlisted: 0, skipped },
  quotes: made().flatMap((one, at) =>
    one.ok ? [{ line: quotes[at]?.line ?? 0, card: "H100", quote: one.value }] : [],
  ),
};

it("is written for a program with these keys", () => {
  const written = JSON.parse(quotesToJson(reading));
  expect(Object.keys(written)).toEqual(["format", "rows", "quotes", "skipped"]);
  expect(written).toMatchObject({
    ...{ format: "skypilot", rows: 4, skipped: [{ line: 5, reason: "CPU only: the row has no accelerator." }] },
    quotes: [
      { line: 2, price: 6.88, card: "H100", accelerator: "h100-sxm" },
      { basis: "spot", price: 2 },
    ],
  });
  const cut = JSON.parse(quotesToJson({ ...reading, unlisted: 7 }));
  expect(cut.skipped.at(-1)).toEqual({ line: 6, reason: "From here on, 7 skipped rows are not listed." });
});

it("is written for a terminal", () => {
  const use = { label: "H100", quotes: 2, taken: "NVIDIA H100 SXM5 80GB", because: "by its name" };
  const silent = reading.quotes.map(({ quote: { quotedBy: _, date: __, ...quote }, ...row }) => ({ ...row, quote }));
  const text = quotesToText({
    ...{ ...reading, quotes: silent },
    ...{ provider: null, date: null, fileDate: "2026-11-20", cards: [use] },
  });
  expect(text).toBe(`Format    SkyPilot catalogue
Rows      4
Quotes    2: 1 on demand, 1 spot
Price     2.00–6.88 USD a card-hour
Provider  the file does not say; --provider NAME says it
Date      the file does not say; --date YYYY-MM-DD says it; the file was changed on 2026-11-20

Cards
  H100  2 quotes, NVIDIA H100 SXM5 80GB: by its name

Skipped
  1 row  CPU only: the row has no accelerator. Line 5
`);
});

it("says what the rows themselves name, and how many name nothing", () => {
  const quote = { title: "a", price: 2, currency: "EUR", quotedBy: "Nordlys", date: "2026-11-20" };
  const rows = [
    { line: 2, card: "H100", quote },
    { line: 3, card: null, quote: { ...quote, quotedBy: "Halden", date: "2026-11-21" } },
    { line: 4, card: null, quote: { title: "b", price: 3, currency: "EUR", accelerator: "h100-sxm" } },
  ];
  const said = (provider: string | null) =>
    quotesToText({ ...reading, quotes: rows, provider, date: "2026-11-22", fileDate: null, cards: [] });
  expect(said(null)).toContain("Provider  Nordlys, Halden; 1 quote without: --provider NAME says it\n");
  expect(said("Lumen")).toContain("Provider  Nordlys, Halden; 1 quote without: Lumen\n");
  expect(said(null)).toContain("Date      2026-11-20, 2026-11-21; 1 quote without: 2026-11-22\n");
  expect(said(null)).toContain("Cards\n  none named  1 quote, for any card of a plan\n");
});

it("sums up prices and what was skipped", () => {
  const of = (price: number | { low: number; likely: number; high: number }, currency: string) => ({
    title: "a",
    price,
    currency,
  });
  expect(
    priceSpans([
      of(2, "USD"),
      of({ low: 1, likely: 2, high: 4 }, "USD"),
      of(3, "EUR"),
      { title: "b", currency: "USD" },
    ]),
  ).toEqual([
    { currency: "USD", low: 1, high: 4 },
    { currency: "EUR", low: 3, high: 3 },
  ]);
  const rows = [9, 2, 3].map((line) => ({ line, reason: `The same offer stands in line ${line - 1}.` }));
  expect(skippedGroups([...rows, { line: 5, reason: "x" }])).toEqual([
    { reason: "The same offer stands in an earlier line.", lines: [9, 2, 3] },
    { reason: "x", lines: [5] },
  ]);
  expect([linesText([3, 4, 5, 9], 9), linesText([1, 3, 5], 2), linesText([], 3)]).toEqual(["3–5, 9", "1, 3, …", ""]);
});
