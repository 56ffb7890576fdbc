import { describe, expect, it } from "vitest";
import { slugOf, slugSchema } from "./slug.ts";

describe("slugSchema", () => {
  it.each(["h100", "gcp-europe-west1", "4090"])("takes %s", (slug) => {
    expect(slugSchema.parse(slug)).toBe(slug);
  });

  it.each(["", "H100", "a b", "-a", "a-", "a--b", "a_b", "é", "a".repeat(65)])("refuses '%s'", (slug) => {
    expect(slugSchema.safeParse(slug).error?.issues[0]?.message).toMatch(/^Allowed: /);
  });
});

describe("slugOf", () => {
  it.each([
    ["Compute-optimal (2nd)", [], "compute-optimal-2nd"],
    ["Compute-optimal (2nd)", ["compute-optimal-2nd"], "compute-optimal-2nd-2"],
    ["A", ["a", "a-2", "a-3"], "a-4"],
    ["7B", [], "row-7b"],
    ["Größe été", [], "gro-e-ete"],
    ["実験", [], "row"],
    ["  ", ["row"], "row-2"],
    ["x".repeat(300), [], "x".repeat(53)],
  ])("makes of %j beside %j", (title, taken, slug) => {
    expect(slugOf(title, taken, "row")).toBe(slug);
    expect(slugSchema.parse(slug)).toBe(slug);
  });
});
