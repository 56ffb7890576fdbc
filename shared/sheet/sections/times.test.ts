import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { input } from "../../estimate/plan.fixture.ts";
import { schedulesOf } from "../../estimate/schedule/schedule-of.ts";
import { clusterOf } from "../../plan/cluster.fixture.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { buildSheet } from "../build-sheet.ts";
import { plan, runClass } from "../fixtures/plan.ts";
import { inputOf, sectionOf, tableOf, wordsOf } from "../fixtures/sheet-of.ts";
import { figuresOn, sheetProblems } from "../fixtures/sheet-problems.ts";
import { shippedPlan } from "../fixtures/shipped-plans.ts";
import { sheetSchema } from "../sheet-schema.ts";
import { plainText } from "../text/rich-text.ts";

const read = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");

function scheduled(of: ResolvedPlan) {
  const input = inputOf(of);
  return buildSheet({ ...input, schedules: schedulesOf(of, input.estimate, input.ranges) });
}

const golden = scheduled(shippedPlan("scaling-exponents", read));

describe("the golden sheet with its schedules", () => {
  it("is sound, and what its schema says", () => {
    expect(sheetProblems(golden)).toEqual([]);
    expect(sheetSchema.safeParse(golden).success).toBe(true);
  });

  it("has the three times side by side, and who cannot run", () => {
    const section = sectionOf(golden, "times");
    const rows = wordsOf(tableOf(golden, "times"));
    expect(rows[0]?.slice(0, 3)).toEqual(["10", "49.1 years", "cannot run all"]);
    expect(rows[0]?.at(-1)).toBe("Needs 16");
    expect(rows[2]?.slice(0, 2)).toEqual(["100,000", "43.0 h"]);
    expect(section.kind === "table" && section.notes[1]).toMatch(
      /^On 10 cards 7 run classes of 7 experiments cannot run\./,
    );
  });

  it("says what the range is of, and why the scheduled time can lie above it", () => {
    const section = sectionOf(golden, "times");
    expect(section.kind === "table" && section.notes[0]).toMatch(
      /^The range is what is scheduled, .* 4\.30 M card-hours: above their P90 of 4\.2\d M, so that it can lie above/,
    );
  });

  it("says in its first words what the ideal times are in truth", () => {
    const words = plainText(golden.lead);
    expect(words).toContain(
      "On 100,000 H100 cards that is 43.0 hours at best and as scheduled, and 44.2 hours with failures;",
    );
    expect(words).toContain("on 100 cards 4.9 years, at best and in truth");
    expect(words).toContain("on 10 cards 49.1 years at best, where not every run can run.");
  });

  it("draws the largest cluster: nine bands that never hold more cards than it has, with a row each", () => {
    const section = sectionOf(golden, "timeline");
    if (section.kind !== "chart" || section.chart.kind !== "timeline") throw new Error("the timeline is a chart");
    const { bands, cards } = section.chart;
    expect([bands.length, cards, section.table.rows.length]).toEqual([9, 100_000, 9]);
    const moments = bands.flatMap(({ steps }) => steps.map(({ hours }) => hours));
    for (const moment of moments) {
      const inUse = bands.reduce(
        (sum, { steps }) => sum + (steps.findLast(({ hours }) => hours <= moment)?.cards ?? 0),
        0,
      );
      expect(inUse).toBeLessThanOrEqual(cards * (1 + 1e-9));
    }
    expect(figuresOn(golden)).toContainEqual({ of: "schedule", cluster: 2, measure: "scheduledHours" });
  });
});

describe("a cluster of another card of which a share is granted", () => {
  const own = plan();
  const accelerator = own.cards[0]?.accelerator;
  if (accelerator === undefined) throw new Error("the plan has a card");
  const other = { ...accelerator, id: "other", name: "Maker Other 80GB", vendor: "Maker" };
  const sheet = scheduled(plan({ clusters: [clusterOf(64, { accelerator: other, share: 0.5 }), clusterOf(32)] }));

  it("is named in the first words and in the table, with the cards that are granted", () => {
    expect(plainText(sheet.lead)).toMatch(/On 32 granted of 64 Other cards that is .*; on 32 \S+ cards /);
    const rows = wordsOf(tableOf(sheet, "times"));
    expect(rows[0]?.slice(0, 2)).toEqual(["32 of 64 granted", "Other"]);
    expect(rows[1]?.[0]).toBe("32");
    expect(sheetProblems(sheet)).toEqual([]);
  });

  it("is said among the assumptions, and stands at its granted cards in the chart", () => {
    const assumptions = sectionOf(sheet, "assumptions");
    const items = assumptions.kind === "list" ? assumptions.items.map(plainText) : [];
    expect(items).toContain(
      "On 32 granted of 64 cards: the runs are on Other cards, at the share of the dense peak that they reach on the plan’s own.",
    );
    const chart = sectionOf(sheet, "time");
    if (chart.kind !== "chart" || chart.chart.kind !== "time") throw new Error("time is a chart");
    expect(chart.chart.marks.map(({ cards }) => cards)).toEqual([32, 32]);
  });
});

