import { expect, it } from "vitest";
import { smallCase } from "./arbitrary-workload.fixture.ts";
import { exactHours } from "./exact.fixture.ts";
import { schedule } from "./schedule.ts";

const CASES = 500;

it("is within 5 % of the shortest schedule there is on the average of 500 small cases, and within a quarter in each", {
  timeout: 120_000,
}, ({ annotate }) => {
  const ratios = Array.from({ length: CASES }, (_, seed) => {
    const { workload, machine } = smallCase(seed);
    const { hours, feasible } = schedule(workload, machine, "shortest", null);
    expect(feasible).toBe(true);
    // The solver is told of schedules up to a percent longer, so that it has to find one itself.
    return hours / exactHours(workload, machine, hours * 1.01);
  });
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / CASES;
  const worst = Math.max(...ratios);
  annotate(`mean ${mean.toFixed(4)}, worst ${worst.toFixed(4)} (case ${ratios.indexOf(worst)}) of the shortest`);
  expect(Math.min(...ratios)).toBeGreaterThanOrEqual(1 - 1e-9);
  expect(mean).toBeLessThan(1.05);
  expect(worst).toBeLessThanOrEqual(1.25 + 1e-9);
});
