/**
 * The plan of arXiv 2407.05872, priced by an independent reader from the paper's text. Figures printed in full agree to
 * 1e-12, short ones to every digit shown.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { roundToTotal } from "../money/round.ts";
import type { Catalogue } from "../plan/catalogue.ts";
import { readPlan } from "../plan/read.ts";
import { durationText } from "../units/format/duration.ts";
import { readable, readableText } from "../units/format/readable.ts";
import { byModel } from "./breakdown.ts";
import { estimate } from "./estimate.ts";
import { explain } from "./explain.ts";
import { estimateRanges } from "./ranges.ts";
import { atOtherQuotes, disputeOutcomes } from "./readings.ts";
import { swings } from "./sensitivity.ts";

const asset = (path: string): string => readFileSync(new URL(`../../assets/${path}`, import.meta.url), "utf8");
const catalogue: Catalogue = {
  accelerators: JSON.parse(asset("catalog/accelerators.json")),
  grids: JSON.parse(asset("catalog/grids.json")),
  rates: JSON.parse(asset("catalog/rates.json")),
  utilisation: JSON.parse(asset("catalog/utilisation.json")),
  funders: JSON.parse(asset("catalog/funders.json")),
};
const read = readPlan(asset("templates/scaling-exponents.json"), catalogue);
if (!read.ok) throw new Error(JSON.stringify(read.error, null, 2));
const plan = read.value.resolved;
const estimated = estimate(plan);
const ranges = estimateRanges(plan, estimated);
const total = estimated.withReruns;

/** id, runs, FLOP to four figures, rental USD, node-hours. */
const EXPERIMENTS = [
  ["alignment", 12, "3.733e+20", 888.81395400704, 37.033914750293334],
  ["table_e1", 456, "1.634e+23", 388955.9991064986, 16206.499962770775],
  ["eps_variants", 5040, "7.988e+23", 1902022.3291813303, 79250.93038255542],
  ["eps_heatmaps", 3744, "1.341e+24", 3193533.466348094, 133063.89443117057],
  ["beta_only", 5040, "7.988e+23", 1902022.3291813303, 79250.93038255542],
  ["gamma_expts", 36360, "1.354e+24", 3224397.534237257, 134349.8972598857],
  ["weight_decay", 840, "1.331e+23", 317003.7215302217, 13208.488397092571],
  ["adafactor", 2640, "7.918e+22", 188532.80765144504, 7855.533652143543],
  ["compute_optim", 4380, "7.518e+23", 1790104.1799513847, 74587.67416464102],
] as const;

const WIDTHS = [128, 256, 512, 768, 1024, 1536, 2048, 2560, 3072, 4096, 6144, 8192, 12_288, 16_384];

function expectExact(actual: number, expected: number): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThanOrEqual(1e-12);
}

describe("experiments", () => {
  it.each(EXPERIMENTS)("%s", (id, runs, flop, usd, nodeHours) => {
    const index = plan.experiments.findIndex((experiment) => experiment.id === id);
    const own = estimated.experiments[index];
    expect(own?.runs).toBe(runs);
    expect(own?.flop.toExponential(3)).toBe(flop);
    expectExact(own?.cost ?? 0, usd);
    expectExact(own?.nodeHours ?? 0, nodeHours);
  });

  it("are all there are, in the reader's order", () => {
    expect(plan.experiments.map((experiment) => experiment.id)).toEqual(EXPERIMENTS.map(([id]) => id));
  });

  it("come to 12,907 thousand dollars by largest remainder", () => {
    const costs = estimated.experiments.map((own) => own.cost);
    expect(roundToTotal(costs, 1_000)).toEqual({
      parts: [1, 389, 1902, 3194, 1902, 3224, 317, 188, 1790],
      total: 12_907,
    });
  });
});

describe("the total", () => {
  it("is 58,512 runs, 5.421e24 FLOP and 12.9 M USD", () => {
    expect(total.runs).toBe(58_512);
    expect(total.flop.toExponential(3)).toBe("5.421e+24");
    expect(readableText(readable(total.cost))).toBe("12.9 M");
    expect(total.cost.toFixed(2)).toBe("12907461.18");
  });

  it("is 746.96 node-months of 720 h", () => {
    expectExact(total.nodeHours / 720, 746.9595590938408);
  });

  it("is the same core, with repeats and with reruns, since the plan has neither", () => {
    expectExact(estimated.core.cost, total.cost);
    expect(estimated.withRepeats).toEqual(total);
  });

  it("takes 49.1 years on 10 cards, 4.9 years on 100 and 43.0 hours on 100,000, ideally", () => {
    expect(estimated.idealHours.map(durationText)).toEqual(["49.1 years", "4.9 years", "43.0 h"]);
    expect(estimated.idealHours[2]?.toFixed(4)).toBe("43.0249");
  });

  it("is 14.3 % of the operations of Llama 3 405B", () => {
    const trace = explain(plan, estimated, ranges, { of: "comparison" });
    expect(trace.value.toFixed(1)).toBe("14.3");
  });

  it("uses 3,312.9 MWh at 700 W a card and 6,034.2 at 1,275, PUE 1.1", () => {
    expect((Number(estimated.energy.byCard) / 1_000).toFixed(1)).toBe("3312.9");
    expect((Number(estimated.energy.byNode) / 1_000).toFixed(1)).toBe("6034.2");
    expect(estimated.energy.kilowattHours).toBe(estimated.energy.byCard);
  });
});

