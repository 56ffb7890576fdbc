import { describe, expect, it } from "vitest";
import { changed, faultLike, faultsIn } from "../sample-plan.ts";

const list = (length: number): string => `[${Array.from({ length }, (_, index) => index + 1)}]`;

describe("the run classes of a plan", () => {
  it("are not too many: the sweep that brings them is named with their number", () => {
    const text = changed(["[8, 16]", `${list(1_000)}\n          training.steps: ${list(1_000)}`]);
    expect(faultsIn(text)).toHaveLength(1);
    expect(faultLike(text, "First")).toMatchObject({
      path: "experiments[0].sweeps[0].axes",
      message: "First has 1,000,000 kinds of runs, too many for the plan",
      allowed: "at most 200,000 in the whole plan",
    });
  });

  it("are those of all sweeps together", () => {
    const half = `model.layers: ${list(400)}, training.steps: ${list(300)}`;
    const text = changed(["{seed: 3}", `{${half}}`], ["model.heads: [8, 16]", half.replace(", ", "\n          ")]);
    expect(faultsIn(text)).toHaveLength(1);
    expect(faultLike(text, "Second, main").path).toBe("experiments[1].sweeps[0].axes");
  });

  it("do not multiply by labels and counts", () => {
    expect(faultsIn(changed(["{seed: 3}", `{seed: 1000000, letter: ${list(9_000)}}`]))).toEqual([]);
  });
});
