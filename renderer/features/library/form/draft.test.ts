import { describe, expect, it } from "vitest";
import { libraryQuoteSchema } from "../../../../shared/money/library-quote.ts";
import { draftOf, type Field, faultsOf, typedValue, withForm } from "./draft.ts";

const fields: readonly Field[] = [
  { kind: "text", path: "title", label: "Title" },
  { kind: "quantity", path: "price", label: "Price" },
  { kind: "text", path: "currency", label: "Currency" },
  { kind: "number", path: "speed.bf16", label: "bf16", exponent: 12 },
];

describe("a form's draft", () => {
  it("shows a value as it is typed, and reads it back", () => {
    const value = { title: "Offer", price: 2.5, currency: "USD", speed: { bf16: 9.894e14 }, note: "kept" };
    const draft = draftOf(value, fields);
    expect(draft).toEqual({ title: "Offer", price: "2.5", currency: "USD", "speed.bf16": "989.4" });
    expect(typedValue(value, draft, fields)).toEqual(value);
  });

  it("takes a range apart and keeps what it has no field for", () => {
    const value = { price: { low: 2, likely: 3, high: 3.5, source: "three lists" } };
    const draft = draftOf(value, fields);
    expect(draft).toMatchObject({ "price.low": "2", "price.likely": "3", "price.high": "3.5" });
    expect(typedValue(value, { ...draft, "price.high": "4" }, fields)).toEqual({
      price: { low: 2, likely: 3, high: 4, source: "three lists" },
    });
  });

  it("changes between a number and a range without losing it", () => {
    const range = withForm({ title: "a", price: "3" }, "price", "range");
    expect(range).toEqual({ title: "a", "price.low": "3", "price.likely": "3", "price.high": "3" });
    expect(withForm(range, "price", "number")).toEqual({ title: "a", price: "3" });
  });

  it("leaves out what is empty and makes no object for nothing", () => {
    expect(typedValue({}, { title: "  ", price: "", currency: "EUR", "speed.bf16": "" }, fields)).toEqual({
      currency: "EUR",
    });
  });

  it("leaves a text that is no number for the schema to refuse, beside its field", () => {
    const value = typedValue({}, { title: "Offer", price: "about 3", currency: "usd", "speed.bf16": "" }, fields);
    expect(value).toMatchObject({ price: "about 3" });
    const faults = faultsOf(libraryQuoteSchema, value);
    expect([...faults.keys()]).toEqual(["price", "currency"]);
    expect(faults.get("currency")).toContain("three capital letters");
  });

  it("finds nothing wrong with a good quote", () => {
    expect(faultsOf(libraryQuoteSchema, { title: "Offer", price: 3, currency: "USD" }).size).toBe(0);
  });
});
