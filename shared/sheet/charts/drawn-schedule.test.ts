import { expect, it } from "vitest";
import { schedulesOf } from "../../estimate/schedule/schedule-of.ts";
import { clusterOf } from "../../plan/cluster.fixture.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { plan } from "../fixtures/plan.ts";
import { inputOf } from "../fixtures/sheet-of.ts";
import { curveCluster } from "./drawn-schedule.ts";

const chosen = (of: ResolvedPlan) => curveCluster(of, schedulesOf(of, inputOf(of).estimate));

it("draws the largest cluster on which every run can run", () => {
  expect(chosen(plan({ clusters: [clusterOf(16), clusterOf(64), clusterOf(32)] }))).toBe(1);
  expect(chosen(plan({ clusters: [] }))).toBeNull();
  expect(chosen(plan({ clusters: [clusterOf(16)], classes: [] }))).toBeNull();
});
