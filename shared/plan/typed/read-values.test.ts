import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readValues } from "./read-values.ts";

describe("readValues", () => {
  it.each([
    ["128, 256, 512", [128, 256, 512]],
    ["128,256,512", [128, 256, 512]],
    ["128 256 512", [128, 256, 512]],
    ["128; 256", [128, 256]],
    ["1 000 000", [1_000_000]],
    ["1,000\n2,000\n", [1000, 2000]],
    ["1\r\n2\r\n\r\n3", [1, 2, 3]],
    ["1\t2\t3", [1, 2, 3]],
    ["1, 2\n3, 4", [1, 2, 3, 4]],
    ["5e-6, 1e-5, 2e-5", [5e-6, 1e-5, 2e-5]],
    ["SGD, Adam", ["SGD", "Adam"]],
    ["SGD\nAdam, decoupled", ["SGD", "Adam", "decoupled"]],
    ['"8", "a, b", x ""', ["8", "a, b", 'x ""']],
    ['"say ""yes"""', ['say "yes"']],
    ["true, false", [true, false]],
    ["128…1024 ×2", [128, 256, 512, 1024]],
    ["mean-field", ["mean-field"]],
    ["GPT-3 to 4", ["GPT-3 to 4"]],
    ["7B, 13B", ["7B", "13B"]],
    ["web, code and mathematics", ["web", "code and mathematics"]],
  ])("reads %j", (text, value) => {
    expect(readValues(text)).toEqual({ ok: true, value });
  });

  it("reads sizes as numbers where values are numbers", () => {
    expect(readValues("10B, 20B", { numbers: true })).toEqual({ ok: true, value: [1e10, 2e10] });
  });

  it.each([
    ["  ", "Write at least one value, as 128, 256, 512 or SGD, Adam."],
    ["1…", "Write a range as 128…16384 ×2, 0…1 +0.1 or 10…50 by 10."],
    ["0,5\n0,25", "Write 0.5 with a point. A comma parts groups of three digits, as in 1,000,000."],
    ["x".repeat(201), "A value has at most 200 characters; this one has 201."],
    ["1\n".repeat(10_001), "These are more than 10,000 values."],
  ])("says of %j what to write", (text, error) => {
    expect(readValues(text)).toEqual({ ok: false, error });
  });

  it("reads a pasted column as the numbers of its cells", () => {
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(numbers, fc.constantFrom("\n", "\r\n", "\t", ";", ", "), (values, mark) => {
        const expected = values.map((value) => (Object.is(value, -0) ? 0 : value));
        expect(readValues(values.join(mark))).toEqual({ ok: true, value: expected });
      }),
    );
  });
});
