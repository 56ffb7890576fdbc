import { describe, expect, it } from "vitest";
import { err, ok, type Result } from "./result.ts";

const half = (n: number): Result<number, string> => (n % 2 === 0 ? ok(n / 2) : err(`${n} is odd`));

describe("Result", () => {
  it("carries a value or an error, told apart by `ok`", () => {
    expect(half(8)).toEqual({ ok: true, value: 4 });
    expect(half(7)).toEqual({ ok: false, error: "7 is odd" });
  });

  it("narrows: the value can be read only where it is there", () => {
    const result = half(8);
    expect(result.ok ? result.value : result.error.length).toBe(4);
  });
});
