import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { planSchema } from "./document.ts";
import { mergeLevels, plainFields } from "./resolve/merge.ts";
import { changed } from "./sample-plan.ts";
import { disputedSource, sweepSources } from "./sweep-source.ts";
import { pathText } from "./text/document-path.ts";

const dispute =
  "disputes:\n  - {id: d, title: D, experiment: first, instead: {training: {batch: 64}, repeats: 4, axes: {rate: 3, new: 2}}}\nquotes:";
const document = planSchema.parse(
  parse(
    changed(["quotes:", dispute], ["title: First\n", "title: First\n    repeats: 2\n    training: {batch: 128}\n"]),
  ),
);
const own = sweepSources(document);

describe("sweepSources", () => {
  it("gather what each sweep is told, near and far, with the places", () => {
    expect(own.map(({ path }) => pathText(path))).toEqual(["experiments[0].sweeps[0]", "experiments[1].sweeps[0]"]);
    const [first, second] = own;
    expect(first?.levels.map(({ path }) => pathText(path))).toEqual([
      "defaults",
      "experiments[0]",
      "experiments[0].sweeps[0]",
    ]);
    expect(first?.repeats).toEqual({ quantity: 2, path: ["experiments", 0, "repeats"] });
    expect(second?.repeats).toBeNull();
    expect(first?.axes.map(({ name, path }) => [name, pathText(path)])).toContainEqual([
      "model.heads",
      'experiments[0].sweeps[0].axes["model.heads"]',
    ]);
  });
});

describe("disputedSource", () => {
  it("lays the dispute over the sweep: fields one by one, axes by name", () => {
    const [given] = document.disputes ?? [];
    if (given === undefined) throw new Error("no dispute");
    const read = disputedSource(own, given, 0);
    expect(plainFields(mergeLevels("training", read?.levels ?? []))).toEqual({ steps: 1000, batch: 64, sequence: 512 });
    expect(read?.repeats).toEqual({ quantity: 4, path: ["disputes", 0, "instead", "repeats"] });
    expect(read?.axes.map(({ name, axis, path }) => [name, axis, path[0]])).toEqual([
      ["model.heads", [8, 16], "experiments"],
      ["optimizer", ["SGD", "Adam"], "experiments"],
      ["rate", 3, "disputes"],
      ["new", 2, "disputes"],
    ]);
    expect(disputedSource(own, { ...given, experiment: "nobody" }, 0)).toBeUndefined();
    expect(disputedSource(own, { ...given, sweep: "nobody" }, 0)).toBeUndefined();
  });
});
