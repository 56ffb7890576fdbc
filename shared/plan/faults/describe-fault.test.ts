import { describe, expect, it } from "vitest";
import { describeFault } from "./describe-fault.ts";

describe("describeFault", () => {
  it("is a block with place, value, what is allowed and what to do", () => {
    const fault = {
      path: "experiments[0].model.haeds",
      line: 12,
      column: 17,
      message: "Unknown key haeds",
      value: '"haeds"',
      allowed: "kind, layers, width, heads",
      hint: "Did you mean heads?",
      edit: null,
    };
    expect(describeFault(fault)).toBe(`Unknown key haeds
  at       experiments[0].model.haeds, line 12, column 17
  value    "haeds"
  allowed  kind, layers, width, heads
  do       Did you mean heads?`);
  });

  it("leaves out what is not there", () => {
    const fault = { path: "", line: null, column: null, value: null, hint: null, edit: null };
    expect(
      describeFault({ ...fault, message: "The plan is larger than 1 MB", allowed: "at most 1,000,000 bytes" }),
    ).toBe("The plan is larger than 1 MB\n  allowed  at most 1,000,000 bytes");
  });
});
