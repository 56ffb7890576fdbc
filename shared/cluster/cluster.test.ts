import { describe, expect, it } from "vitest";
import { CLUSTER_DEFAULTS, clusterSchema, libraryClusterSchema, PRESETS } from "./cluster.ts";

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
      "Allowed: title, cards, accelerator, cardsPerNode, interconnect, hoursPerWeek, share, queueWaitHours, cardMtbfHours, checkpointWriteMinutes, restartMinutes, start, end, allocation, from",
    );
  });

  it("ends after it starts, in a plan and in the library", () => {
    const dates = { cards: 8, start: "2026-12-01", end: "2026-11-30" };
    for (const schema of [clusterSchema, libraryClusterSchema]) {
      expect(schema.safeParse(dates).error?.issues).toMatchObject([
        { path: ["end"], message: "Allowed: a day from start on, 2026-12-01" },
      ]);
      expect(schema.safeParse({ ...dates, end: "2026-12-01" }).success).toBe(true);
      expect(schema.safeParse({ ...dates, end: "2026-12-02" }).success).toBe(true);
    }
    expect(libraryClusterSchema.safeParse({ cards: 8, from: {} }).success).toBe(false);
  });

  it("grants at least one card", () => {
    for (const schema of [clusterSchema, libraryClusterSchema]) {
      expect(schema.safeParse({ cards: 10, share: 0.001 }).error?.issues).toMatchObject([
        { path: ["share"], message: "Allowed: a share that is at least one of the 10 cards" },
      ]);
      expect(schema.safeParse({ cards: 10, share: 0.1 }).success).toBe(true);
      expect(schema.safeParse({ cards: 3, share: 1 / 3 }).success).toBe(true);
      expect(schema.safeParse({ cards: 8, share: 0 }).error?.issues).toHaveLength(1);
    }
  });

  it("counts an allocation by card-hours or by node-hours", () => {
    const allocation = (rates: object) => clusterSchema.safeParse({ cards: 8, allocation: { unit: "SU", ...rates } });
    expect(allocation({ perCardHour: 1.5 }).success).toBe(true);
    expect(allocation({}).error?.issues[0]?.path).toEqual(["allocation", "perCardHour"]);
    expect(allocation({ perCardHour: 1, perNodeHour: 8 }).error?.issues[0]?.path).toEqual([
      "allocation",
      "perNodeHour",
    ]);
  });

  it("has a default MTBF by which 16,384 cards fail every 3.0931 hours", () => {
    expect(CLUSTER_DEFAULTS.cardMtbfHours / 16_384).toBeCloseTo(3.0931, 4);
    expect(clusterSchema.safeParse({ cards: 8, ...CLUSTER_DEFAULTS }).success).toBe(true);
  });

  it("has presets that it accepts itself", () => {
    expect(PRESETS.map((preset) => clusterSchema.parse(preset).cards)).toEqual([10, 100, 100_000]);
  });
});
