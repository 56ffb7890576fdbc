import { describe, expect, it } from "vitest";
import { readOf, readPieces, reasonsOf } from "../reading.fixture.ts";
import { basisOf, MEANINGS } from "./meanings.ts";
import { otherPriceOf } from "./other-prices.ts";

const quotesOf = (text: string) =>
  readOf(text).quotes.map(({ provider, card, fields }) => ({ provider, card: card?.name ?? null, ...fields }));

it("has each heading once", () => {
  const names = MEANINGS.flatMap((meaning) => meaning.names);
  expect(names.length).toBe(new Set(names).size);
});

describe("a table with headings", () => {
  it("is read by what they say, in any order", () => {
    const text = [
      "Region\tGPU\tProvider\tPrice (USD/GPU-hour)\tTerm\tQuoted on\tURL",
      "eu-west\tH100 SXM\tOne Cloud\t2.49\ton demand\t2026-11-22\thttps://example.com/a",
      "us-east\tMI300X\tTwo Cloud\t$1.99\tSpot\t\t\n",
    ].join("\n");
    expect(readOf(text).file).toMatchObject({
      format: "spreadsheet",
      columns: expect.arrayContaining([{ heading: "Price (USD/GPU-hour)", as: "price of a card-hour" }]),
    });
    expect(quotesOf(text)).toEqual([
      {
        ...{ provider: "One Cloud", card: "H100 SXM", title: "One Cloud H100 SXM", basis: "onDemand", price: 2.49 },
        ...{ currency: "USD", region: "eu-west", date: "2026-11-22", source: "https://example.com/a" },
      },
      {
        provider: "Two Cloud",
        card: "MI300X",
        title: "Two Cloud MI300X",
        basis: "spot",
        price: 1.99,
        currency: "USD",
        region: "us-east",
      },
    ]);
  });

  it("divides the price of an instance by its cards, where it says so", () => {
    const text = "Instance,GPU,GPUs,Price per instance-hour,Currency\nbox,H100,8,20,EUR\n";
    expect(quotesOf(text)).toMatchObject([{ price: 2.5, cardsPerNode: 8, wholeNodes: true, currency: "EUR" }]);
  });

  it("asks where a price may be of a card or of all of them", () => {
    const text = "Instance,GPU,GPUs,Price\nbox,H100,8,20\none,H100,1,3\n";
    expect(reasonsOf(text)).toEqual([
      "2: The price may be that of a card or of the 8 cards together: call its column “price per card-hour” or “price per instance-hour”.",
    ]);
    expect(quotesOf(text)).toMatchObject([{ price: 3 }]);
  });

  it("says what it cannot use", () => {
    const text = [
      "Provider,GPU,Price per GPU-hour,Term,Currency,Date,Committed GPUs,Committed hours",
      "A,H100,ask us,,,,,",
      "B,H100,2,lease,,,,",
      "C,H100,2,,dollars,,,",
      "D,H100,2,,,11/22/2026,,",
      "E,H100,2,reserved,USD,,64,",
      "F,H100,-2,,,,,",
      "G,H100,2,reserved,USD,,64,8760\n",
    ].join("\n");
    expect(reasonsOf(text)).toEqual([
      "2: The price “ask us” is not a number.",
      "3: “lease” is no way to rent that is known: allowed is on demand, spot, reserved or block.",
      "4: “dollars” is no currency: allowed is three capital letters, as USD.",
      "5: date: allowed is a date as YYYY-MM-DD.",
      "6: The cards and hours of the commitment are not two numbers.",
      "7: The price is -2: allowed is 0 to 1,000,000,000.",
    ]);
    expect(quotesOf(text)).toMatchObject([{ basis: "reserved", commitment: { cards: 64, hours: 8760 } }]);
  });
});

describe("prices of something else than an hour of computing", () => {
  it.each([
    ["Provider,GPU,GPUs,Price per GPU per month", "a month"],
    ["GPU,Monthly price (USD),Provider", "a month"],
    ["Provider,GPU,pricePerGPUMonth", "a month"],
    ["Provider,GPU,Annual cost", "a year"],
    ["Provider,GPU,USD/week", "a week"],
    ["Provider,GPU,Daily rate", "a day"],
    ["Provider,GPU,Price per minute", "a minute"],
    ["Provider,GPU,Price per second", "a second"],
    ["Provider,GPU,Storage price (USD/TB-month)", "what is paid beside computing"],
    ["Provider,GPU,Set-up cost", "what is paid beside computing"],
  ])("are refused in %s, and not read by what stands in the column", (headings, of) => {
    const rows = "Acme,H100 SXM,8,1800.50\n".repeat(20);
    expect(readPieces([`${headings}\n${rows}`])).toBe(`1 The column has prices of ${of}`);
  });

  it("are told how to convert", () => {
    const allowed = (heading: string) => otherPriceOf(heading)?.allowed ?? "";
    expect(allowed("Price per month")).toContain("divide by 730,");
    expect(allowed("Price per year")).toContain("divide by 8,760,");
    expect(allowed("Price per minute")).toContain("multiply by 60,");
    expect(otherPriceOf("Price per GPU-hour, 1 year reserved")).toBeNull();
    expect(otherPriceOf("Monthly price (730 hours)")?.are).toBe("prices of a month");
  });

  it("are passed over where a column has prices of an hour", () => {
    for (const headings of [
      "Setup cost,Hourly price",
      "GPU cost,Hourly price",
      "Storage price (USD/TB-month),Price per GPU-hour",
      "Cost of a month,Cost",
    ]) {
      expect(quotesOf(`Provider,GPU,${headings}\nAcme,H100 SXM,500.00,2.50\n`)).toMatchObject([{ price: 2.5 }]);
    }
    expect(quotesOf("GPU,GPUs,Price,USD per GPU-hour\nH100,8,20.00,2.50\n")).toMatchObject([{ price: 2.5 }]);
  });
});

describe("a table without headings", () => {
  it("is read by what stands in its columns", () => {
    const text = "One Cloud\tH100\t2,49\tEUR\t2026-11-22\nTwo Cloud\tL4\t0,70\tEUR\t2026-11-20\n";
    expect(readOf(text).file.columns).toEqual([
      { heading: "column 1", as: "provider" },
      { heading: "column 2", as: "card" },
      { heading: "column 4", as: "currency" },
      { heading: "column 5", as: "date of the quote" },
      { heading: "column 3", as: "price of a card-hour" },
    ]);
    expect(quotesOf(text)).toMatchObject([
      { provider: "One Cloud", card: "H100", price: 2.49, currency: "EUR", date: "2026-11-22" },
      { provider: "Two Cloud", card: "L4", price: 0.7 },
    ]);
  });

  it("is none where no column has cards, or none has prices", () => {
    expect(readPieces(["apples\t2.50\npears\t3.10\n"])).toBe("null This is none of the tables of prices that are read");
    expect(readPieces(["H100\tone\nL4\ttwo\n"])).toBe("null This is none of the tables of prices that are read");
  });
});

it("knows how something is rented", () => {
  const words = ["On-Demand", "pay as you go", "preemptible", "reserved (1 year)", "1y reserved", "block", "lease"];
  expect(words.map(basisOf)).toEqual(["onDemand", "onDemand", "spot", "reserved", "reserved", "block", null]);
});
