import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { footed, hourPlaces, moneyPlaces, runPlaces } from "./footing.ts";

const numberOf = (text: string) => Number(text.replaceAll(",", ""));

describe("footed", () => {
  it("rounds by largest remainder where rounding each part alone would miss the total", () => {
    expect(footed([0.4, 0.4, 0.4], 0)).toEqual({ places: 0, parts: ["1", "0", "0"], apart: null, total: "1" });
  });

  it("adds up, at any number of decimals, with a line apart and without", () => {
    const amount = fc.double({ min: 0, max: 1e8, noNaN: true });
    const amounts = fc.array(amount, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 3 }), fc.option(amount), (parts, places, apart) => {
        const { parts: shown, apart: own, total } = footed(parts, places, apart);
        const unit = 10 ** places;
        const stepsOf = (text: string) => Math.round(numberOf(text) * unit);
        const sum = [...shown, ...(own === null ? [] : [own])].reduce((steps, text) => steps + stepsOf(text), 0);
        expect(sum).toBe(stepsOf(total));
        shown.forEach((text, index) => {
          expect(Math.abs(numberOf(text) - (parts[index] ?? 0)) * unit).toBeLessThan(1 + 1e-6);
        });
        if (own !== null) expect(Math.abs(numberOf(own) - (apart ?? 0)) * unit).toBeLessThan(0.5 + 1e-6);
      }),
    );
  });

  it("shows what stands apart the same, however the rest is split", () => {
    const apart = 19_430.4;
    expect(footed([194_303.4], 0, apart)).toEqual({
      places: 0,
      parts: ["194,304"],
      apart: "19,430",
      total: "213,734",
    });
    expect(footed([10_794.6, 3_598.2, 179_910.6], 0, apart).apart).toBe("19,430");
  });

  it("shows three figures of what no column could hold in full", () => {
    expect(footed([1e20, 2e20], 0)).toMatchObject({ places: null, parts: ["1.00 × 10²⁰", "2.00 × 10²⁰"] });
  });
});

describe("decimals", () => {
  it("are cents for small plans and none for large ones", () => {
    expect([0, 0.5, 999, 1_000].map(moneyPlaces)).toEqual([0, 2, 2, 0]);
  });

  it("leave four figures of the hours", () => {
    expect([0, 0.0123, 4.2, 42, 420, 4_200].map(hourPlaces)).toEqual([0, 5, 3, 2, 1, 0]);
  });

  it("are none for whole runs, one for a few expected ones", () => {
    expect(runPlaces([12, 5_040])).toBe(0);
    expect(runPlaces([12.3, 4])).toBe(1);
    expect(runPlaces([1_200.3, 4])).toBe(0);
  });
});
