import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact, exactMoney, fixed, percent, signed } from "./exact.ts";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const readBack = (text: string) => Number(text.replaceAll(",", "").replace("−", "-"));

describe("exact", () => {
  it.each([
    [6738415616, "6,738,415,616"],
    [888.81395400704, "888.81395400704"],
    [12907461.179918844, "12,907,461.179918844"],
    [5.420938471e24, "5.420938471e24"],
    [1e21, "1e21"],
    [999999999999999900000, "999,999,999,999,999,900,000"],
    [1e-7, "1e-7"],
    [0.0001234, "0.0001234"],
    [-1234.5, "−1,234.5"],
    [-0, "0"],
    [999, "999"],
    [1000, "1,000"],
  ])("writes %d as %s", (n, text) => {
    expect(exact(n)).toBe(text);
  });

  it("reads back as the very same number", () => {
    fc.assert(
      fc.property(finite, (n) => {
        expect(readBack(exact(n))).toBe(n === 0 ? 0 : n);
      }),
    );
  });
});

describe("fixed", () => {
  it("keeps to a power of ten where no decimals are left", () => {
    expect(fixed(1e21, 2)).toBe("1e21");
  });

  it("is within half a unit of its last digit", () => {
    const amount = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 3 }), (n, places) => {
        const slack = 0.5 * 10 ** -places + Math.abs(n) * Number.EPSILON;
        expect(Math.abs(readBack(fixed(n, places)) - n)).toBeLessThanOrEqual(slack);
      }),
    );
  });

  it("never turns a larger number into a smaller text", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (n, more) => {
          expect(readBack(fixed(n + more, 1))).toBeGreaterThanOrEqual(readBack(fixed(n, 1)));
        },
      ),
    );
  });
});

describe("money, differences and shares", () => {
  it("writes money to the cent", () => {
    expect(exactMoney(12907461.179918844)).toBe("12,907,461.18");
    expect(exactMoney(888.81395400704)).toBe("888.81");
    expect(exactMoney(0)).toBe("0.00");
  });

  it("writes a difference with its sign, rounded once", () => {
    expect(signed(2666.44186202112 - 888.81395400704)).toBe("+1,778");
    expect(signed(-312_000)).toBe("−312,000");
    expect(signed(0.4)).toBe("0");
    expect(signed(-0.4)).toBe("0");
    expect(signed(-5.24, 1)).toBe("−5.2");
  });

  it("writes a share as per cent", () => {
    expect(percent(0.40937)).toBe("40.9");
    expect(percent(1)).toBe("100.0");
    expect(percent(-0.0001)).toBe("0.0");
    expect(percent(12.345)).toBe("1,234.5");
  });
});
