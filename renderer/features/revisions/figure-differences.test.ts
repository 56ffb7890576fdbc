import { describe, expect, it } from "vitest";
import type { Figures } from "../../../shared/contract/methods/projects.ts";
import { differenceOf, experimentDifferences, wholeDifferences } from "./figure-differences.ts";

const figures = (total: number, currency = "USD"): Figures => ({
  currency,
  total,
  low: null,
  p10: null,
  p50: null,
  p90: null,
  high: null,
  cardHours: 10,
  flop: 100,
  runs: 3,
});

const part = (id: string, total: number, runs = 1) => ({ id, title: `Experiment ${id}`, total, runs });

describe("wholeDifferences", () => {
  it("subtracts what was from what is", () => {
    const { total, runs } = wholeDifferences(
      { figures: figures(200), parts: [] },
      { figures: figures(250), parts: [] },
    );
    expect(total).toEqual({ before: 200, after: 250, difference: 50, share: 0.25 });
    expect(runs).toEqual({ before: 3, after: 3, difference: 0, share: 0 });
  });

  it("subtracts no money of different currencies, and nothing from a plan with faults", () => {
    const inEuro = { figures: figures(250, "EUR"), parts: [] };
    expect(wholeDifferences({ figures: figures(200), parts: [] }, inEuro).total).toEqual({
      before: 200,
      after: 250,
      difference: null,
      share: null,
    });
    expect(wholeDifferences({ figures: null, parts: [] }, inEuro).cardHours.difference).toBeNull();
  });
});

describe("differenceOf", () => {
  it("has no share of nothing", () => {
    expect(differenceOf(0, 5)).toEqual({ before: 0, after: 5, difference: 5, share: null });
  });
});

describe("experimentDifferences", () => {
  it("has what changed, came and went, and leaves out what stayed", () => {
    const before = { figures: figures(6), parts: [part("a", 1), part("b", 2), part("gone", 3)] };
    const after = { figures: figures(8), parts: [part("new", 3), part("a", 1), part("b", 4, 2)] };
    expect(
      experimentDifferences(before, after).map(({ id, kind, total, runs }) => [
        id,
        kind,
        total.before,
        total.after,
        runs.difference,
      ]),
    ).toEqual([
      ["new", "added", null, 3, null],
      ["b", "kept", 2, 4, 1],
      ["gone", "removed", 3, null, null],
    ]);
  });
});
