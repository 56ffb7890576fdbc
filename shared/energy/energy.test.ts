import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CardHours, KilowattHours, Watts } from "../units/brands.ts";
import { fixed } from "../units/format/exact.ts";
import { emissions, energyUse } from "./energy.ts";

const use = (cardHours: number, watts: number, pue: number) =>
  energyUse({ cardHours: CardHours(cardHours), watts: Watts(watts), load: 1, pue }) ?? KilowattHours(Number.NaN);

describe("energyUse and emissions", () => {
  it("of LLaMA 65B", () => {
    const energy = use(1_022_362, 400, 1.1);
    expect(fixed(energy / 1000, 3)).toBe("449.839");
    expect(fixed(emissions(energy, 385) / 1000, 3)).toBe("173.188");
  });

  it("of BLOOM", () => {
    const energy = use(1_082_990, 400, 1);
    expect(energy).toBe(433_196);
    expect(fixed(emissions(energy, 57) / 1000, 3)).toBe("24.692");
  });

  it("of seven cards for 377.8 hours", () => {
    const energy = use(7 * 377.8, 350, 1.53);
    expect(fixed(energy, 3)).toBe("1,416.183");
    expect(fixed(emissions(energy, 120), 3)).toBe("169.942");
  });

  it("of the golden plan, by the card's power and by its share of the node", () => {
    const golden = 12907461.179918844 / 3;
    expect(fixed(use(golden, 700, 1.1) / 1000, 1)).toBe("3,312.9");
    expect(fixed(use(golden, 1275, 1.1) / 1000, 1)).toBe("6,034.2");
  });

  it("leaves unknown power unknown: it is not 0", () => {
    expect(energyUse({ cardHours: CardHours(1000), watts: null, load: 1, pue: 1.1 })).toBeNull();
  });

  it("is in proportion to each of its factors", () => {
    const factor = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(factor, factor, factor, factor, (cardHours, watts, load, times) => {
        const one = energyUse({ cardHours: CardHours(cardHours), watts: Watts(watts), load, pue: 1.2 }) ?? 0;
        const more = energyUse({ cardHours: CardHours(cardHours), watts: Watts(watts), load: load * times, pue: 1.2 });
        expect((more ?? 0) / one).toBeCloseTo(times, 8);
      }),
    );
  });
});
