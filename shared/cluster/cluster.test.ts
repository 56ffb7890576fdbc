import { describe, expect, it } from "vitest";
import { clusterSchema, PRESETS } from "./cluster.ts";

describe("clusterSchema", () => {
  it("takes a number of cards, with a title or without", () => {
    expect(clusterSchema.parse({ cards: 1 })).toEqual({ cards: 1 });
    expect(clusterSchema.parse({ title: "The lab's", cards: 1e7 })).toEqual({ title: "The lab's", cards: 1e7 });
  });

  it.each([0, -8, 2.5, 1e7 + 1, "8", Number.NaN, undefined])("refuses %s cards and says what is allowed", (cards) => {
    const issues = clusterSchema.safeParse({ cards }).error?.issues;
    expect(issues?.[0]).toMatchObject({
      path: ["cards"],
      message: "Allowed: cards as a whole number from 1 to 10,000,000",
    });
  });

  it("refuses a key it does not know", () => {
    expect(clusterSchema.safeParse({ cards: 8, nodes: 1 }).error?.issues[0]?.message).toBe(
      "Allowed: title, cards, from",
    );
  });

  it("has presets that it accepts itself", () => {
    expect(PRESETS.map((preset) => clusterSchema.parse(preset).cards)).toEqual([10, 100, 100_000]);
  });
});
