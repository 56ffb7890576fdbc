import { describe, expect, it } from "vitest";
import { z } from "zod";
import { allowedKeys, strictObject } from "./strict-object.ts";

const schema = strictObject({
  cards: z.number(),
  title: z.string().optional(),
  nested: strictObject({ a: z.number().optional(), b: z.number().optional() }).optional(),
});

const issuesOf = (parser: z.ZodType, value: unknown) => parser.safeParse(value).error?.issues ?? [];

describe("strictObject", () => {
  it("says which keys are allowed where an unknown one stands", () => {
    const [issue] = issuesOf(schema, { cards: 8, card: 8 });
    expect(issue).toMatchObject({ code: "unrecognized_keys", keys: ["card"], path: [], message: expect.any(String) });
    expect(issue && allowedKeys(issue)).toEqual(["cards", "title", "nested"]);
  });

  it("lists the keys of the object that is wrong, not of the one around it", () => {
    const [issue] = issuesOf(schema, { cards: 8, nested: { c: 1 } });
    expect(issue?.path).toEqual(["nested"]);
    expect(issue && allowedKeys(issue)).toEqual(["a", "b"]);
  });

  it("lists the keys of an extended object", () => {
    const [issue] = issuesOf(schema.extend({ more: z.number().optional() }), { cards: 8, moar: 1 });
    expect(issue && allowedKeys(issue)).toEqual(["cards", "title", "nested", "more"]);
  });

  it("leaves every other message alone, and has no keys for it", () => {
    const [issue] = issuesOf(schema, "text");
    expect(issue).toMatchObject({ code: "invalid_type" });
    expect(issue?.message).toContain("object");
    expect(issue && allowedKeys(issue)).toBeUndefined();
  });

  it("accepts what is right and becomes a closed JSON Schema", () => {
    expect(schema.parse({ cards: 8, title: "lab" })).toEqual({ cards: 8, title: "lab" });
    expect(z.toJSONSchema(schema)).toMatchObject({ additionalProperties: false, required: ["cards"] });
  });
});
