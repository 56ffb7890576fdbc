import { expect, it } from "vitest";
import { catalogue } from "../../estimating/catalogue.ts";
import { compared, measurements, shareWords, sizeInName, standing } from "./measured.ts";

const on = (card: string, format: "bf16" | "fp8" = "bf16") => measurements(catalogue.utilisation, card, format);

it("reads the size of a model from its name", () => {
  expect(["GPT-3 175B", "GPT-2 124M", "GPT 1T", "MPT-30B", "Nemotron-4 340B"].map(sizeInName)).toEqual([
    175e9, 124e6, 1e12, 30e9, 340e9,
  ]);
  expect(sizeInName("GPT-4")).toBeNull();
});

it("has a size for every measurement of the catalogue", () => {
  expect(on("h100-sxm")).toHaveLength(catalogue.utilisation.measured.length);
});

it("compares with runs on the same card in the same format where there are three, else with all", () => {
  expect(compared(on("h100-sxm"))).toMatchObject({ onSame: true, median: 0.4125, low: 0.372, high: 0.47 });
  expect(compared(on("h100-sxm", "fp8"))).toMatchObject({ onSame: false, low: 0.1968, high: 0.563 });
  expect(compared(on("tpu-v4"))?.runs).toHaveLength(17);
  expect(compared([])).toBeNull();
});

it("takes the mean of the middle two of an even number", () => {
  const four = on("a100-sxm-40").slice(0, 4);
  const [, second = Number.NaN, third = Number.NaN] = four.map((one) => one.utilisation).sort((a, b) => a - b);
  expect(compared(four)?.median).toBeCloseTo((second + third) / 2, 12);
});

it("says where a share stands", () => {
  const marks = { advice: 0.3, median: 0.4125 };
  expect([0.2, 0.3, 0.354, 0.4125, 0.5].map((share) => standing(share, marks))).toEqual([
    "below the advice",
    "which is the advice",
    "between the advice and the median measured",
    "which is the median measured",
    "above the median measured",
  ]);
  expect(standing(0.5, { advice: 0.4, median: 0.3 })).toBe("above the advice");
  expect([0.3, 0.35375, 0.4125].map(shareWords)).toEqual(["30 %", "35.4 %", "41.3 %"]);
});
