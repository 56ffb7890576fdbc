import { expect, it } from "vitest";
import { retimed } from "./retimed.ts";

const stretch = (task: number, from: number, to: number, waves = 1, runs = 1) => ({ task, from, to, runs, waves });

it("lets each run start when all that had ended before it has ended, with the hours that it takes now", () => {
  // One card does 0 and then 2, another 1 and then 3; 3 starts after 0, 1 and 2 have ended.
  const made = retimed([stretch(3, 4, 6), stretch(0, 0, 1), stretch(1, 0, 4), stretch(2, 1, 3)], (task) =>
    task === 1 ? 2 : 1,
  );
  expect(made).toEqual({
    hours: 3,
    stretches: [stretch(0, 0, 1), stretch(1, 0, 2), stretch(2, 1, 2), stretch(3, 2, 3)],
  });
});

it("keeps how many runs follow one another, and how many go on at once", () => {
  expect(retimed([stretch(0, 0, 6, 3, 5)], () => 1)).toEqual({ hours: 3, stretches: [stretch(0, 0, 3, 3, 5)] });
});

it("takes longer runs too, none of which then overlaps another that it followed", () => {
  const made = retimed([stretch(0, 0, 1), stretch(1, 0, 2), stretch(2, 1, 3)], () => 4);
  expect(made?.stretches).toEqual([stretch(0, 0, 4), stretch(1, 0, 4), stretch(2, 4, 8)]);
});

it("says so where a run is lost in the rounding of a schedule that never ends", () => {
  expect(retimed([stretch(0, 0, 1e18), stretch(1, 1e18, 1e18)], () => 1)).toBeNull();
});