it("counts allocations where a cluster has one, and nowhere else", () => {
  const ids = (of: ResolvedPlan) => scheduled(of).sections.map(({ id }) => id);
  const allocation = { unit: "SU", per: "cardHour", rate: 2 } as const;
  const counted = plan({ clusters: [clusterOf(16, { title: "Centre", allocation })] });
  expect(ids(plan({ clusters: [clusterOf(16)] }))).not.toContain("allocation");
  expect(ids(counted)).toContain("allocation");
  expect(
    wordsOf(tableOf(scheduled(counted), "allocation"))
      .at(-1)
      ?.slice(0, 3),
  ).toEqual(["Centre", "all", "SU"]);
  expect(sheetProblems(scheduled(counted))).toEqual([]);
});

it("says what the range of the MTBF of a card comes to, and that of the wait in the queue", () => {
  const inputs = [input(2_000, 5_000, 50_000, "card MTBF"), input(24, 72, 168, "wait")];
  const cluster = clusterOf(64, {
    cardMtbfHours: { likely: 5_000, input: 0 },
    queueWaitHours: { likely: 72, input: 1 },
  });
  const sheet = scheduled(plan({ inputs, clusters: [cluster] }));
  const section = sectionOf(sheet, "times");
  expect(section.kind === "table" && section.notes.join(" ")).toMatch(
    /On 64 cards the time with failures is .+ where a card fails every 50,000 h, and .+ where it fails every 2,000 h\./,
  );
  const assumptions = sectionOf(sheet, "assumptions");
  expect(assumptions.kind === "list" && assumptions.items.map(plainText)).toContain(
    "The first run waits 72 h in the queue, the likely value of 24 to 168 h; dates count that, hours do not.",
  );
});

it("says of an allocation that it is of a part of the runs where not every run can run", () => {
  const allocation = { unit: "SU", per: "cardHour", rate: 2 } as const;
  const layouts = plan().layouts.map((one) => ({ ...one, runCards: { ...one.runCards, minCards: 128 } }));
  const [large, small] = [layouts[0], plan().layouts[0]];
  if (large === undefined || small === undefined) throw new Error("the plan has a layout");
  const of = (classes: ReturnType<typeof runClass>[]) =>
    scheduled(plan({ layouts: [small, large], clusters: [clusterOf(16, { allocation })], classes }));
  const some = of([runClass(), runClass({ layout: 1 })]);
  expect(wordsOf(tableOf(some, "allocation")).at(-1)?.[1]).toBe("all that can run");
  const section = sectionOf(some, "allocation");
  expect(section.kind === "table" && section.notes).toEqual([
    "On 16 cards 1 run class cannot run: the units are those of the others.",
  ]);
  expect(wordsOf(tableOf(of([runClass({ layout: 1 })]), "allocation"))).toEqual([
    ["16 cards", "all", "SU", "cannot run"],
  ]);
});

it("draws three curves and where more cards stop helping, once times of all sizes are there", () => {
  const of = plan({ clusters: [clusterOf(16)] });
  const point = (cards: number, hours: number | null) => ({
    cards,
    idealHours: 64 / cards,
    scheduledHours: hours,
    expectedHours: hours === null ? null : hours * 1.1,
  });
  const sizeCurve = { points: [point(1, null), point(10, 7), point(100, 4), point(1_000, 4)], enoughCards: 80 };
  const input = inputOf(of);
  const schedules = schedulesOf(of, input.estimate);
  const sheet = buildSheet({ ...input, schedules, sizeCurve });
  const section = sectionOf(sheet, "time");
  expect(section.title).toBe("More cards stop helping at 80.");
  expect(section.kind === "chart" && section.chart).toMatchObject({
    fromCards: 1,
    toCards: 1_000,
    curves: [{ of: "ideal" }, { of: "scheduled", points: [{ cards: 10, hours: 7 }, {}, {}] }, { of: "expected" }],
    stops: { cards: 80, hours: 4, text: "80 cards" },
    // What is scheduled on the plan's own clusters, where it can be asked how.
    marks: [{ cards: 16, hours: schedules[0]?.scheduled.hours, figure: { of: "schedule", measure: "scheduledHours" } }],
  });
  expect(wordsOf(tableOf(sheet, "time"))[0]).toEqual(["1", "64.0 h", "cannot run all", "cannot run all"]);
  expect(sheetProblems(sheet)).toEqual([]);
  expect(sheetSchema.safeParse(sheet).success).toBe(true);
});
