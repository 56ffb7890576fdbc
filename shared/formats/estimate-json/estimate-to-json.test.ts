import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterOf } from "../../plan/cluster.fixture.ts";
import { anyPlan } from "../../sheet/fixtures/any-plan.ts";
import { certain, plan, runClass } from "../../sheet/fixtures/plan.ts";
import { inputOf } from "../../sheet/fixtures/sheet-of.ts";
import { shippedPlan } from "../../sheet/fixtures/shipped-plans.ts";
import { estimateDocument, estimateToJson } from "./estimate-to-json.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const readAsset = (path: string) => read(`assets/${path}`);
const golden = estimateDocument(inputOf(shippedPlan("scaling-exponents", readAsset), 10_000));

describe("docs/estimate-json.md", () => {
  const documentation = read("docs/estimate-json.md");
  const example: unknown = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(documentation)?.[1] ?? "null");

  it("shows figures that are computed", () => {
    const { experiments, clusters, models, assumptions, ...rest } = golden;
    const shown = {
      experiments: experiments.filter(({ id }) => id === "eps_variants"),
      ...rest,
      clusters: clusters.slice(2),
      models: models.slice(-1),
      assumptions: assumptions.slice(1, 3),
    };
    expect(pathsOf(example)).toEqual(pathsOf(shown));
    const [computed, printed] = [leavesOf(shown), leavesOf(example)];
    for (const [path, value] of printed) {
      const other = computed.get(path);
      if (typeof value === "number") expect(Number(other) / value, path).toBeCloseTo(1, 9);
      else expect(other, path).toBe(value);
    }
  });

  it("names every member", () => {
    const names = new Set(pathsOf(golden).flatMap((path) => path.replaceAll("[]", "").split(".")));
    expect(names.size).toBeGreaterThan(30);
    for (const name of names) expect(documentation.split("## Example")[0], name).toMatch(new RegExp(`\\b${name}\\b`));
  });
});

/** Paths of all members, list positions left out, each once, sorted. */
function pathsOf(value: unknown): string[] {
  return [...new Set([...leavesOf(value).keys()].map((path) => path.replace(/\[\d+\]/g, "[]")))].sort();
}

function leavesOf(value: unknown, path = ""): Map<string, unknown> {
  if (typeof value !== "object" || value === null) return new Map([[path, value]]);
  const members: [string, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [`${path}[${index}]`, item])
    : Object.entries(value).map(([key, member]) => [path === "" ? key : `${path}.${key}`, member]);
  return new Map(members.flatMap(([at, member]) => [...leavesOf(member, at)]));
}

describe("the golden plan", () => {
  it("has the oracle's figures to twelve digits", () => {
    const near = (value: number, expected: number) => expect(Math.abs(value / expected - 1)).toBeLessThan(1e-12);
    const cost = (id: string) => golden.experiments.find((one) => one.id === id)?.cost.amount ?? 0;
    near(cost("alignment"), 888.81395400704);
    near(cost("gamma_expts"), 3224397.534237257);
    near(golden.experiments[0]?.nodeHours ?? 0, 37.033914750293334);
    near(golden.total.nodeHours / 720, 746.9595590938408);
    expect(golden.experiments.map((one) => one.runs)).toEqual([12, 456, 5040, 3744, 5040, 36360, 840, 2640, 4380]);
    expect(golden.total.runs).toBe(58_512);
    expect(golden.clusters.map((cluster) => cluster.cards)).toEqual([10, 100, 100_000]);
    expect(Math.round(golden.total.range?.cost.p50 ?? 0)).toBe(12_521_153);
  });

  it("is printed unrounded: the text reads back as the same numbers", () => {
    const input = inputOf(shippedPlan("scaling-exponents", readAsset));
    expect(JSON.parse(estimateToJson(input))).toEqual(JSON.parse(JSON.stringify(estimateDocument(input))));
    expect(estimateToJson(input)).toMatch(/^\{\n {2}"schemaVersion": 1,\n/);
  });
});

it("keeps the three totals apart", () => {
  const { totals, total } = estimateDocument(
    inputOf(plan({ classes: [runClass({ repeats: certain(3) })], reruns: certain(0.1) })),
  );
  expect(totals.withRepeats.cardHours / totals.core.cardHours).toBeCloseTo(3, 12);
  expect(totals.withReruns.cardHours / totals.withRepeats.cardHours).toBeCloseTo(1.1, 12);
  expect([totals.core.runs, totals.withRepeats.runs, totals.withReruns.runs]).toEqual([1, 3, 3]);
  expect({ ...total, range: undefined }).toEqual({ ...totals.withReruns, range: undefined });
});

it("has null, never 0, for what is not known or was not drawn", () => {
  const document = estimateDocument({ ...inputOf(plan({ clusters: [clusterOf(8)] })), ranges: null });
  expect(document.energy).toEqual({ kWh: null, kgCO2e: null });
  expect(document.total.range).toBeNull();
  expect(document.clusters[0]?.idealHoursRange).toBeNull();
});

it("tells tokens from examples", () => {
  const vision = estimateDocument(inputOf(shippedPlan("vision-epochs", readAsset)));
  expect(vision.models[0]).toMatchObject({ flopPerToken: null, sixNdRatio: null, flopPerExample: 24_535_105_536 });
  expect(golden.models[0]).toMatchObject({ flopPerExample: null, parametersOf: "total", parameters: 9_790_720 });
});

it("can be said in JSON whatever the plan, without letters of sources that are not there", () => {
  fc.assert(
    fc.property(anyPlan, (resolved) => {
      const text = estimateToJson(inputOf(resolved, 20));
      expect(text).not.toMatch(/NaN|Infinity|undefined/);
      const { assumptions } = JSON.parse(text) as { assumptions: string[] };
      for (const assumption of assumptions) expect(assumption).not.toMatch(/\[[a-z]\]|,$/);
    }),
    { numRuns: 20 },
  );
});
