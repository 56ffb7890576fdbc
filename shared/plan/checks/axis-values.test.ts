import { describe, expect, it } from "vitest";
import { changed, faultsIn } from "../sample-plan.ts";

describe("a list of an axis", () => {
  it.each([
    ["[8, 8]", '[1] 14:28 8: "8" stands twice in this axis'],
    ["[8, {label: a}]", '[1] 14:28 {"label": "a"}: This axis lists rows and plain values'],
  ])("is not %s", (values, fault) => {
    expect(faultsIn(changed(["[8, 16]", values]))).toEqual([`experiments[0].sweeps[0].axes["model.heads"]${fault}`]);
  });

  it("of labels has each label once, too", () => {
    expect(faultsIn(changed(["[SGD, Adam]", "[SGD, Adam, SGD]"]))).toEqual([
      'experiments[0].sweeps[0].axes.optimizer[2] 15:34 "SGD": "SGD" stands twice in this axis',
    ]);
  });
});
