// @vitest-environment node
import { describe, expect, it } from "vitest";
import { goldenTree } from "../golden.fixture.ts";
import { effectiveFields } from "../recipe/levels.ts";
import { axisFace, axisTitle, variableWords } from "./axis-face.ts";

const model = effectiveFields(goldenTree, { experiment: 2, sweep: 0 }, "model");

describe("an axis that nobody edits", () => {
  it("of heads of one size is an axis of widths", () => {
    const face = axisFace(goldenTree, "model.heads", [1, 2, 128], model, ["model.heads"]);
    expect(face).toMatchObject({ title: "width", aside: "heads × 128", values: ["128", "256", "16384"] });
    const both = axisFace(goldenTree, "model.heads", [1, 2], model, ["model.heads", "model.headSize"]);
    expect(both).toMatchObject({ title: "heads", aside: null, values: ["1", "2"] });
  });

  it("shows labels, counts, ranges with their variable, and tables", () => {
    const face = (value: unknown) => axisFace(goldenTree, "learning rate", value, model, []);
    expect(face(["SGD", "Adam"]).values).toEqual(["SGD", "Adam"]);
    expect(face([{ label: "7B", layers: 32 }]).values).toEqual(["7B"]);
    expect(face(6).text).toBe("a count");
    expect(face({ low: 3, likely: 3, high: 3 }).text).toBe("3");
    expect(face({ use: "pointsPerLine" })).toMatchObject({ text: "10 to 15, likely 15", variable: "pointsPerLine" });
    expect(face({ low: 3 }).text).toBe("not a range yet");
    expect(face({ by: "model.heads" }).text).toBe("by heads");
    expect(face("12x").text).toBe("12x");
  });

  it("shows the ends of a long list", () => {
    const long = Array.from({ length: 10_000 }, (_, index) => index);
    const { values } = axisFace(goldenTree, "seed", long, model, []);
    expect([values.length, values[0], values.at(-1)]).toEqual([61, "0", "9999"]);
  });
});

it("names fields and variables in words", () => {
  expect(axisTitle("training.tokensPerParameter.ratio")).toBe("tokens per parameter");
  expect(axisTitle("model.keyValueHeads")).toBe("key value heads");
  expect(axisTitle("learning rate")).toBe("learning rate");
  expect(variableWords("pointsPerLine")).toBe("points per line");
});
