import { expect, it } from "vitest";
import { formatFor, placesFormat } from "./number-format.ts";

it.each([
  [5.42e24, "0.00E+00"],
  [1e-7, "0.00E+00"],
  [0, "#,##0"],
  [58_512, "#,##0"],
  [11_806_114.38, "#,##0"],
  [-794_859.5, "#,##0"],
  [63.387, "0.0"],
  [0.194, "0.000"],
  [4.298, "0.00"],
  [413.2, "#,##0"],
])("shows %d by %s", (value, format) => {
  expect(formatFor(value)).toBe(format);
});

it("shows as many decimals as are printed", () => {
  expect([0, 2].map(placesFormat)).toEqual(["#,##0", "#,##0.00"]);
});
