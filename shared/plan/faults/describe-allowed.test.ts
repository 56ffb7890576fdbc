import { describe, expect, it } from "vitest";
import { z } from "zod";
import { calendarDateSchema } from "../../lib/dates.ts";
import { describeAllowed, listed, statedAllowed } from "./describe-allowed.ts";

describe("describeAllowed", () => {
  it.each([
    [z.int().min(1).max(1e5), "whole numbers from 1 to 100,000"],
    [z.int(), "whole numbers"],
    [z.int().min(0), "whole numbers from 0"],
    [z.number().positive().max(3), "numbers above 0, at most 3"],
    [z.number().positive(), "numbers above 0"],
    [z.number().max(10), "numbers up to 10"],
    [z.number().min(0).max(1).optional(), "numbers from 0 to 1"],
    [z.boolean(), "true or false"],
    [z.enum(["causal", "full"]), "causal or full"],
    [z.literal(1), "1"],
    [z.string(), "text"],
    [z.string().max(2_000), "text of at most 2,000 characters"],
    [z.url(), "an address that starts with https://"],
    [calendarDateSchema, "a date as YYYY-MM-DD"],
    [z.array(z.number()), "a list of values in square brackets"],
    [z.strictObject({ a: z.number(), b: z.number() }), "an object with the keys a, b"],
    [z.record(z.string(), z.number()), "an object of names and values"],
    [z.int().min(1).max(2).nullable().optional(), "whole numbers from 1 to 2 or null"],
    [z.union([z.boolean(), z.union([z.number(), z.string()])]), "true or false, numbers or text"],
  ])("%#: %o", (schema, words) => {
    expect(describeAllowed(schema)).toBe(words);
  });
});

describe("statedAllowed", () => {
  it("reads what the author of a schema wrote, and nothing of the library's", () => {
    expect(statedAllowed("Allowed: a date")).toBe("a date");
    expect(statedAllowed("Invalid input")).toBeUndefined();
  });
});

describe("listed", () => {
  it("puts or before the last", () => {
    expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual([
      "",
      "a",
      "a or b",
      "a, b or c",
    ]);
  });
});
