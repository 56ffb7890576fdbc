import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeRange, readRange } from "./value-range.ts";

const powers = [128, 256, 512, 1024, 2048, 4096, 8192, 16_384];

describe("readRange", () => {
  it.each([
    ["128…16384 ×2", powers],
    ["128..16384 x2", powers],
    ["128 ... 16384 * 2", powers],
    ["128-16384 *2", powers],
    ["128 to 16,384, ×2", powers],
    ["128…20000 ×2", powers],
    ["16384…128 ÷2", powers.toReversed()],
    ["16384…128 ×0.5", powers.toReversed()],
    ["1e-5…1e-1 ×10", [1e-5, 1e-4, 1e-3, 1e-2, 1e-1]],
    ["1e-5-1e-3 x10", [1e-5, 1e-4, 1e-3]],
    ["0…1 +0.1", [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]],
    ["10…50 by 10", [10, 20, 30, 40, 50]],
    ["50…10 by 10", [50, 40, 30, 20, 10]],
    ["1…4", [1, 2, 3, 4]],
    ["3…1", [3, 2, 1]],
    ["3…0 -1", [3, 2, 1, 0]],
    ["-1…1 +1", [-1, 0, 1]],
    ["7…7", [7]],
    ["1M…4M ×2", [1e6, 2e6, 4e6]],
    ["9…1 ÷3", [9, 3, 1]],
  ])("reads %j", (text, values) => {
    expect(readRange(text)).toEqual({ ok: true, value: values });
  });

  it.each([
    ["128", "Write a range as 128…16384 ×2, 0…1 +0.1 or 10…50 by 10."],
    ["128…", "Write a range as 128…16384 ×2, 0…1 +0.1 or 10…50 by 10."],
    ["0.1…1", "Write the step, as in 1e-5…1e-1 ×10 or 0…1 +0.1."],
    ["1…10 ×1", "The factor of a range is above 0 and not 1, as 2 in 128…16384 ×2."],
    ["1…10 ×-2", "The factor of a range is above 0 and not 1, as 2 in 128…16384 ×2."],
    ["0…10 ×2", "A range with a factor does not reach or cross 0."],
    ["10…1 ×2", "The factor leads away from the end of the range."],
    ["1…10 +0", "The step leads away from the end of the range."],
    ["10…1 +1", "The step leads away from the end of the range."],
    ["1…100000", "This range has more than 10,000 values. Write a larger step."],
    ["1…2 ×1.0000001", "This range has more than 10,000 values. Write a larger step."],
    ["0…1e400 +1", "This number is too large; the largest is 1.7e308."],
  ])("says of %j what to write", (text, error) => {
    expect(readRange(text)).toEqual({ ok: false, error });
  });

  it("ends whatever is typed, with at most 10,000 values between its ends", () => {
    const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }).map(String), fc.integer().map(String));
    const step = fc.constantFrom("×", "÷", "+", "-", " by ", "x");
    fc.assert(
      fc.property(number, number, step, number, (start, end, mark, by) => {
        const read = readRange(`${start}…${end} ${mark}${by}`);
        if (!read.ok) return;
        const [low, high] = [Math.min(Number(start), Number(end)), Math.max(Number(start), Number(end))];
        expect(read.value.length).toBeLessThanOrEqual(10_000);
        expect(read.value.every((value) => value >= low && value <= high)).toBe(true);
        expect(new Set(read.value).size).toBe(read.value.length);
      }),
    );
  });
});

describe("describeRange", () => {
  it.each([
    [powers, "128…16384 ×2"],
    [powers.toReversed(), "16384…128 ÷2"],
    [[1e-5, 1e-4, 1e-3], "1e-5…0.001 ×10"],
    [[0, 0.1, 0.2, 0.3], "0…0.3 +0.1"],
    [[1, 2, 3], "1…3"],
    [[10, 20, 30], "10…30 +10"],
    [[30, 20, 10], "30…10 −10"],
    [[1, 2], null],
    [[1, 2, 4, 9], null],
    [[1, 1, 1], null],
    [[1, 2, "3"], null],
    [[], null],
  ])("of %j is %j", (values, text) => {
    expect(describeRange(values)).toBe(text);
  });

  it("is read as the values that it describes", () => {
    const start = fc.integer({ min: 1, max: 5000 });
    const count = fc.integer({ min: 3, max: 20 });
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 2, max: 10 }),
        count,
        fc.constantFrom(1, 1e-3, 1e-6),
        (first, by, n, unit) => {
          for (const next of [(value: number) => value + by, (value: number) => value * by]) {
            const values = [first];
            while (values.length < n && next(values.at(-1) ?? 0) < 1e13) values.push(next(values.at(-1) ?? 0));
            const decimals = values.map((value) => Number(`${value}e${Math.log10(unit)}`));
            for (const list of [decimals, decimals.toReversed()]) {
              const text = describeRange(list);
              expect(text).not.toBeNull();
              expect(readRange(text ?? "")).toEqual({ ok: true, value: list });
            }
          }
        },
      ),
    );
  });
});
