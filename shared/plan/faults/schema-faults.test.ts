import { describe, expect, it } from "vitest";
import { z } from "zod";
import { strictObject } from "../../lib/strict-object.ts";
import { boundedNumber, quantity } from "../../ranges/quantity.ts";
import { pathText } from "../text/document-path.ts";
import { schemaFaults } from "./schema-faults.ts";

const schema = strictObject({
  heads: z.int().min(1).max(100_000).optional(),
  pue: boundedNumber({ min: 1, max: 3, what: "PUE" }).optional(),
  price: quantity({ min: 0, max: 100, what: "price" }).optional(),
  mask: z.enum(["causal", "full"]).optional(),
  title: z.string().trim().min(1).max(5).optional(),
  names: z.record(z.string().regex(/^[a-z]+$/, "Allowed: small letters"), z.number()).optional(),
  rows: z
    .array(z.union([z.number(), z.looseObject({ label: z.string() })]))
    .min(1)
    .max(3)
    .optional(),
  place: strictObject({ from: z.string() }).optional(),
  convention: z.union([z.enum(["matmul", "palm"]), strictObject({ name: z.literal("six-nd") })]).optional(),
});

const first = (value: unknown) => {
  const [fault] = schemaFaults(schema, value);
  return fault && [pathText(fault.path), fault.message, fault.allowed, fault.suggestion];
};

describe("schemaFaults", () => {
  it.each([
    [{ heads: -1 }, "heads", "Heads cannot be negative", "whole numbers from 1 to 100,000"],
    [{ heads: 0 }, "heads", "Heads cannot be 0", "whole numbers from 1 to 100,000"],
    [{ heads: 1e6 }, "heads", "Heads is too large", "whole numbers from 1 to 100,000"],
    [{ heads: 2.5 }, "heads", "Heads must be a whole number", "whole numbers from 1 to 100,000"],
    [{ heads: null }, "heads", "Heads has no value", "whole numbers from 1 to 100,000"],
    [{ heads: [] }, "heads", "Heads must be a number", "whole numbers from 1 to 100,000"],
    [{ heads: { low: 1, likely: 2, high: 3 } }, "heads", "Heads cannot be a range", "whole numbers from 1 to 100,000"],
    [{ heads: { use: "x" } }, "heads", "Heads cannot be a range", "whole numbers from 1 to 100,000"],
    [{ pue: 0.5 }, "pue", "Pue is too small", "PUE as a number from 1 to 3"],
    [{ price: -2 }, "price", "Price cannot be negative", "price as a number from 0 to 100"],
    [
      { price: "cheap" },
      "price",
      "Price must be a number",
      "price as a number from 0 to 100, as {low, likely, high} or as {use: name}",
    ],
    [
      { price: { min: 1 } },
      "price",
      "Price has none of the keys that it needs",
      "price as a number from 0 to 100, as {low, likely, high} or as {use: name}",
    ],
    [{ price: { low: 1, likely: 2 } }, "price.high", "High is missing", "price as a number from 0 to 100"],
    [
      { price: { low: 5, likely: 2, high: 9 } },
      "price.low",
      "The lowest value is above the likely one",
      "at most likely, 2",
    ],
    [{ price: { use: 3 } }, "price.use", "Use must be text", "the name of a variable"],
    [{ title: "" }, "title", "Title is empty", "text of at most 5 characters"],
    [{ title: "too long" }, "title", "Title is too long", "text of at most 5 characters"],
    [{ rows: [] }, "rows", "The list of rows is empty", "at least 1 in the list"],
    [{ rows: [1, 2, 3, 4] }, "rows", "The list of rows is too long", "at most 3 in the list"],
    [{ rows: [{ label: 3 }] }, "rows[0].label", "Label must be text", "text"],
    [{ rows: [{ lable: "a" }] }, "rows[0].label", "Label is missing", "text"],
    [{ rows: [true] }, "rows[0]", "An entry of rows must be a number", "numbers or an object with the keys label"],
    [{ place: 3 }, "place", "Place must be an object of keys and values", "an object with the keys from"],
    [{ place: {} }, "place.from", "From is missing", "text"],
    [{ convention: { name: "six" } }, "convention.name", 'Name cannot be "six"', "six-nd"],
  ])("%j", (value, path, message, allowed) => {
    expect(first(value)?.slice(0, 3)).toEqual([path, message, allowed]);
  });

  it("says which key was meant", () => {
    expect(schemaFaults(schema, { haeds: 3 })).toEqual([
      {
        path: ["haeds"],
        atKey: true,
        message: "Unknown key haeds",
        value: "haeds",
        allowed: "heads, pue, price, mask, title, names, rows, place, convention",
        hint: "Did you mean heads?",
        suggestion: "heads",
      },
    ]);
    expect(schemaFaults(schema, { place: { from: "a", form: "b" } })[0]).toMatchObject({ allowed: "from" });
  });

  it("says which word was meant, of whichever branch", () => {
    expect(first({ mask: "casual" })).toEqual(["mask", 'Mask cannot be "casual"', "causal or full", '"causal"']);
    expect(first({ convention: "matmull" })?.[3]).toBe('"matmul"');
  });

  it("names a name that cannot be one", () => {
    expect(schemaFaults(schema, { names: { A1: 3 } })).toEqual([
      {
        path: ["names", "A1"],
        atKey: true,
        message: '"A1" cannot be a name here',
        value: "A1",
        allowed: "small letters",
      },
    ]);
  });

  it("tells all faults of a value, each where it stands below the place of the value", () => {
    const faults = schemaFaults(schema, { heads: 0, pue: 9, rows: [1, "x"] }, ["plan", 3]);
    expect(faults.map(({ path }) => pathText(path))).toEqual(["plan[3].heads", "plan[3].pue", "plan[3].rows[1]"]);
  });

  it("has no words of the schema library in any message", () => {
    const values = [
      null,
      true,
      -1,
      1.5,
      1e9,
      "",
      "x",
      [],
      [null],
      {},
      { low: 1 },
      { use: 1 },
      { label: 1 },
      { name: 1 },
    ];
    for (const key of Object.keys(schema.shape)) {
      for (const value of values) {
        for (const { message, allowed } of schemaFaults(schema, { [key]: value })) {
          expect(`${message} ${allowed}`).not.toMatch(/invalid|expected|received|undefined|NaN|ZodError|input/i);
        }
      }
    }
  });
});
