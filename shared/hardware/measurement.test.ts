import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { acceleratorSchema, densePeakOf } from "./accelerator.ts";
import { measuredShares, measurementsSchema, spreadOf, utilisationOfThroughput } from "./measurement.ts";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assets/catalog/${name}.json`, import.meta.url), "utf8"));

const shipped = measurementsSchema.parse(read("measurements"));
const accelerators = z.array(acceleratorSchema).parse(read("accelerators"));
const peakOf = (accelerator: string | null, format: "bf16" | "fp8") => {
  const card = accelerators.find(({ id }) => id === accelerator);
  return card === undefined ? null : densePeakOf(card, format);
};

describe("the shipped measurements", () => {
  it("name sources that are there and cards of the catalogue", () => {
    expect(shipped.rows).toHaveLength(283);
    for (const { source, accelerator } of shipped.rows) {
      expect(shipped.sources).toHaveProperty([source]);
      if (accelerator !== null) expect(accelerators.some(({ id }) => id === accelerator)).toBe(true);
    }
  });

  it("have 70 of an H100 in bf16, from 26 to 46 %, the median 40.4 %", () => {
    const shares = measuredShares(shipped.rows, "h100-sxm", "bf16");
    expect(shares).toHaveLength(70);
    expect(spreadOf(shares.map(({ modelUtilisation }) => modelUtilisation))).toEqual({
      low: 0.2634,
      median: 0.40365,
      high: 0.4644,
    });
  });

  it("have 12 of an H100 in fp8, all of them shares of the fp8 peak", () => {
    const shares = measuredShares(shipped.rows, "h100-sxm", "fp8");
    expect(shares).toHaveLength(12);
    expect(shares.map(({ source }) => source).filter((source) => source === "mlperf")).toHaveLength(5);
    expect(spreadOf(shares.map(({ modelUtilisation }) => modelUtilisation))).toMatchObject({
      low: 0.1438,
      high: 0.3926,
    });
  });

  it("state a model utilisation that is never above what the card did in all", () => {
    for (const { modelUtilisation, hardwareUtilisation } of shipped.rows) {
      if (modelUtilisation !== null && hardwareUtilisation !== null) {
        expect(modelUtilisation).toBeLessThanOrEqual(hardwareUtilisation);
      }
    }
  });

  it("say where a utilisation was worked out, and then it is that of their throughput", () => {
    const recomputed = shipped.rows.filter(({ isRecomputed }) => isRecomputed);
    expect(recomputed).toHaveLength(16);
    for (const { parameters, tokensPerSecond, accelerator, peakFormat, modelUtilisation, counting } of recomputed) {
      const densePeak = peakOf(accelerator, peakFormat === "fp8" ? "fp8" : "bf16");
      expect(counting).toBe("six-nd");
      expect(
        utilisationOfThroughput({
          parameters: parameters ?? Number.NaN,
          tokensPerSecond: tokensPerSecond ?? Number.NaN,
          densePeak: densePeak ?? Number.NaN,
        }),
      ).toBeCloseTo(modelUtilisation ?? Number.NaN, 4);
    }
  });

  it("agree, where the source states both, with 6·N and attention over the full sequence", () => {
    // MPT-7B: 32 layers of width 4,096.
    const run = shipped.rows.find(({ model, tokensPerSecond }) => model === "MPT-7B" && tokensPerSecond === 10_643);
    const flopPerToken = 6 * 6_658_859_008 + 12 * 32 * 4_096 * 2_048;
    expect((flopPerToken * 10_643) / 989.4e12).toBeCloseTo(run?.modelUtilisation ?? Number.NaN, 3);
  });

  it("leave the utilisation open where the card or the operations are not known", () => {
    const open = shipped.rows.filter(({ accelerator, work }) => accelerator === null || work === "LoRA");
    expect(open.length).toBeGreaterThan(30);
    expect(open.every(({ modelUtilisation }) => modelUtilisation === null)).toBe(true);
  });
});

describe("a measurement against the wrong peak", () => {
  const [first] = shipped.rows;
  const fp8 = { ...first, format: "fp8", peakFormat: "bf16" };

  it("is no row of the catalogue", () => {
    const parsed = measurementsSchema.safeParse({ ...shipped, rows: [fp8] });
    expect(parsed.error?.issues).toMatchObject([
      { path: ["rows", 0, "peakFormat"], message: "Allowed: fp8, the format of the run" },
    ]);
    const unsaid = measurementsSchema.safeParse({ ...shipped, rows: [{ ...first, peakFormat: null }] });
    expect(unsaid.success).toBe(false);
  });

  it("is not used, and neither is one that counts what was recomputed", () => {
    const [row] = measuredShares(shipped.rows, "h100-sxm", "bf16");
    if (row === undefined) throw new Error("the catalogue has no measurement of an H100 in bf16");
    expect(measuredShares([{ ...row, format: "fp8" }], "h100-sxm", "fp8")).toEqual([]);
    expect(measuredShares([{ ...row, format: "fp8" }], "h100-sxm", "bf16")).toEqual([]);
    expect(measuredShares([{ ...row, modelUtilisation: null }], "h100-sxm", "bf16")).toEqual([]);
    expect(measuredShares([row], "h100-sxm", "bf16")).toEqual([row]);
  });
});

it("takes the mean of the middle two of an even number", () => {
  expect(spreadOf([0.4, 0.3, 0.45, 0.35])).toEqual({ low: 0.3, median: 0.375, high: 0.45 });
  expect(spreadOf([0.4, 0.3, 0.45])?.median).toBe(0.4);
  expect(spreadOf([])).toBeNull();
});

it("makes a utilisation of tokens a second", () => {
  const llama = { parameters: 65.2e9, tokensPerSecond: 380, densePeak: 312e12 };
  expect(utilisationOfThroughput(llama)).toBeCloseTo(0.4765, 4);
});
