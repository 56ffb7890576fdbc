// @vitest-environment node
import { describe, expect, it } from "vitest";
import { editText } from "../../../shared/plan/edit/edit-text.ts";
import { treeItems, treeValue } from "../../fields/tree-value.ts";
import {
  addAxis,
  addExperiment,
  addSweep,
  addWritten,
  copyAxis,
  copyExperiment,
  copySweep,
  deleteAxis,
  deleteExperiment,
  deleteSweep,
  detach,
  type Edits,
  experimentsUsing,
  freeName,
  removeField,
  renameAxis,
  retitle,
  shareAs,
  toggleAfter,
  variableName,
} from "./edits.ts";

/** What the edits make of a tree, through its text. */
function edited(tree: unknown, edits: Edits): unknown {
  const text = editText(JSON.stringify(tree), edits);
  if (!text.ok) throw new Error(JSON.stringify(text.error));
  return JSON.parse(text.value);
}

const tree = {
  variables: { points: { low: 10, likely: 15, high: 15 } },
  defaults: { model: { layers: 8 } },
  experiments: [
    { id: "search", title: "Search", sweeps: [{ axes: { rate: { use: "points" }, size: [1, 2] } }] },
    {
      id: "long",
      title: "Long",
      after: ["search"],
      sweeps: [
        {
          id: "a",
          axes: { size: [1, 2], rate: { by: "size", counts: {} }, seed: 3 },
          maxParallel: { runs: 2, per: ["size"] },
        },
        { sharedWith: "search" },
      ],
    },
  ],
  disputes: [
    { id: "d1", experiment: "search" },
    { id: "d2", experiment: "long", sweep: "a" },
  ],
};
const sweepAt = (experiment: number, sweep: number) => ["experiments", experiment, "sweeps", sweep];
const axesAt = (experiment: number, sweep: number) => [...sweepAt(experiment, sweep), "axes"];
const ids = (of: unknown) => treeItems(of, ["experiments"]).map((one) => treeValue(one, ["id"]));

describe("names", () => {
  it("are free", () => {
    expect(freeName("a", new Set())).toBe("a");
    expect(freeName("a", new Set(["a", "a 2"]))).toBe("a 3");
    expect(freeName("size 2", new Set(["size 2"]))).toBe("size 3");
  });

  it("follow from words", () => {
    expect(variableName("points per line")).toBe("pointsPerLine");
    expect(variableName("3 seeds")).toBe("n3Seeds");
    expect(variableName("Läufe je Stück")).toBe("laufeJeStuck");
    expect(variableName("…")).toBe("variable");
  });
});

describe("experiments", () => {
  it("are added and copied under ids and titles of their own", () => {
    const added = edited(edited(tree, addExperiment(tree, 2)), addExperiment(edited(tree, addExperiment(tree, 2)), 3));
    expect(ids(added)).toEqual(["search", "long", "new-experiment", "new-experiment-2"]);
    const copied = edited(tree, copyExperiment(tree, 0));
    expect(ids(copied)).toEqual(["search", "search-copy", "long"]);
    expect(treeValue(copied, ["experiments", 1, "sweeps"])).toEqual(tree.experiments[0]?.sweeps);
    expect(edited({}, addExperiment({}, 0))).toMatchObject({
      experiments: [{ title: "New experiment", sweeps: [{}] }],
    });
  });

  it("that were written elsewhere come with their note and sweep, under a title that is free", () => {
    const written = { title: "Search", note: "From a.yaml.", sweep: { axes: { trial: 3 } } };
    const added = edited(
      edited(tree, addWritten(tree, 2, written)),
      addWritten(edited(tree, addWritten(tree, 2, written)), 3, written),
    );
    expect(treeItems(added, ["experiments"]).slice(2)).toMatchObject([
      { note: "From a.yaml.", sweeps: [{ axes: { trial: 3 } }] },
      { sweeps: [{ axes: { trial: 3 } }] },
    ]);
    expect(new Set(ids(added)).size).toBe(4);
    expect(new Set(treeItems(added, ["experiments"]).map((one) => treeValue(one, ["title"]))).size).toBe(4);
  });

  it("are deleted with all that names them", () => {
    expect(edited(tree, deleteExperiment(tree, 0))).toEqual({
      variables: tree.variables,
      defaults: tree.defaults,
      experiments: [{ id: "long", title: "Long", sweeps: [tree.experiments[1]?.sweeps[0], {}] }],
      disputes: [{ id: "d2", experiment: "long", sweep: "a" }],
    });
    const alone = { ...tree, disputes: [{ id: "d1", experiment: "search" }] };
    expect(treeValue(edited(alone, deleteExperiment(alone, 0)), ["disputes"])).toBeUndefined();
  });

  it("keep their id where something names it, else it follows the title", () => {
    const kept = edited(tree, retitle(tree, 0, "Find"));
    expect([treeValue(kept, ["experiments", 0, "id"]), treeValue(kept, ["experiments", 0, "title"])]).toEqual([
      "search",
      "Find",
    ]);
    const fresh = edited(tree, addExperiment(tree, 2));
    expect(treeValue(edited(fresh, retitle(fresh, 2, "Über–alles")), ["experiments", 2, "id"])).toBe("uber-alles");
  });

  it("start after others", () => {
    const without = edited(tree, toggleAfter(tree, 1, "search"));
    expect(treeValue(without, ["experiments", 1])).not.toHaveProperty("after");
    expect(treeValue(edited(without, toggleAfter(without, 0, "long")), ["experiments", 0, "after"])).toEqual(["long"]);
  });
});

