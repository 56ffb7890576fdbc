import { expect, it } from "vitest";
import type { NumberFormat } from "../../../shared/hardware/number-format.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { measurements } from "../../estimating/measurements.ts";
import { extent, known, measuredMarks, publishedMarks, shareWords, sizeInName, standing } from "./measured.ts";

const published = (card: string, format: NumberFormat) => publishedMarks(catalogue.utilisation, card, format);
const on = (card: string, format: NumberFormat = "bf16") =>
  known(measuredMarks(measurements, card, format), published(card, format));

it("reads the size of a model from its name", () => {
  expect(["GPT-3 175B", "GPT-2 124M", "GPT 1T", "MPT-30B", "Nemotron-4 340B"].map(sizeInName)).toEqual([
    175e9, 124e6, 1e12, 30e9, 340e9,
  ]);
  expect(sizeInName("GPT-4")).toBeNull();
});

it("has a size for every published run of the catalogue", () => {
  expect(published("h100-sxm", "bf16")).toHaveLength(catalogue.utilisation.measured.length);
});

it("compares with the measurements on the same card in the same format", () => {
  const { marks, compared } = on("h100-sxm");
  expect(compared).toEqual({
    by: "measured",
    runs: 70,
    low: 0.2634,
    median: 0.40365,
    high: 0.4644,
    smallest: 758_111_232,
  });
  const kinds = marks.map(({ kind }) => kind);
  expect(["short", "long", "published", "elsewhere"].map((kind) => kinds.filter((one) => one === kind).length)).toEqual(
    [47, 23, 5, 0],
  );
  expect(
    extent(
      marks.filter(({ kind }) => kind === "long"),
      ({ sequence }) => sequence,
    ),
  ).toEqual([4_096, 65_536]);
});

it("compares an fp8 run with fp8 runs, never with those in bf16", () => {
  const { marks, compared } = on("h100-sxm", "fp8");
  expect(compared).toMatchObject({ by: "measured", runs: 12, low: 0.1438, high: 0.3926 });
  expect(new Set(marks.map(({ format }) => format))).toEqual(new Set(["fp8"]));
});

it("compares with all that is published where fewer than three runs of a card are known", () => {
  expect(on("tpu-v4").compared).toMatchObject({ by: "all", runs: 17, low: 0.1968, high: 0.563 });
  const { marks, compared } = on("h200-sxm", "fp8");
  expect(compared).toMatchObject({ by: "all", runs: 19 });
  expect(marks.filter(({ kind }) => kind === "long")).toHaveLength(2);
  expect(known([], [])).toEqual({ marks: [], compared: null });
});

it("counts a run whose context nobody states among the published ones", () => {
  const bloom = on("a100-sxm-80").marks.find(({ model }) => model === "BLOOM 176B");
  expect(bloom).toMatchObject({ kind: "published", utilisation: 0.3514 });
  expect(bloom?.note).toMatch(/^Worked out of its throughput, as 6·N a token\. 150 × 10¹²/);
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
