import { expect, it } from "vitest";
import { schedulesOf } from "../../estimate/schedule/schedule-of.ts";
import { clusterOf } from "../../plan/cluster.fixture.ts";
import type { ResolvedCluster, ResolvedPlan } from "../../plan/resolved.ts";
import { buildSheet } from "../build-sheet.ts";
import { experiment, plan, runClass } from "../fixtures/plan.ts";
import { inputOf, sectionOf, tableOf, wordsOf } from "../fixtures/sheet-of.ts";
import { sheetProblems } from "../fixtures/sheet-problems.ts";
import { plainText } from "../text/rich-text.ts";

const two = (clusters: readonly ResolvedCluster[]): ResolvedPlan =>
  plan({
    experiments: [experiment("first"), experiment("second")],
    classes: [runClass(), runClass({ experiment: 1 })],
    clusters,
  });
const timed = (of: ResolvedPlan) => {
  const input = inputOf(of);
  return buildSheet({ ...input, schedules: schedulesOf(of, input.estimate) });
};
const headsOf = (of: ResolvedPlan) => tableOf(timed(of), "experiment-times").columns.map(({ key }) => key);

it("tells hours where a cluster has no start, and the clusters only where there are several", () => {
  const of = two([clusterOf(16)]);
  const rows = wordsOf(tableOf(timed(of), "experiment-times"));
  expect(headsOf(of)).toEqual(["experiment", "starts", "ends", "expectedEnds"]);
  expect(rows.map(([, starts]) => starts)).toContain("0 h");
  expect(rows.flat().join(" ")).not.toMatch(/20\d\d/);
  expect(sheetProblems(timed(of))).toEqual([]);
});

it("tells dates where a cluster has a start, queue and week counted, with the hours behind them", () => {
  const start = "2026-12-01";
  const of = two([clusterOf(16, { start, queueWaitHours: { likely: 24, input: null } }), clusterOf(32, { start })]);
  const sheet = timed(of);
  const table = tableOf(sheet, "experiment-times");
  expect(headsOf(of)[0]).toBe("cluster");
  expect(wordsOf(table).map(([cluster]) => cluster)).toEqual(["16 cards", "16 cards", "32 cards", "32 cards"]);
  expect(table.rows.map(({ cells }) => cells[2]?.exact)).toContain("2026-12-02 00:00, after 0 h");
  expect(plainText(sectionOf(sheet, "experiment-times").subtitle)).toContain("From 1 December 2026.");
});

it("is not there for one experiment, nor where not every run can run, nor before the schedules are", () => {
  const has = (of: ResolvedPlan) => timed(of).sections.some(({ id }) => id === "experiment-times");
  expect(has(two([clusterOf(16)]))).toBe(true);
  expect(has(plan({ clusters: [clusterOf(16)] }))).toBe(false);
  expect(has(two([]))).toBe(false);
  expect(buildSheet(inputOf(two([clusterOf(16)]))).sections.map(({ id }) => id)).not.toContain("experiment-times");
});

it("has rows of four clusters, and says how many there are more", () => {
  const section = sectionOf(timed(two([16, 17, 18, 19, 20].map((cards) => clusterOf(cards)))), "experiment-times");
  expect(section.kind === "table" && section.table.rows).toHaveLength(8);
  expect(section.kind === "table" && section.notes).toEqual([
    "The first 4 of 5 clusters on which every run can run; the table of times has all of them.",
  ]);
});
