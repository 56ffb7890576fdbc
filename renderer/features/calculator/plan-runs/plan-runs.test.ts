import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../estimating/catalogue.ts";
import { openPlan } from "../../../estimating/opened-plan.ts";
import { fits } from "../fits.ts";
import { planRuns } from "./plan-runs.ts";

function template(name: string) {
  const path = resolve("assets/templates", `${name}.json`);
  const opened = openPlan({ name, text: readFileSync(path, "utf8") }, catalogue);
  if (!opened.ok) throw new Error(`${name} has faults`);
  return opened.value;
}

describe("planRuns", () => {
  it("has the example's 4.02 B model on 20 tokens for each parameter first", () => {
    const { runs, others, notCovered } = planRuns(template("scaling-exponents"), fits, 5);
    expect(runs).toHaveLength(5);
    expect(others).toBeGreaterThan(0);
    expect(notCovered).toEqual([]);
    const [first, ...smaller] = runs;
    expect((first?.parameters.total ?? 0) / 1e9).toBeCloseTo(4.02, 2);
    expect((first?.tokens ?? 0) / (first?.parameters.total ?? 1)).toBeCloseTo(20, 0);
    for (const [index, run] of smaller.entries()) expect(run.flop).toBeLessThanOrEqual(runs[index]?.flop ?? 0);
    expect(new Set(runs.map(({ parameters, tokens }) => `${parameters.total} ${tokens}`)).size).toBe(5);
  });

  it("leaves out work that trains no model from the start, and says what that is", () => {
    const path = resolve("assets/templates", "pretrain-7b.json");
    const text = readFileSync(path, "utf8");
    const document = JSON.parse(text);
    document.experiments.push({
      id: "tuning",
      title: "Tuning",
      sweeps: [{ id: "lora", training: { runKind: "lora", loraRank: 16, tokens: 1e9, sequence: 4096 } }],
    });
    const opened = openPlan({ name: "tuned", text: JSON.stringify(document) }, catalogue);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    const { runs, otherWork } = planRuns(opened.value, fits, 50);
    expect(otherWork).toEqual(["LoRA"]);
    expect(runs.map(({ experiment }) => experiment)).not.toContain("Tuning");
    expect(runs.length).toBeGreaterThan(0);
  });

  it("leaves out what no law is of, and names it", () => {
    const { runs, notCovered } = planRuns(template("vision-epochs"), fits, 5);
    expect(runs).toEqual([]);
    expect(notCovered.length).toBeGreaterThan(0);
  });
});
