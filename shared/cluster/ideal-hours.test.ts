import { describe, expect, it } from "vitest";
import { CardHours } from "../units/brands.ts";
import { durationText } from "../units/format/duration.ts";
import { PRESETS } from "./cluster.ts";
import { idealHours } from "./ideal-hours.ts";

describe("idealHours", () => {
  it("is the card-hours shared among the cards", () => {
    expect(idealHours(CardHours(4_302_487.06), 100_000)).toBeCloseTo(43.0248706, 10);
    expect(idealHours(CardHours(12), 1)).toBe(12);
  });

  it("gives the golden plan's times on the presets", () => {
    const golden = CardHours(12907461.179918844 / 3);
    expect(PRESETS.map(({ cards }) => durationText(idealHours(golden, cards)))).toEqual([
      "49.1 years",
      "4.9 years",
      "43.0 h",
    ]);
  });
});
