import { expect, it } from "vitest";
import { counted, plural } from "./counted.ts";

it("is one of exactly one, and several of anything else", () => {
  expect([1, 0, 2, 0.5, 1.5, 58_512].map((n) => counted(n, "run"))).toEqual([
    "1 run",
    "0 runs",
    "2 runs",
    "0.5 runs",
    "1.5 runs",
    "58,512 runs",
  ]);
  expect(plural(2, "change moves", "changes move")).toBe("changes move");
});
