import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimate } from "../../estimate/estimate.ts";
import { scheduleOf } from "../../estimate/schedule/schedule-of.ts";
import { bareCluster } from "../../plan/resolve/clusters.ts";
import { anyPlan } from "../../sheet/fixtures/any-plan.ts";
import { shippedPlan } from "../../sheet/fixtures/shipped-plans.ts";
import { displayWidth } from "../../sheet/text/display-width.ts";
import { schedulesToJson } from "./schedules-to-json.ts";
import { schedulesToText } from "./schedules-to-text.ts";

const read = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");
const golden = shippedPlan("scaling-exponents", read);
const estimated = estimate(golden);
const schedules = [10, 100_000].map((cards) => scheduleOf(golden, estimated, bareCluster(golden, cards)));

describe("the schedules of the golden plan as JSON", () => {
  const { clusters } = JSON.parse(schedulesToJson(schedules));

  it("have the promised keys in their order", () => {
    expect(Object.keys(clusters[1])).toEqual([
      "cards",
      "granted",
      "feasible",
      "idealHours",
      "scheduledHours",
      "expectedHours",
      "lowerBoundHours",
      "utilisation",
      "binding",
      "infeasible",
      "classes",
    ]);
    expect(Object.keys(clusters[1].classes[0])).toEqual([
      "id",
      "count",
      "cardsPerRun",
      "hoursPerRun",
      "startHours",
      "endHours",
    ]);
  });

  it("never confuse the three times, and have every run", () => {
    const [, large] = clusters;
    expect(large.idealHours).toBeCloseTo(43.0249, 4);
    expect(large.scheduledHours).toBeGreaterThanOrEqual(large.lowerBoundHours);
    expect(large.lowerBoundHours).toBeGreaterThanOrEqual(large.idealHours * (1 - 1e-12));
    expect(large.expectedHours).toBeGreaterThan(large.scheduledHours);
    expect(large.classes.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(58_512);
  });

  it("name who cannot run, with the reason and the smallest cluster, and have no time of the whole then", () => {
    const [small] = clusters;
    expect(small).toMatchObject({
      cards: 10,
      feasible: false,
      scheduledHours: null,
      expectedHours: null,
      binding: null,
    });
    expect(small.infeasible[0]).toEqual({
      id: "table_e1/heads=128",
      reason: "One run needs 16 cards to fit into their memory, and the cluster has 10.",
      minimumCards: 16,
    });
    expect(small.classes.length + small.infeasible.length).toBe(120);
  });
});

describe("the schedules of the golden plan as text", () => {
  const text = schedulesToText(golden, schedules, { width: 100, colour: false });

  it("stand in one table, then what binds, then each experiment", () => {
    expect(text).toMatch(/^10 +49\.1 years +cannot run all/m);
    expect(text).toMatch(/^100,000 +43\.0 h +4\d\.\d h +4\d\.\d h +(9\d|100)\.\d/m);
    expect(text).toContain("10 cards: not every run can run.");
    expect(text).toContain("  table_e1/heads=128, eps_variants/heads=128, eps_heatmaps/heads=128,");
    expect(text.match(/One run/g), "a reason that seven share is said once").toHaveLength(1);
    expect(text).toMatch(/^On 100,000 cards, without failures\nExperiment +Starts after +Ends after$/m);
  });
});

it("tells granted cards from those of the cluster, and how large one of the same share must be", () => {
  const shared = scheduleOf(golden, estimated, { ...bareCluster(golden, 32), share: 0.25 });
  const text = schedulesToText(golden, [shared], { width: 100, colour: false });
  expect(text).toMatch(/^8 of 32 granted +\S+ years/m);
  expect(text).toContain("8 granted of 32 cards: not every run can run.");
  expect(text).toMatch(/The smallest that\s+takes\s+it\s+has\s+64\s+cards\./);
  const [cluster] = JSON.parse(schedulesToJson([shared])).clusters;
  expect([cluster.cards, cluster.granted, cluster.infeasible[0].minimumCards]).toEqual([32, 8, 64]);
});

describe("work that never ends for failures", () => {
  const timed = (cardMtbfHours: number) =>
    scheduleOf(golden, estimated, {
      ...bareCluster(golden, 100_000),
      cardMtbfHours: { likely: cardMtbfHours, input: null },
    });
  const [often, seldom] = [timed(0.05), timed(50_677)];

  it("has no expected hours in JSON, and all the others", () => {
    const { clusters } = JSON.parse(schedulesToJson([often, seldom]));
    expect(clusters[0]).toMatchObject({ feasible: true, expectedHours: null });
    expect(clusters[0].scheduledHours).toBeGreaterThan(43);
    expect(clusters[1].expectedHours).toBe(seldom.expected.hours);
  });

  it("is said in words in the text", () => {
    const text = schedulesToText(golden, [often, seldom], { width: 100, colour: false });
    expect(text).toMatch(/^100,000 +43\.0 h +43\.\d h +never ends /m);
    expect(text).toMatch(/^100,000 +43\.0 h +43\.\d h +44\.\d h /m);
    expect(text.match(/With failures the work never ends: cards fail so often/g)).toHaveLength(1);
    expect(text).not.toContain("a million years with failures");
  });

  it("is said of those that can run, where others cannot", () => {
    const small = { ...bareCluster(golden, 10), cardMtbfHours: { likely: 0.002, input: null } };
    const text = schedulesToText(golden, [scheduleOf(golden, estimated, small)], { width: 100, colour: false });
    expect(text.replaceAll(/\s+/g, " ")).toMatch(
      /The others take \S+ years as scheduled and never end with failures\./,
    );
  });
});

it("stays within its width, and says nothing broken, whatever the plan", () => {
  fc.assert(
    fc.property(anyPlan, fc.integer({ min: 60, max: 140 }), (resolved, width) => {
      const of = estimate(resolved);
      const all = [1, 64].map((cards) => scheduleOf(resolved, of, bareCluster(resolved, cards)));
      const lines = schedulesToText(resolved, all, { width, colour: false }).split("\n");
      for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
      expect(lines.join("\n") + schedulesToJson(all)).not.toMatch(/undefined|NaN|Infinity/);
    }),
    { numRuns: 20 },
  );
});
