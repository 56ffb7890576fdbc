import { describe, expect, it } from "vitest";
import { subject, words } from "./field-words.ts";

describe("subject", () => {
  it.each([
    [["experiments", 0, "model", "headSize"], "Head size"],
    [["experiments", 0, "sweeps", 0, "axes", "model.width", 3], "Width"],
    [["experiments", 0, "sweeps", 0, "axes", "model.width"], "The axis model.width"],
    [["experiments", 0, "sweeps", 0, "axes", "learning rate", 3], "An entry of learning rate"],
    [["experiments", 0], "An entry of experiments"],
    [[], "The plan"],
    [["k".repeat(50)], `K${"k".repeat(38)}…`],
  ])("of %j is %s", (path, said) => {
    expect(subject(path)).toBe(said);
  });
});

describe("words", () => {
  it.each([
    ["storagePerTBMonth", "storage per TB month"],
    ["dataTB", "data TB"],
    ["keyValueHeads", "key value heads"],
    ["learning rate", "learning rate"],
    ["pointsPerLine", "points per line"],
    ["ID", "ID"],
  ])("of %s are %s", (name, said) => {
    expect(words(name)).toBe(said);
  });
});
