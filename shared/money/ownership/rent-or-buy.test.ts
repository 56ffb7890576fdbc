import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eightNodes } from "./eight-nodes.fixture.ts";
import { rentOrBuy } from "./rent-or-buy.ts";

const against = (rentalPrice: number, share = 0.7) =>
  rentOrBuy({ purchase: eightNodes, rentalPrice, use: [{ months: 48, share }] });

describe("rentOrBuy", () => {
  it.each([
    [2, 82.0677],
    [2.5, 65.6542],
    [3, 54.7118],
  ])("breaks even against %d at %d %%", (price, percent) => {
    expect(against(price).breakEvenUse * 100).toBeCloseTo(percent, 4);
  });

  it("can cost less though payback lies behind the lifetime, for the residual comes at the end", () => {
    const answer = against(2.5);
    expect(answer.paybackMonth).toBeCloseTo(48.569, 3);
    expect(answer.paysBack).toBe(false);
    expect(answer.saved).toBeCloseTo(243_643.85, 2);
    expect(answer.perUsedCardHour).toBeCloseTo(2.344792, 6);
  });

  it("tells both costs month by month", () => {
    const { months, own, rent } = against(2.5);
    expect(months).toHaveLength(49);
    expect(months[0]).toEqual({ month: 0, own: own.capital, rent: 0 });
    expect(months[12]?.own).toBeCloseTo(own.capital + own.runningPerYear, 6);
    expect(months[12]?.rent).toBeCloseTo(81_760 * 12, 6);
    expect(months[48]?.own).toBeCloseTo(own.total, 6);
    expect(months[48]?.rent).toBeCloseTo(rent, 6);
  });

  it("ends in the middle of a month where the lifetime does", () => {
    const { months, own } = rentOrBuy({
      purchase: { ...eightNodes, lifetimeYears: 2.6 },
      rentalPrice: 2.5,
      use: [{ months: 6, share: 1 }],
    });
    expect(months.map(({ month }) => month).slice(-3)).toEqual([30, 31, 31.200000000000003]);
    expect(months.at(-1)?.own).toBeCloseTo(own.total, 6);
  });

  it("counts what the machine is used for afterwards", () => {
    const use = (afterwards: number) =>
      rentOrBuy({
        purchase: eightNodes,
        rentalPrice: 2.5,
        use: [
          { months: 6, share: 1 },
          { months: 42, share: afterwards },
        ],
      });
    expect(use(0).useShare).toBeCloseTo(1 / 8, 12);
    expect(use(0).paybackMonth).toBeNull();
    expect(use(0).perUsedCardHour).toBeCloseTo(3_680_836.1472 / (2_242_560 / 8), 8);
    expect(use(0.5).useShare).toBeCloseTo(0.5625, 12);
    // 6 months leave 2,760,000 − 6 × (116,800 − 24,934.0864) owed, then 58,400 − 24,934.0864 come off a month.
    expect(use(0.5).paybackMonth).toBeCloseTo(6 + (2_760_000 - 6 * 91_865.9136) / 33_465.9136, 6);
    expect(use(1).paybackMonth).toBeCloseTo(2_760_000 / 91_865.9136, 6);
    expect(use(1).paysBack).toBe(true);
  });

  it("never pays back against a rent below the running costs, nor against none", () => {
    expect(against(0.5).paybackMonth).toBeNull();
    expect(against(0).breakEvenUse).toBe(Number.POSITIVE_INFINITY);
    expect(against(0).saved).toBeCloseTo(-3_680_836.1472, 6);
  });

  it("saves nothing at the break-even, whatever the price", () => {
    fc.assert(
      fc.property(fc.double({ min: 1.7, max: 50, noNaN: true }), (price) => {
        const { breakEvenUse } = against(price);
        expect(against(price, breakEvenUse).saved).toBeCloseTo(0, 4);
        expect(against(price, breakEvenUse * 0.99).saved).toBeLessThan(0);
      }),
    );
  });
});
