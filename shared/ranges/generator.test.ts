import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Generator, generator, shuffle, splitmix32, xoshiro128 } from "./generator.ts";

const take = (count: number, next: Generator) => Array.from({ length: count }, next);

describe("xoshiro128", () => {
  it("gives the answers of the authors' reference program", () => {
    expect(take(10, xoshiro128(1, 2, 3, 4))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
});

describe("splitmix32", () => {
  it("gives known answers", () => {
    expect(take(4, splitmix32(0))).toEqual([1684164658, 3653269916, 2939563536, 2141751570]);
    expect(take(4, splitmix32(42))).toEqual([551831576, 144025891, 322543647, 3034809370]);
  });
});

describe("generator", () => {
  it("is xoshiro128** seeded by splitmix32", () => {
    expect(take(4, generator(0))).toEqual([1789933344, 44971166, 2521387044, 3848737593]);
    expect(take(4, generator(42))).toEqual([660444221, 3652823732, 77672526, 910233633]);
  });
});

describe("shuffle", () => {
  it("keeps the values and depends on the seed alone", () => {
    fc.assert(
      fc.property(fc.float64Array({ noNaN: true, maxLength: 50 }), fc.integer(), (values, seed) => {
        const once = Float64Array.from(values);
        const again = Float64Array.from(values);
        shuffle(once, generator(seed));
        shuffle(again, generator(seed));
        expect(once).toEqual(again);
        expect(once.toSorted()).toEqual(values.toSorted());
      }),
    );
  });

  it("leaves every value at every place equally often", () => {
    const next = generator(7);
    const size = 5;
    const times = 50_000;
    const counts = Array.from({ length: size * size }, () => 0);
    for (let round = 0; round < times; round++) {
      const values = Float64Array.from({ length: size }, (_, index) => index);
      shuffle(values, next);
      values.forEach((value, place) => {
        counts[value * size + place] = (counts[value * size + place] ?? 0) + 1;
      });
    }
    // Each count is binomial with a standard deviation of 89; five of them are 1 chance in a million.
    for (const count of counts) expect(Math.abs(count - times / size)).toBeLessThan(5 * 89.5);
  });
});
