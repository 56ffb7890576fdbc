import { describe, expect, expectTypeOf, it } from "vitest";
import { CardHours, Flop, FlopPerSecond, type Hours, Money } from "./brands.ts";

describe("brands", () => {
  it("are plain numbers when the program runs", () => {
    expect(CardHours(82_432)).toBe(82_432);
    expect(Flop(3.5e14) / FlopPerSecond(3.5e14)).toBe(1);
  });

  it("cannot be passed for one another", () => {
    expectTypeOf<CardHours>().not.toExtend<Hours>();
    expectTypeOf<Hours>().not.toExtend<CardHours>();
    expectTypeOf(Money(1)).not.toExtend<Flop>();
    expectTypeOf<number>().not.toExtend<Money>();
    expectTypeOf<Money>().toExtend<number>();
  });
});