describe("sweeps", () => {
  it("are added and copied; an id belongs to the original", () => {
    expect(treeValue(edited(tree, addSweep(tree, 0, 1)), sweepAt(0, 1))).toEqual({});
    const copied = edited(tree, copySweep(tree, 1, 0));
    expect(treeValue(copied, sweepAt(1, 1))).toEqual({ ...tree.experiments[1]?.sweeps[0], id: undefined });
    expect(treeItems(copied, ["experiments", 1, "sweeps"])).toHaveLength(3);
  });

  it("are deleted with their disputes", () => {
    const left = edited(tree, deleteSweep(tree, 1, 0));
    expect(treeItems(left, ["disputes"])).toEqual([{ id: "d1", experiment: "search" }]);
    expect(treeItems(edited(tree, deleteSweep(tree, 1, 1)), ["disputes"])).toHaveLength(2);
  });
});

describe("axes", () => {
  const names = ["size", "rate", "seed"];
  it("are added at the end and copied below themselves", () => {
    expect(Object.keys(treeValue(edited(tree, addAxis(axesAt(1, 0), names, "size", 1)), axesAt(1, 0)) ?? {})).toEqual([
      ...names,
      "size 2",
    ]);
    expect(
      Object.keys(treeValue(edited(tree, copyAxis(axesAt(1, 0), names, "size", [1])), axesAt(1, 0)) ?? {}),
    ).toEqual(["size", "size 2", "rate", "seed"]);
  });

  it("take their name along in limits and tables", () => {
    const renamed = edited(tree, renameAxis(tree, axesAt(1, 0), "size", "width"));
    expect(treeValue(renamed, sweepAt(1, 0))).toEqual({
      id: "a",
      axes: { width: [1, 2], rate: { by: "width", counts: {} }, seed: 3 },
      maxParallel: { runs: 2, per: ["width"] },
    });
  });

  it("are deleted, the last one with the axes", () => {
    const left = edited(tree, deleteAxis(tree, axesAt(1, 0), "size"));
    expect(treeValue(left, [...sweepAt(1, 0), "maxParallel"])).toEqual({ runs: 2 });
    const one = { experiments: [{ sweeps: [{ axes: { rate: 3 } }] }] };
    expect(edited(one, deleteAxis(one, axesAt(0, 0), "rate"))).toEqual({ experiments: [{ sweeps: [{}] }] });
  });
});

it("takes a field out, and its group with the last", () => {
  expect(edited(tree, removeField(tree, ["defaults", "model"], "layers"))).toMatchObject({ defaults: {} });
});

describe("variables", () => {
  const rate = [...axesAt(0, 0), "rate"];
  it("are found where they are used", () => {
    expect(experimentsUsing(tree, "points")).toEqual([0]);
    expect(experimentsUsing(tree, "else")).toEqual([]);
  });

  it("are detached with their range, and shared from a range or a number", () => {
    expect(treeValue(edited(tree, detach(tree, rate)), rate)).toEqual({ low: 10, likely: 15, high: 15 });
    const seed = [...axesAt(1, 0), "seed"];
    const shared = edited(tree, shareAs(tree, seed, "seeds"));
    expect(treeValue(shared, ["variables", "seeds"])).toEqual({ low: 3, likely: 3, high: 3 });
    expect(treeValue(shared, seed)).toEqual({ use: "seeds" });
    // A name that is there already is used, and not changed.
    expect(treeValue(edited(tree, shareAs(tree, seed, "points")), ["variables", "points"])).toEqual(
      tree.variables.points,
    );
  });
});
