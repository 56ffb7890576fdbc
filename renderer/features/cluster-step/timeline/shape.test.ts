import { describe, expect, it } from "vitest";
import type { Band } from "../../../../shared/cluster/bands.ts";
import { bandAt, bandShapes, cardsBelow, type Plot } from "./shape.ts";

const plot: Plot = { left: 0, top: 0, width: 400, height: 200, hours: 10, cards: 100 };
const step = (fromHours: number, toHours: number, cards: number) => ({ fromHours, toHours, runs: 1, cards });
const bands: readonly Band[] = [
  { stage: 0, steps: [step(0, 8, 40), step(9, 10, 40)] },
  { stage: 3, steps: [step(0, 4, 60), step(4, 5, 2)] },
];

describe("bandShapes", () => {
  it("stacks each band on those before it, and begins anew after a pause", () => {
    const [first, second] = bandShapes(bands, () => "A", plot);
    expect(first?.path.match(/M/g)).toHaveLength(2);
    expect(first?.path.startsWith("M0.0 120.0L160.0 120.0")).toBe(true);
    expect(second?.path.startsWith("M0.0 0.0L160.0 0.0L160.0 116.0L200.0 116.0")).toBe(true);
  });

  it("puts a name into its band where it fits, and beside it where nothing is drawn there", () => {
    const thin: readonly Band[] = [
      { stage: 0, steps: [step(0, 10, 40)] },
      { stage: 1, steps: [step(0, 1, 5)] },
    ];
    const [wide, narrow] = bandShapes(thin, (stage) => ["Gamma", "Adafactor"][stage] ?? "", plot);
    expect(wide?.name).toMatchObject({ lineFrom: null, y: 160 });
    expect(narrow?.name).toMatchObject({ y: 112 });
    expect(narrow?.name?.lineFrom).toMatchObject({ y: 112 });
    expect(narrow?.name?.lineFrom?.x).toBeGreaterThan(30);
  });

  it("has no place for a name that would lie over another band", () => {
    const between: readonly Band[] = [
      { stage: 0, steps: [step(0, 10, 2)] },
      { stage: 1, steps: [step(0, 10, 98)] },
    ];
    expect(bandShapes(between, () => "A long name", plot).map(({ name }) => name === null)).toEqual([true, false]);
  });

  it("draws a schedule of many steps in slices", () => {
    const many: Band = {
      stage: 0,
      steps: Array.from({ length: 50_000 }, (_, at) => step(at / 5_000, (at + 1) / 5_000, 1 + (at % 90))),
    };
    expect(bandShapes([many], () => "Many", plot)[0]?.path.length).toBeLessThan(250_000);
  });
});

it("finds the band at a moment and a height", () => {
  expect(bandAt(bands, 1, 50)).toMatchObject({ band: 1, below: 40 });
  expect(bandAt(bands, 8.5, 10)).toBeNull();
  expect(bandAt(bands, 6, 50)).toBeNull();
  expect(cardsBelow(bands, 1, 4.5)).toBe(40);
  expect(cardsBelow(bands, 1, 8.5)).toBe(0);
});
