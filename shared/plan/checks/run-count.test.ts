import { describe, expect, it } from "vitest";
import { changed, faultLike, faultsIn } from "../sample-plan.ts";

const counts = (many: number, count = "1000000000") =>
  `{${Array.from({ length: many }, (_, index) => `axis ${index}: ${count}`).join(", ")}}`;

describe("the runs of a plan", () => {
  it("can be counted: a product that no double holds is told of its sweep", () => {
    for (const axes of [counts(40), counts(2), counts(3, "{low: 1, likely: 1, high: 1000000}")]) {
      const text = changed(["{seed: 3}", axes]);
      expect(faultsIn(text)).toHaveLength(1);
      expect(faultLike(text, "Second")).toMatchObject({
        path: "experiments[1].sweeps[0].axes",
        message: "Second, main has more runs than can be counted",
        allowed: "at most 1,000,000,000,000,000 in the whole plan",
      });
    }
  });

  it("may be as many as a double counts one by one", () => {
    expect(faultsIn(changed(["{seed: 3}", "{seed: 1000000000, trial: 900000}"]))).toEqual([]);
  });

  it("are multiplied by a table's largest count, and by a variable's high end", () => {
    const table = "{by: letter, counts: {a: 1}, otherwise: 1000000000}";
    const letters = `letter: [a, b], rate: ${table}`;
    expect(faultsIn(changed(["{seed: 3}", `{${letters}, seed: 400000}`]))).toEqual([]);
    expect(faultsIn(changed(["{seed: 3}", `{${letters}, seed: 600000}`]))).toHaveLength(1);
    expect(faultsIn(changed(["{seed: 3}", `{${letters}, seed: 100000, points: {use: points}}`]))).toHaveLength(1);
  });
});
