// @vitest-environment node
import { expect, it } from "vitest";
import { axisForm, formsOf } from "./axis-form.ts";

it.each([
  [[1, 2], "values"],
  [[], "values"],
  [[{ label: "7B" }], "variants"],
  [[{ label: "7B" }, 3], "values"],
  [15, "count"],
  ["1x", "count"],
  [null, "count"],
  [undefined, "count"],
  ["128…", "range"],
  ["1..", "range"],
  [{ low: 1, likely: "2x", high: 3 }, "likely"],
  [{ use: "pointsPerLine" }, "likely"],
  [{ by: "size", counts: {} }, "table"],
])("takes %j for %s", (value, form) => {
  expect(axisForm(value)).toBe(form);
});

it("offers lists only where the axis sets a field, and a table only where there is one", () => {
  expect(formsOf("model.heads", 3)).toEqual(["values", "range"]);
  expect(formsOf("rate", 3)).not.toContain("table");
  expect(formsOf("rate", { by: "size" })).toContain("table");
});
