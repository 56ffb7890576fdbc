import { describe, expect, it } from "vitest";
import { z } from "zod";
import { meantValue } from "./suggestions.ts";

describe("meantValue", () => {
  it.each([
    [z.number(), "1_000", "1000"],
    [z.number(), "1,000,000", "1000000"],
    [z.number(), "3.5e14", "3.5e14".replace("3.5e14", "350000000000000")],
    [z.int().min(1), " 12 ", "12"],
    [z.boolean(), "yes", "true"],
    [z.boolean(), "Off", "false"],
    [z.enum(["causal", "full"]), "casual", '"causal"'],
    [z.literal("six-nd"), "six_nd", '"six-nd"'],
    [z.string(), 7, '"7"'],
    [z.array(z.string()), "alone", '["alone"]'],
    [z.array(z.number()), 7, "[7]"],
    [z.union([z.number(), z.array(z.number())]), "5", "5"],
  ])("%#: instead of %j", (schema, value, suggestion) => {
    expect(meantValue(schema, value).suggestion).toBe(suggestion);
  });

  it("asks with quotes where these are what is missing", () => {
    expect(meantValue(z.string(), 7).hint).toBe('Did you mean "7"?');
    expect(meantValue(z.enum(["causal", "full"]), "casual").hint).toBe("Did you mean causal?");
  });

  it.each([
    [z.number(), "many"],
    [z.number().min(1), "0"],
    [z.number(), "1e400"],
    [z.number(), ""],
    [z.number(), -1],
    [z.enum(["causal", "full"]), "none"],
    [z.boolean(), 1],
    [z.number(), "9".repeat(200)],
    [undefined, 3],
  ])("%#: has nothing to say of %j", (schema, value) => {
    expect(meantValue(schema, value)).toEqual({});
  });
});
