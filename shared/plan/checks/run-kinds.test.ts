import { describe, expect, it } from "vitest";
import { changed, faultLike, faultsIn } from "../sample-plan.ts";

const SWEEP = ["{seed: 3}", "{seed: 3}\n        training: "] as const;
const withTraining = (training: string) => changed([SWEEP[0], `${SWEEP[1]}${training}`]);

describe("fields of a kind of run", () => {
  it("stand beside a kind that has them", () => {
    expect(faultsIn(withTraining("{runKind: lora, loraRank: 16}"))).toEqual([]);
    expect(faultLike(withTraining("{loraRank: 16}"), "loraRank")).toMatchObject({
      message: "loraRank means nothing in runs of pre-training",
      allowed: "a runKind of lora or qlora, or no loraRank",
      hint: "State runKind: lora beside it.",
    });
    expect(faultLike(withTraining("{runKind: evaluation, tokens: 5, innerEpochs: 2}"), "innerEpochs")).toMatchObject({
      message: "innerEpochs means nothing in runs of evaluation",
      hint: null,
    });
  });

  it("may be stated by the defaults for the sweeps that have them", () => {
    const defaults = ["{steps: 1000,", "{loraRank: 8, steps: 1000,"] as const;
    const lora = [SWEEP[0], `${SWEEP[1]}{runKind: lora}`] as const;
    expect(faultsIn(changed(defaults, lora))).toEqual([]);
    expect(faultLike(changed(defaults), "loraRank")).toMatchObject({ path: "defaults.training.loraRank" });
  });

  it("may be set by an axis of kinds", () => {
    const axes = "{kind: [{label: full, runKind: fineTuning}, {label: adapters, runKind: lora, loraRank: 8}]}";
    expect(faultsIn(changed(["{seed: 3}", axes]))).toEqual([]);
  });
});
