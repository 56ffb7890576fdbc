import { describe, expect, it } from "vitest";
import { z } from "zod";
import { strictObject } from "../../lib/strict-object.ts";
import { quantity } from "../../ranges/quantity.ts";
import { memberOf, valueAt } from "../value-at.ts";
import { branchFor, leavesOf, schemaAt } from "./schema-walk.ts";

const price = quantity({ min: 0, max: 9, what: "price" });
const schema = strictObject({
  price,
  tags: z.array(z.string()).optional(),
  counts: z.record(z.string(), z.union([z.boolean(), z.array(z.int())])),
});
const value = { price: { low: 1, likely: 2, high: 3 }, tags: ["a"], counts: { x: [1, 2] } };

describe("schemaAt", () => {
  it("follows objects, lists, names and the branches that a value is meant for", () => {
    const kindAt = (...path: (string | number)[]) => schemaAt(schema, value, path)?._zod.def.type;
    expect(kindAt()).toBe("object");
    expect(kindAt("price", "likely")).toBe("number");
    expect(kindAt("tags", 0)).toBe("string");
    expect(kindAt("counts", "x", 1)).toBe("number");
    expect(kindAt("counts", "x", "y")).toBe("number");
    expect(kindAt("price", "use")).toBeUndefined();
    expect(kindAt("constructor")).toBeUndefined();
  });
});

describe("branchFor", () => {
  const [number, range, use] = leavesOf(price);
  it.each([
    ["a number", -3, number],
    ["a range with a slip", { low: 1, likley: 2, high: 3 }, range],
    ["half a range", { likely: 2 }, range],
    ["a name", { use: 5 }, use],
    ["a name with more", { use: "a", low: 3 }, use],
    ["text", "3", undefined],
    ["an object without any key of theirs", { min: 1, max: 2 }, undefined],
    ["a list", [1], undefined],
    ["nothing", null, undefined],
  ])("chooses the branch of %s", (_, given, branch) => {
    expect(branchFor(leavesOf(price), given)).toBe(branch);
  });
});

describe("valueAt and memberOf", () => {
  it("find own members only", () => {
    expect(valueAt(value, ["counts", "x", 1])).toBe(2);
    expect(valueAt(value, ["counts", "y", 1])).toBeUndefined();
    expect(memberOf({}, "toString")).toBeUndefined();
    expect(memberOf("text", 0)).toBeUndefined();
  });
});
