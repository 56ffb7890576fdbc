import { describe, expect, it } from "vitest";
import { slugSchema } from "./slug.ts";

describe("slugSchema", () => {
  it.each(["h100", "gcp-europe-west1", "4090"])("takes %s", (slug) => {
    expect(slugSchema.parse(slug)).toBe(slug);
  });

  it.each(["", "H100", "a b", "-a", "a-", "a--b", "a_b", "é", "a".repeat(65)])("refuses '%s'", (slug) => {
    expect(slugSchema.safeParse(slug).error?.issues[0]?.message).toMatch(/^Allowed: /);
  });
});
