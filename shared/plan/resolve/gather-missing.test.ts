import { describe, expect, it } from "vitest";
import { changed, faultsIn } from "../sample-plan.ts";

describe("what every sweep lacks", () => {
  it("is said once, of the plan's defaults", () => {
    expect(faultsIn(changed([", vocabulary: 32000", ""], [", sequence: 512", ""]))).toEqual([
      "defaults.model.vocabulary 6:10 null: Vocabulary is missing",
      "defaults.training.sequence 7:13 null: Sequence is missing",
    ]);
  });

  it("is said of each sweep where others have it", () => {
    expect(
      faultsIn(changed([", vocabulary: 32000", ""], ["id: main", "id: main\n        model: {vocabulary: 32000}"])),
    ).toEqual(["experiments[0].sweeps[0].model.vocabulary 13:9 null: Vocabulary is missing"]);
  });
});