describe("models", () => {
  const parameters = (width: number): number => 2 * width * (6 * 8 * width + 32_101);
  const flopPerToken = (width: number): number => 6 * width * (8 * (12 * width + 512) + 32_101);
  const trace = (model: number, measure: "parameters" | "flopPerItem" | "sixNdRatio"): number =>
    explain(plan, estimated, ranges, { of: "model", model, measure }).value;

  it("have P(d) parameters and M(d) FLOP per token, exactly", () => {
    expect(plan.models.map((_, model) => trace(model, "parameters"))).toEqual(WIDTHS.map(parameters));
    expect(plan.models.map((_, model) => trace(model, "flopPerItem"))).toEqual(WIDTHS.map(flopPerToken));
  });

  it("have the sizes that the reader prints", () => {
    const sizes = plan.models.map((_, model) => Number((trace(model, "parameters") / 1e9).toPrecision(3)));
    expect(sizes).toEqual([
      0.00979, 0.0227, 0.058, 0.106, 0.166, 0.325, 0.534, 0.794, 1.1, 1.87, 4.02, 6.97, 15.3, 26.8,
    ]);
  });

  it("need 63.4 to 98.3 % of 6 × P per token", () => {
    expect(plan.models.map((_, model) => trace(model, "sixNdRatio").toFixed(1))).toEqual(
      "63.4 68.5 75.3 79.7 82.8 86.8 89.3 91.0 92.2 93.9 95.7 96.7 97.7 98.3".split(" "),
    );
  });

  it("take 40.9, 23.2, 13.0 and 10.8 % of the FLOP, and all below width 1024 0.2 %", () => {
    const shares = new Map(
      byModel(plan, estimated).map(({ totals }, model) => [WIDTHS[model], totals.flop / total.flop]),
    );
    const percent = (width: number): string => ((shares.get(width) ?? 0) * 100).toFixed(1);
    expect([16_384, 12_288, 6144, 8192].map(percent)).toEqual(["40.9", "23.2", "13.0", "10.8"]);
    const small = WIDTHS.filter((width) => width < 1024).reduce((sum, width) => sum + (shares.get(width) ?? 0), 0);
    expect((small * 100).toFixed(1)).toBe("0.2");
  });

  it("have longest runs of 1,471.963464 and 822.721949 card-hours", () => {
    const longest = (width: number): number =>
      Math.max(
        ...plan.classes.flatMap((one, index) =>
          WIDTHS[one.model ?? -1] === width ? [Number(estimated.classes[index]?.cardHoursPerRun)] : [],
        ),
      );
    expect(longest(6144).toFixed(6)).toBe("1471.963464");
    expect(longest(16_384).toFixed(6)).toBe("822.721949");
    expect(Math.max(...WIDTHS.map(longest))).toBe(longest(6144));
  });
});

describe("doubts", () => {
  it("put P10, P50 and P90 at 11,806,149, 12,521,153 and 12,845,235 USD", () => {
    const { p10, p50, p90 } = ranges.total.cost;
    expect([p10, p50, p90].map((value) => value.toFixed(0))).toEqual(["11806149", "12521153", "12845235"]);
  });

  it("put all low at 9.92 M and all high at 12.91 M", () => {
    expect([ranges.total.cost.low, ranges.total.cost.high].map((value) => (value / 1e6).toFixed(2))).toEqual([
      "9.92",
      "12.91",
    ]);
  });

  it("are one variable, whose swing is all of it", () => {
    expect(swings(plan)).toEqual([
      { input: 0, costAtLow: ranges.total.cost.low, costAtHigh: expect.closeTo(total.cost, 6) },
    ]);
  });

  it("agree with a price in doubt too", () => {
    const price = {
      name: "price",
      title: "price",
      path: "quotes[0].price",
      low: 2,
      likely: 3,
      high: 3.5,
      source: null,
    };
    const doubtful = {
      ...plan,
      inputs: [...plan.inputs, price],
      quotes: plan.quotes.map((quote) => (quote.headline ? { ...quote, price: { likely: 3, input: 1 } } : quote)),
    };
    const { total: drawn, meanCost } = estimateRanges(doubtful, estimate(doubtful));
    expect(drawn.cost.p10 / 1e6).toBeCloseTo(10.407, 1);
    expect(drawn.cost.p50 / 1e6).toBeCloseTo(12.129, 1);
    expect(drawn.cost.p90 / 1e6).toBeCloseTo(13.626, 1);
    expect(Math.abs(meanCost / 12_065_363 - 1)).toBeLessThan(1e-3);
  });
});

describe("other readings", () => {
  const outcomes = disputeOutcomes(plan, estimated);

  it.each([
    ["alignment_optimizers", "2666.44", "1778"],
    ["compute_optimal_widths", "995244", "-794860"],
    ["non_embedding_tokens", "1666447", "-123657"],
    ["adafactor_widths", "1752249", "-37855"],
  ])("%s: the row then is %s, the difference %s", (id, then, difference) => {
    const outcome = outcomes.find((one) => plan.disputes[one.dispute]?.id === id);
    expect(outcome?.then.cost.toFixed(then.includes(".") ? 2 : 0)).toBe(then);
    expect(outcome?.difference.cost.toFixed(0)).toBe(difference);
  });

  it("at 2, 2.85 and 3.5 USD come to 8.60, 12.26 and 15.06 M", () => {
    expect(atOtherQuotes(plan, estimated).map(({ cost }) => (cost / 1e6).toFixed(2))).toEqual([
      "8.60",
      "12.26",
      "15.06",
    ]);
  });
});
