import { describe, expect, it } from "vitest";
import { readQuotesBeside } from "./quotes-beside.ts";
import { readPlan } from "./read.ts";
import { changed, sampleCatalogue } from "./sample-plan.ts";

function beside(file: string, ...changes: readonly (readonly [from: string, to: string])[]) {
  const plan = readPlan(changed(...changes), sampleCatalogue);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return readQuotesBeside(plan.value.document, file, sampleCatalogue);
}

describe("readQuotesBeside", () => {
  it("takes a list, as YAML or JSON, and resolves it like the plan's own", () => {
    const read = beside(
      '[{"id": "stated", "price": 2}, {"title": "No id", "price": {"low": 1, "likely": 2, "high": 3}}]',
    );
    expect(read.ok && read.value.quotes.map(({ id, title, price }) => [id, title, price.likely])).toEqual([
      ["stated", "stated", 2],
      ["quote-2", "No id", 2],
    ]);
    expect(beside("- {id: a, rate: cloud-small}").ok).toBe(true);
  });

  it("leaves the plan priced as it is", () => {
    const read = beside("[{id: cheap, price: 0.5, headline: true}]");
    expect(read.ok && read.value.plan.quotes.map(({ title, headline }) => [title, headline])).toEqual([
      ["stated", true],
      ["cheap", false],
    ]);
    expect(read.ok && read.value.plan.cards.every(({ quote }) => quote === 0)).toBe(true);
  });

  it("converts by the rates of the plan, and by the file's where the plan has none", () => {
    const file =
      "quotes: [{id: euro, price: 2, currency: EUR}]\nexchangeRates: [{currency: EUR, rate: 1.5, date: 2026-11-20}]";
    const read = beside(file);
    expect(read.ok && read.value.quotes[0]?.price.likely).toBe(3);
    const own = beside(file, [
      "title: Sample",
      "title: Sample\nexchangeRates: [{currency: EUR, rate: 2, date: 2026-11-20}]",
    ]);
    expect(own.ok && own.value.quotes[0]?.price.likely).toBe(4);
  });

  it("says which quote of the file is wrong, and where the text itself is", () => {
    const wrong = beside("- {id: a, price: 2}\n- {id: b, price: -1}");
    expect(!wrong.ok && wrong.error.map(({ path, line }) => [path, line])).toEqual([["quotes[1].price", null]]);
    const broken = beside("- {id: a, price: 2");
    expect(!broken.ok && broken.error[0]?.line).toBe(1);
    expect(beside("[7]").ok).toBe(false);
  });

  it.each(["12", "{offers: []}", "{quotes: 3}"])("refuses %s, which is no list of quotes", (text) => {
    const read = beside(text);
    expect(!read.ok && read.error[0]?.message).toBe("This is no list of quotes");
  });

  it("takes more quotes than a plan may have", () => {
    const many = Array.from({ length: 250 }, (_, index) => ({ price: index + 1 }));
    const read = beside(JSON.stringify(many));
    expect(read.ok && read.value.quotes.map(({ id, price }) => [id, price.likely])).toEqual(
      many.map(({ price }) => [`quote-${price}`, price]),
    );
    const wrong = beside(JSON.stringify(many.map((quote, index) => (index === 249 ? { price: -1 } : quote))));
    expect(!wrong.ok && wrong.error.map(({ path }) => path)).toEqual(["quotes[249].price"]);
  });

  it("refuses more than a person looks through", () => {
    const many = JSON.stringify(Array.from({ length: 1_001 }, () => ({ price: 1 })));
    const read = beside(many);
    expect(!read.ok && read.error[0]?.allowed).toBe("at most 1,000 quotes");
  });
});
