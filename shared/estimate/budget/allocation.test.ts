import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedCatalogue } from "../../plan/catalogue.fixture.ts";
import { readPlan } from "../../plan/read.ts";
import { estimate } from "../estimate.ts";
import { explain } from "../explain.ts";
import { allocationOf as scheduledAllocation } from "../schedule/allocation.ts";
import { schedulesOf } from "../schedule/schedule-of.ts";
import { allocationOf } from "./allocation.ts";

const assets = new URL("../../../assets/", import.meta.url);
const catalogue = shippedCatalogue((path) => readFileSync(new URL(path, assets), "utf8"));

/** Runs on H100 cards that a centre with A100 cards is asked for. */
function asked(cluster: object) {
  const document = {
    flopsheet: 1,
    title: "Asked of a centre",
    quotes: [{ id: "offer", price: 2 }],
    defaults: {
      hardware: { accelerator: "h100-sxm" },
      model: { layers: 8, heads: 4, headSize: 128, vocabulary: 32_101 },
      training: { steps: 500_000, batch: 256, sequence: 512 },
    },
    experiments: [{ id: "a", title: "A", sweeps: [{ repeats: 30 }] }],
    clusters: [{ cards: 64, accelerator: "a100-sxm-80", share: 0.5, ...cluster }],
    budget: { layout: "allocation", months: 12 },
  };
  const read = readPlan(JSON.stringify(document), catalogue);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const plan = read.value.resolved;
  if (plan.budget === undefined) throw new Error("the plan has a budget");
  return { plan, estimated: estimate(plan), budget: plan.budget };
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

describe("units of a cluster", () => {
  const { plan, estimated, budget } = asked({ allocation: { unit: "A100-h", perCardHour: 1 } });

  it("are hours of its own cards, without failures until there are schedules", () => {
    const request = allocationOf(plan, estimated, budget, null);
    expect(request).toMatchObject({ unit: "A100-h", cluster: 0, isScheduled: false });
    // An H100 has 989.4e12 FLOP/s and an A100 312e12.
    expect(sumOf(request.units) / estimated.withReruns.cardHours).toBeCloseTo(989.4 / 312, 6);
  });

  it("are what its schedule holds once there is one, as the table of allocations has it", () => {
    const schedules = schedulesOf(plan, estimated);
    const [timed] = schedules;
    const request = allocationOf(plan, estimated, budget, schedules);
    expect(request).toMatchObject({ cluster: 0, isScheduled: true });
    expect(sumOf(request.units)).toBeCloseTo((timed && scheduledAllocation(timed)?.units) ?? Number.NaN, 6);
    const trace = explain(plan, estimated, null, { of: "budgetUnits", quarter: null }, schedules);
    expect(trace.value).toBeCloseTo(sumOf(request.units), 9);
    expect(trace.inputs[0]?.source).toBe("the schedule of the cluster, failures included");
  });

  it("are node-hours where it counts those", () => {
    const byNode = asked({ allocation: { unit: "NH", perNodeHour: 2 }, cardsPerNode: 4 });
    const request = allocationOf(byNode.plan, byNode.estimated, byNode.budget, null);
    expect(request).toMatchObject({ per: "nodeHour", rate: 2 });
    expect(sumOf(request.units) / byNode.estimated.withReruns.cardHours).toBeCloseTo((2 / 4) * (989.4 / 312), 6);
  });
});

it("is card-hours of the plan where no cluster counts any", () => {
  const { plan, estimated, budget } = asked({});
  expect(allocationOf(plan, estimated, budget, null)).toMatchObject({ unit: "card-hours", rate: 1, cluster: null });
  expect(sumOf(allocationOf(plan, estimated, budget, null).hours)).toBeCloseTo(estimated.withReruns.cardHours, 9);
});
