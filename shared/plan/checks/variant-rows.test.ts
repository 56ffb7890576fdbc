import { describe, expect, it } from "vitest";
import { changed, faultLike, faultsIn } from "../sample-plan.ts";

const rows = (text: string): string => changed(["model.heads: [8, 16]", `size: [${text}]`]);
const place = "experiments[0].sweeps[0].axes.size";

describe("a row of a variant axis", () => {
  it.each([
    ["{label: a, haeds: 4}", '[0].haeds 14:29 "haeds": Unknown key haeds'],
    ["{label: a, model.heads: 4}", '[0]["model.heads"] 14:29 "model.heads": Unknown key model.heads'],
    ["{label: a, heads: 0}", "[0].heads 14:36 0: Heads cannot be 0"],
    [
      "{label: a, heads: {low: 1, likely: 2, high: 3}}",
      '[0].heads 14:36 {"low": 1, "likely": 2, "high": 3}: Heads cannot be a range',
    ],
    [
      "{label: a, tokens: {use: points}}",
      '[0].tokens 14:37 {"use": "points"}: tokens cannot be a range in a row of an axis',
    ],
    [
      "{label: a, tokensPerParameter: {ratio: {use: points}, of: total}}",
      '[0].tokensPerParameter 14:49 {"ratio": {"use": "points"}, "of": "total"}: tokensPerParameter cannot be a range in a row of an axis',
    ],
    ["{heads: 4}", "[0].label 14:18 null: Label is missing"],
    ["{label: 7, heads: 4}", "[0].label 14:26 7: Label must be text"],
    ["{label: a, heads: 4}, {label: a, heads: 8}", '[1].label 14:48 "a": "a" stands twice in this axis'],
    ["{label: a, heads: 4}, 3", "[1] 14:40 3: This axis lists rows and plain values"],
  ])("refuses %s", (text, fault) => {
    expect(faultsIn(rows(text))).toEqual([`${place}${fault}`]);
  });

  it("names the field that was meant, by its bare name", () => {
    expect(faultLike(rows("{label: a, model.heads: 4}"), "Unknown key").edit?.text).toBe("heads");
  });

  it("sets fields of all three groups, and says who stated a model's counts", () => {
    expect(faultsIn(rows("{label: a, heads: 4, batch: 64, format: fp8}, {label: b, steps: 5}"))).toEqual([]);
    const stated = "{label: a, kind: stated, parameters: 5, forwardFlopPerExample: 9, source: paper}";
    expect(
      faultsIn(
        rows(stated)
          .replace("layers: 8, heads: 8, headSize: 128, vocabulary: 32000", "")
          .replace("sequence: 512", "")
          .replace("axes: {seed: 3}", "model: {kind: stated, parameters: 7, forwardFlopPerExample: 9, source: paper}"),
      ),
    ).toEqual([]);
  });
});
