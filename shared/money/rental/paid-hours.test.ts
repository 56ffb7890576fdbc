import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heldCardHours, paidCardHours, wholes } from "./paid-hours.ts";
import { stretchesOf, type UsageStretch } from "./usage.ts";

const stretch = (fromHours: number, toHours: number, cards: number): UsageStretch => ({ fromHours, toHours, cards });

it("knows a whole number in spite of binary fractions", () => {
  expect(wholes(0.1 + 0.2, 0.1)).toBe(3);
  expect(wholes(3.01, 1)).toBe(4);
  expect(wholes(0, 8)).toBe(0);
});

describe("paidCardHours", () => {
  it("pays whole units of cards and hours", () => {
    expect(paidCardHours([stretch(0, 10, 64)], { cards: 64, hours: 8_760 })).toBe(560_640);
    expect(paidCardHours([stretch(0, 1.5, 8)], { cards: 8, hours: 1 })).toBe(16);
    expect(paidCardHours([stretch(0, 1.5, 9)], { cards: 8, hours: 0 })).toBe(24);
    expect(paidCardHours([], { cards: 8, hours: 1 })).toBe(0);
  });

  it("goes on with what it holds, and pays the rest of an increment once", () => {
    // Eight cards for 10.5 h and eight more for 0.5 h of it: 11 + 1 hours.
    expect(paidCardHours([stretch(0, 4, 8), stretch(4, 4.5, 16), stretch(4.5, 10.5, 8)], { cards: 8, hours: 1 })).toBe(
      8 * (11 + 1),
    );
  });

  it("takes what is paid for before it rents anew", () => {
    // Two half hours within one paid hour; then one behind it.
    expect(paidCardHours([stretch(0, 0.4, 8), stretch(0.6, 1, 8)], { cards: 8, hours: 1 })).toBe(8);
    expect(paidCardHours([stretch(0, 0.4, 8), stretch(1, 1.4, 8)], { cards: 8, hours: 1 })).toBe(16);
    // Of 16 paid cards eight are needed again, and then 24.
    expect(
      paidCardHours([stretch(0, 0.4, 16), stretch(0.5, 0.6, 8), stretch(0.6, 1, 24)], { cards: 8, hours: 1 }),
    ).toBe(24);
  });

  it("covers work with whole blocks, each from the hour in which it is first needed", () => {
    expect(paidCardHours([stretch(0, 100, 10), stretch(100, 120, 90)], { cards: 64, hours: 168 })).toBe(2 * 64 * 168);
    expect(paidCardHours([stretch(0, 169, 64)], { cards: 64, hours: 168 })).toBe(2 * 64 * 168);
  });

  const usage = fc
    .array(
      fc.record({
        fromHours: fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10),
        length: fc.integer({ min: 1, max: 30 }).map((tenths) => tenths / 10),
        cards: fc.integer({ min: 1, max: 40 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((parts) =>
      stretchesOf(parts.map(({ fromHours, length, cards }) => ({ fromHours, toHours: fromHours + length, cards }))),
    );

  it("never pays less than is held, nor more than every stretch rented by itself", () => {
    fc.assert(
      fc.property(usage, fc.constantFrom(1, 4, 8), fc.constantFrom(0.25, 1, 3), (stretches, cards, hours) => {
        const paid = paidCardHours(stretches, { cards, hours });
        const alone = stretches.reduce((sum, one) => sum + paidCardHours([one], { cards, hours }), 0);
        expect(paid).toBeGreaterThanOrEqual(heldCardHours(stretches, cards) - 1e-6);
        expect(paid).toBeLessThanOrEqual(alone + 1e-6);
        expect(paid / (cards * hours)).toBeCloseTo(Math.round(paid / (cards * hours)), 6);
      }),
    );
  });
});
