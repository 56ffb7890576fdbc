import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { achievedSpeed, carriedSpeed, impliedUtilisation } from "./achieved-speed.ts";

const H100 = 989.4e12;
const A100 = 312e12;

describe("achievedSpeed", () => {
  it("is the dense peak times the utilisation", () => {
    expect(achievedSpeed({ densePeak: H100, utilisation: 0.3 })).toBe(296_820_000_000_000);
  });

  it("is undone by impliedUtilisation", () => {
    const share = fc.double({ min: 1e-3, max: 1, noNaN: true });
    const peak = fc.double({ min: 1e9, max: 1e17, noNaN: true });
    fc.assert(
      fc.property(share, peak, (utilisation, densePeak) => {
        expect(impliedUtilisation(achievedSpeed({ densePeak, utilisation }), densePeak)).toBeCloseTo(utilisation, 12);
      }),
    );
  });
});

describe("impliedUtilisation", () => {
  it("says what share of its peak the golden plan's card uses", () => {
    expect(impliedUtilisation(3.5e14, H100).toFixed(4)).toBe("0.3537");
  });
});

describe("carriedSpeed", () => {
  it("carries a speed to another card as its share of the peak", () => {
    const carried = carriedSpeed({ achieved: 3.5e14, densePeak: H100, otherDensePeak: A100 });
    expect(carried / 1e14).toBeCloseTo(1.1037, 5);
    expect(impliedUtilisation(carried, A100)).toBeCloseTo(impliedUtilisation(3.5e14, H100), 15);
  });

  it("leaves the speed as it was on a card with the same peak", () => {
    expect(carriedSpeed({ achieved: 3.5e14, densePeak: H100, otherDensePeak: H100 })).toBeCloseTo(3.5e14, 0);
  });
});
