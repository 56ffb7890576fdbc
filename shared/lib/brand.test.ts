import { describe, expect, expectTypeOf, it } from "vitest";
import { type Brand, brand } from "./brand.ts";

type Metres = Brand<number, "Metres">;
type Feet = Brand<number, "Feet">;
const Metres = brand<Metres>();

describe("brand", () => {
  it("leaves the value as it is", () => {
    expect(Metres(12.5)).toBe(12.5);
    expect(Metres(2) + Metres(3)).toBe(5);
  });

  it("tells two units apart, and a unit from a bare number", () => {
    expectTypeOf<Metres>().toExtend<number>();
    expectTypeOf<number>().not.toExtend<Metres>();
    expectTypeOf<Feet>().not.toExtend<Metres>();
    expectTypeOf(Metres).parameter(0).toEqualTypeOf<number>();
  });
});
