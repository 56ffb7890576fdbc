import { expect, it } from "vitest";
import { changeDetails, totalChange } from "./change-words.ts";

const difference = { total: 0, share: 0, runs: 0, cardHours: 0 };

it("tells money, share and runs, with their signs", () => {
  const more = { total: 2_984_567, share: 0.3008, runs: 8_500, cardHours: 994_856 };
  expect([totalChange(more), changeDetails(more)]).toEqual(["+2.98 M", "+30.1 %, +8,500 runs"]);
  const less = { total: -2_311_000, share: -0.1519, runs: 0, cardHours: -770_333 };
  expect([totalChange(less), changeDetails(less)]).toEqual(["−2.31 M", "−15.2 %, runs as before"]);
  const fewer = { total: -3, share: -0.5, runs: -1, cardHours: -1 };
  expect([totalChange(fewer), changeDetails(fewer)]).toEqual(["−3.00", "−50.0 %, −1 run"]);
});

it("says 0 when the result is equal, digits of another order of adding included", () => {
  expect([totalChange(difference), changeDetails(difference)]).toEqual(["0", "the result is the same"]);
  const noise = { ...difference, total: 1e-9, share: 1e-16 };
  expect([totalChange(noise), changeDetails(noise)]).toEqual(["0", "the result is the same"]);
});

it("tells what changed where the money did not", () => {
  expect(changeDetails({ ...difference, share: null, runs: 12, cardHours: 5_000 })).toBe(
    "+5.00 k card-hours, +12 runs",
  );
});

it("has no share of nothing, and never calls a change 0.0 %", () => {
  expect(changeDetails({ total: 5, share: null, runs: 1, cardHours: 1 })).toBe("+1 run");
  expect(changeDetails({ total: 5, share: 0.0001, runs: 0, cardHours: 1 })).toBe("less than 0.1 %, runs as before");
});
