import { describe, expect, it } from "vitest";
import { formOfAxis } from "./axis-form.ts";

describe("formOfAxis", () => {
  it.each([
    [["SGD", "Adam"], { form: "values", values: ["SGD", "Adam"] }],
    [[1, "1e"], { form: "values", values: [1, "1e"] }],
    [[128, 256, 512], { form: "range", values: [128, 256, 512], text: "128…512 ×2" }],
    [[], { form: "values", values: [] }],
    [15, { form: "count", count: 15 }],
    [
      { low: 10, likely: "1", high: 20 },
      { form: "lowLikelyHigh", low: 10, likely: "1", high: 20, source: undefined },
    ],
    [
      [
        { label: "7B", layers: 32 },
        { label: "13B", width: 5120 },
      ],
      {
        form: "variants",
        rows: [
          { label: "7B", layers: 32 },
          { label: "13B", width: 5120 },
        ],
        fields: ["layers", "width"],
      },
    ],
    [["x", { label: "y" }], { form: "variants", rows: [{ label: "x" }, { label: "y" }], fields: [] }],
    [
      { by: "model.heads", counts: { 1: 15, 128: 5 }, otherwise: 10 },
      {
        form: "table",
        by: "model.heads",
        counts: [
          ["1", 15],
          ["128", 5],
        ],
        otherwise: 10,
      },
    ],
    [
      { by: "model.heads", counts: "x" },
      { form: "table", by: "model.heads", counts: [], otherwise: undefined },
    ],
    [{ use: "points" }, { form: "shared", variable: "points" }],
    ["128…", { form: "typed", text: "128…" }],
    [null, { form: "typed", text: "" }],
  ])("of %j", (value, form) => {
    expect(formOfAxis(value)).toEqual(form);
  });
});
