import { describe, expect, it } from "vitest";
import { changed, faultsIn } from "../sample-plan.ts";

const parallel = (per: string): string =>
  changed(["axes: {seed: 3}", `axes: {seed: 3}\n        maxParallel: {runs: 5, per: ${per}}`]);

describe("maxParallel.per", () => {
  it("names axes of its sweep", () => {
    expect(faultsIn(parallel("[sead]"))).toEqual([
      'experiments[1].sweeps[0].maxParallel.per[0] 23:38 "sead": "sead" names no axis of this sweep',
    ]);
    expect(faultsIn(parallel("[seed]"))).toEqual([]);
  });
});
