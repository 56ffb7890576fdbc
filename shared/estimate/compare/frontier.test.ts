import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onFrontier } from "./frontier.ts";

describe("onFrontier", () => {
  it("leaves out what is dearer and no faster", () => {
    expect(
      onFrontier([
        { hours: 10, total: 5 },
        { hours: 20, total: 3 },
        { hours: 20, total: 4 },
        { hours: 15, total: 5 },
      ]),
    ).toEqual([true, true, false, false]);
  });

  it("takes the first of equals, and none that cannot take the work", () => {
    expect(
      onFrontier([
        { hours: 10, total: 5 },
        { hours: 10, total: 5 },
        { hours: null, total: 1 },
      ]),
    ).toEqual([true, false, false]);
    expect(onFrontier([])).toEqual([]);
  });

  it("keeps an offer exactly where no other beats it", () => {
    const offer = fc.record({ hours: fc.integer({ min: 1, max: 9 }), total: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(offer, { maxLength: 12 }), (offers) => {
        const kept = onFrontier(offers);
        offers.forEach((one, index) => {
          const beaten = offers.some(
            (other, at) =>
              other.hours <= one.hours &&
              other.total <= one.total &&
              (other.hours < one.hours || other.total < one.total || at < index),
          );
          expect(kept[index]).toBe(!beaten);
        });
      }),
    );
  });
});
