import { describe, expect, it } from "vitest";
import { z } from "zod";
import { conventionFieldSchema, conventionOf, DEFAULT_CONVENTION } from "./convention.ts";
import { DIFFERENCES } from "./differences.ts";

const messageFor = (field: unknown) => conventionFieldSchema.safeParse(field).error?.issues[0]?.message;

describe("conventionFieldSchema", () => {
  it.each(["matmul", "palm", "chinchilla", "coppock"] as const)("takes %s by name", (name) => {
    expect(conventionOf(conventionFieldSchema.parse(name))).toEqual({ name });
  });

  it.each(["total", "nonEmbedding", "active"] as const)("takes six-nd with N as %s", (of) => {
    expect(conventionOf(conventionFieldSchema.parse({ name: "six-nd", of }))).toEqual({ name: "six-nd", of });
  });

  it("takes megatron with and without recomputation, by name without", () => {
    expect(conventionOf(conventionFieldSchema.parse("megatron"))).toEqual({ name: "megatron", recomputation: false });
    const stated = { name: "megatron", recomputation: true };
    expect(conventionOf(conventionFieldSchema.parse(stated))).toEqual(stated);
  });

  it("refuses six-nd that does not say which N", () => {
    const message =
      "Allowed: {name: six-nd, of: total | nonEmbedding | active}; six-nd alone does not say which N it multiplies";
    expect(messageFor("six-nd")).toBe(message);
    expect(messageFor({ name: "six-nd" })).toBe(message);
  });

  it.each(["lecture", "", 6, null, { name: "matmul" }, { name: "six-nd", of: "all" }])("refuses %o", (field) => {
    expect(messageFor(field)).toBe(
      "Allowed: matmul, palm, megatron, chinchilla, coppock, {name: six-nd, of: total | nonEmbedding | active} or {name: megatron, recomputation: true | false}",
    );
  });

  it("can be written as JSON Schema", () => {
    expect(z.toJSONSchema(conventionFieldSchema)).toHaveProperty("anyOf");
  });
});

describe("DIFFERENCES", () => {
  it("says of every convention what it counts, where it holds and who says so", () => {
    expect(Object.keys(DIFFERENCES)).toEqual(["matmul", "six-nd", "palm", "megatron", "chinchilla", "coppock"]);
    expect(DIFFERENCES).toHaveProperty(DEFAULT_CONVENTION.name);
    for (const difference of Object.values(DIFFERENCES)) {
      expect(Object.values(difference).every((part) => part.length > 20)).toBe(true);
    }
  });
});
