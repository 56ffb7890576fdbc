import { expect, it } from "vitest";
import { experiment, plan, runClass } from "../fixtures/plan.ts";
import { contextOf } from "../fixtures/sheet-of.ts";
import { plainText } from "../text/rich-text.ts";
import { experimentMarks } from "./experiment-notes.ts";

const sweep = (title: string | null, note: string | null) => ({
  id: null,
  title,
  axes: [],
  maxParallel: null,
  note,
  path: "",
});

const notes = (resolved: Parameters<typeof contextOf>[0], index = 0) => {
  const context = contextOf(resolved);
  experimentMarks(context, index);
  return context.footnotes.all().map((note) => plainText(note.text));
};

it("says all of an experiment in one note", () => {
  const noted = experiment("a", {
    note: "an upper bound",
    sweeps: [sweep("First", "19 settings"), sweep(null, "again")],
  });
  expect(notes(plan({ experiments: [noted] }))).toEqual(["An upper bound. First: 19 settings. Again."]);
});

it("does not repeat the title of an only sweep", () => {
  expect(notes(plan({ experiments: [experiment("a", { sweeps: [sweep("All", "15 points")] })] }))).toEqual([
    "15 points.",
  ]);
});

it("tells what is conditional, and what is counted elsewhere", () => {
  const two = [
    experiment("a", { title: "Search", sweeps: [sweep(null, null), sweep(null, null)] }),
    experiment("b", { title: "Final" }),
  ];
  const resolved = plan({
    experiments: two,
    classes: [runClass(), runClass({ sweep: 1, probability: 0.3 }), runClass({ experiment: 1, sharedWith: "a" })],
  });
  expect(notes(resolved)).toEqual(["One of its sweeps is run with a probability of 30 %: expected values."]);
  expect(notes(resolved, 1)).toEqual(["Its runs are counted in Search."]);
  const partly = plan({ ...resolved, classes: [...resolved.classes, runClass({ experiment: 1 })] });
  expect(notes(partly, 1)).toEqual(["Some of its runs are counted in Search."]);
});

it("says nothing of an ordinary experiment", () => {
  expect(notes(plan())).toEqual([]);
});
