import { describe, expect, it } from "vitest";
import { changed, faultLike, faultsIn, resolvedSample } from "../sample-plan.ts";

const quotes = (...rows: string[]): string =>
  changed(["  - {id: stated, price: 3}", rows.map((row) => `  - {${row}}`).join("\n")]);

describe("quotes", () => {
  it.each([
    [
      ["id: a, price: 1", "id: b, price: 2"],
      'quotes[1] 25:5 "b": Several quotes are for all cards, and none of them is the headline',
    ],
    [
      ["id: a, price: 1, headline: true", "id: b, price: 2, headline: true"],
      "quotes[1].headline 25:33 true: Two quotes for all cards are the headline",
    ],
    [
      ["id: a, price: 1, accelerator: big", "id: b, price: 2, accelerator: big"],
      'quotes[1] 25:5 "b": Several quotes are for big, and none of them is the headline',
    ],
    [["id: a, rate: cloud-smal"], 'quotes[0].rate 24:19 "cloud-smal": "cloud-smal" names no rate of the catalogue'],
    [
      ["id: a, rate: cloud-small, term: spot"],
      'quotes[0].term 24:38 "spot": No price is known of the rate cloud-small for the term spot',
    ],
    [["id: a, price: 1, accelerator: bgi"], 'quotes[0].accelerator 24:36 "bgi": "bgi" names no accelerator'],
    [["id: a, price: 1, rate: cloud-small"], 'quotes[0].rate 24:29 "cloud-small": This quote has a price and a rate'],
    [
      ["id: a, price: 1, accelerator: small"],
      'defaults.hardware.accelerator 8:27 "big": No headline quote prices Big card',
    ],
    [["id: a, price: 1, currency: EUR"], 'quotes[0].currency 24:33 "EUR": This quote is in EUR, and the plan in USD'],
    [
      ["id: a, price: 1, date: 2026-11-22, validUntil: 2026-11-01"],
      'quotes[0].validUntil 24:53 "2026-11-01": The quote ends before its own date',
    ],
    [["id: a, basis: block, price: 1"], "quotes[0].commitment 24:5 null: Commitment is missing"],
    [["id: a, rate: cloud-small"], 'defaults.hardware.accelerator 8:27 "big": No headline quote prices Big card'],
  ])("%j", (rows, fault) => {
    expect(faultsIn(quotes(...rows))).toEqual([fault]);
  });

  it("of a rate are in the rate's currency", () => {
    expect(
      faultsIn(quotes("id: a, rate: cloud-small").replace("title: Sample", "title: Sample\ncurrency: EUR"))[0],
    ).toBe('quotes[0].rate 25:19 "cloud-small": The rate cloud-small is in USD, and the plan in EUR');
  });

  it("say which terms a rate has", () => {
    expect(faultLike(quotes("id: a, rate: cloud-small, term: spot"), "No price").allowed).toBe(
      "a term of onDemand or reserved1y",
    );
  });

  it("may be many when one is the headline, or one for each card", () => {
    expect(
      resolvedSample(quotes("id: a, price: 1", "id: b, price: 2, headline: true")).quotes.map(
        (quote) => quote.headline,
      ),
    ).toEqual([false, true]);
    const perCard = quotes("id: a, price: 1, accelerator: big", "id: b, rate: cloud-small");
    const both = perCard.replace("{seed: 3}", "{hardware.accelerator: [big, small]}");
    expect(resolvedSample(both).cards.map(({ quote }) => quote)).toEqual([0, 1]);
  });

  it("in another currency need to know what it is worth", () => {
    const foreign = quotes("id: a, price: 1, currency: EUR");
    expect(faultLike(foreign, "This quote is in EUR")).toMatchObject({
      allowed: "USD, the currencies of the plan and of its exchangeRates",
      hint: "Add {currency: EUR, rate: …, date: …} to exchangeRates: how many USD one EUR is, and on which day.",
    });
    const rates = (rows: string) => `${foreign}exchangeRates: [${rows}]\n`;
    expect(faultsIn(rates("{currency: EUR, rate: 1.16, date: 2026-11-20}"))).toEqual([]);
    expect(faultsIn(rates("{currency: EUR, rate: 0, date: 2026-11-20}"))).toEqual([
      "exchangeRates[0].rate 26:39 0: Rate cannot be 0",
    ]);
  });
});
