import { describe, expect, it } from "vitest";
import type { ResolvedQuote } from "../../plan/resolved.ts";
import { resolvedQuote } from "../../plan/resolved-quote.fixture.ts";
import { OFFER_PARTS } from "../figure.ts";
import { certain, plan } from "../plan.fixture.ts";
import { numericSides, traceOf } from "./trace-of.fixture.ts";

const storage = { keptCheckpoints: 1, bytesPerParameter: 2, dataTB: 5, months: 6, egressTB: 1, source: null };

/** A plan with its price, and an offer beside it. */
const planWith = (offer: Partial<ResolvedQuote>) =>
  plan({
    storage,
    quotes: [resolvedQuote(2), resolvedQuote(3, { id: "offer", headline: false, cardsAvailable: 16, ...offer })],
  });

const offers: readonly Partial<ResolvedQuote>[] = [
  { storagePerTBMonth: certain(20), egressPerTB: certain(90) },
  { basis: "spot", interruptionHours: certain(5), cardsPerNode: 8 },
  { basis: "reserved", commitment: { cards: 16, hours: 100 } },
  { billingIncrementMinutes: 6_000, wholeNodes: true, cardsPerNode: 8 },
];

describe("an offer", () => {
  it.each(offers)("%o has parts that come to what is shown, in the formula too", (offer) => {
    for (const part of OFFER_PARTS) {
      const trace = traceOf(planWith(offer), { of: "offer", quote: 1, part });
      expect(trace.title, part).toContain("Stated price");
      if (part === "hours") continue;
      for (const side of numericSides(trace)) expect(side, part).toBeCloseTo(trace.value, 6);
      if (trace.terms.length > 0) {
        expect(
          trace.terms.reduce((sum, { value }) => sum + value, 0),
          part,
        ).toBeCloseTo(trace.value, 6);
      }
    }
  });

  it("says how much is stored and sent out, how that comes about, and what the quote charges", () => {
    const of = planWith({
      storagePerTBMonth: certain(20),
      egressPerTB: certain(90),
      source: "e-mail",
      date: "2026-11-03",
    });
    const trace = traceOf(of, { of: "offer", quote: 1, part: "storage" });
    expect(trace.inputs.map(({ symbol, source, date }) => [symbol, source, date])).toEqual([
      ["S", "this estimate", null],
      ["D_out", "this estimate", null],
      ["p_s", "e-mail", "2026-11-03"],
      ["p_e", "e-mail", "2026-11-03"],
    ]);
    const [kept, sent] = trace.inputs.map(({ value }) => value);
    expect((kept ?? 0) * 20 + (sent ?? 0) * 90).toBeCloseTo(trace.value, 8);
    for (const measure of ["storageTBMonths", "egressTB"] as const) {
      const stored = traceOf(of, { of: "stored", measure });
      expect(stored.value).toBe(measure === "egressTB" ? sent : kept);
      expect(numericSides(stored).at(-1)).toBeCloseTo(stored.value, 9);
    }
    expect(() => traceOf(plan(), { of: "stored", measure: "egressTB" })).toThrow("keeps nothing");
  });

  it("says what its total leaves out", () => {
    const notes = (offer: Partial<ResolvedQuote>) =>
      traceOf(planWith(offer), { of: "offer", quote: 1, part: "total" }).notes;
    expect(notes({})).toHaveLength(1);
    expect(notes({ storagePerTBMonth: certain(20), egressPerTB: certain(90) })).toEqual([]);
  });

  it("is no shorter than its card-hours shared among its cards", () => {
    const trace = traceOf(planWith({}), { of: "offer", quote: 1, part: "hours" });
    const ideal = numericSides(trace).at(-1) ?? Number.NaN;
    expect(trace.value).toBeGreaterThanOrEqual(ideal * (1 - 1e-9));
  });

  it("that cannot be compared has no explanation", () => {
    expect(() => traceOf(planWith({ accelerator: "nobody-1" }), { of: "offer", quote: 1, part: "total" })).toThrow(
      "cannot be compared",
    );
  });
});
