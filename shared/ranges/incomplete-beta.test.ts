import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaDensity, betaShape, incompleteBeta, lnGamma } from "./incomplete-beta.ts";

const atMost = (alpha: number, beta: number, x: number) => {
  const shape = betaShape(alpha, beta);
  return incompleteBeta(shape, x, betaDensity(shape, x));
};

describe("lnGamma", () => {
  it.each([
    [1, 0],
    [1.8, -0.07108387291437217],
    [2.5, 0.2846828704729192],
    [4.98, 3.1479758067666617],
    [5, Math.log(24)],
    [6, Math.log(120)],
    [10.3, 13.482036786138357],
  ])("of %d", (z, value) => {
    expect(Math.abs(lnGamma(z) - value)).toBeLessThan(2e-14);
  });
});

describe("incompleteBeta", () => {
  // Computed to 40 digits with an arbitrary-precision library.
  it.each([
    [1.8, 4.2, 0.3, 0.548230304261905],
    [1.8, 4.2, 0.0001, 5.821224160397343e-7],
    [3.6, 2.4, 0.5, 0.2988016512487343],
    [3.6, 2.4, 0.97, 0.9977324525884436],
    [1.02, 4.98, 0.9, 0.9999890624697434],
  ])("with α = %d, β = %d at %d", (alpha, beta, x, value) => {
    expect(Math.abs(atMost(alpha, beta, x) / value - 1)).toBeLessThan(2e-14);
  });

  it("is a sum of binomial chances for whole exponents", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (alpha, x) => {
        let sum = 0;
        for (let k = alpha; k <= 5; k++) sum += choose(5, k) * x ** k * (1 - x) ** (5 - k);
        expect(Math.abs(atMost(alpha, 6 - alpha, x) - sum)).toBeLessThan(1e-14);
      }),
    );
  });
});

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
