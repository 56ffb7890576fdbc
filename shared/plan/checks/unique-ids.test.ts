import { describe, expect, it } from "vitest";
import { changed, faultsIn } from "../sample-plan.ts";

describe("ids", () => {
  it("are each taken once", () => {
    expect(
      faultsIn(
        changed(
          ["id: second", "id: first"],
          ["after: [first]\n    ", ""],
          ["quotes:", "quotes:\n  - {id: stated, price: 2, headline: true}"],
        ),
      ),
    ).toEqual([
      'experiments[1].id 17:9 "first": The id first is taken',
      'quotes[1].id 24:10 "stated": The id stated is taken',
    ]);
    expect(faultsIn(changed(["axes: {seed: 3}", "axes: {seed: 3}\n      - id: main"]))).toEqual([
      'experiments[1].sweeps[1].id 23:13 "main": The id main is taken',
    ]);
    const disputes = "disputes:\n  - &d {id: d, title: D, experiment: first, instead: {repeats: 2}}\n  - *d\nquotes:";
    expect(faultsIn(changed(["quotes:", disputes]))).toEqual(['disputes[1].id 24:13 "d": The id d is taken']);
  });

  it("may be those of other things", () => {
    expect(faultsIn(changed(["id: main", "id: first"], ["id: stated", "id: second"]))).toEqual([]);
  });
});
