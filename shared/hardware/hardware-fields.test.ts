import { describe, expect, it } from "vitest";
import { hardwareFieldsSchema, SPEED_FIELDS } from "./hardware-fields.ts";

describe("hardwareFieldsSchema", () => {
  it.each([
    {},
    { accelerator: "h100-sxm", format: "bf16", achieved: 3.5e14 },
    { accelerator: { name: "Lab card", densePeak: { fp16: 1e14 } }, utilisation: 1 },
    { utilisation: { low: 0.3, likely: 0.35, high: 0.45, source: "own runs" }, cardsPerNode: 4 },
    { achieved: { use: "speed" }, source: "measured" },
  ])("takes %o", (fields) => {
    expect(hardwareFieldsSchema.parse(fields)).toEqual(fields);
  });

  it.each([
    { utilisation: 0 },
    { utilisation: 35 },
    { utilisation: { low: 0.5, likely: 0.4, high: 0.6 } },
    { achieved: 0 },
    { achieved: Number.NaN },
    { cardsPerNode: 0 },
    { cardsPerNode: 2.5 },
    { format: "bf8" },
    { accelerator: "" },
    { accelerator: 7 },
    { card: "h100-sxm" },
  ])("refuses %o", (fields) => {
    expect(hardwareFieldsSchema.safeParse(fields).success).toBe(false);
  });

  it("knows the fields that say the speed", () => {
    expect(Object.keys(hardwareFieldsSchema.shape)).toEqual(expect.arrayContaining([...SPEED_FIELDS]));
  });
});
