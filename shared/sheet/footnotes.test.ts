import { expect, it } from "vitest";
import { experiment, plan } from "./fixtures/plan.ts";
import { sheetOf } from "./fixtures/sheet-of.ts";
import { createFootnotes, footnotesBySection, marks } from "./footnotes.ts";
import { noteMark } from "./text/rich-text.ts";

it("numbers notes as they are met, and equal texts once", () => {
  const notes = createFootnotes();
  expect(notes.call("a", ["First."])).toEqual(noteMark("a"));
  expect(notes.call("b", ["Second."])).toEqual(noteMark("b"));
  expect(notes.call("c", ["First."])).toEqual(noteMark("a"));
  expect(notes.all().map(({ id, mark }) => [id, mark])).toEqual([
    ["a", "1"],
    ["b", "2"],
  ]);
});

it("parts several marks by a raised comma", () => {
  expect(marks([noteMark("a"), noteMark("b")])).toEqual([
    noteMark("a"),
    { kind: "superscript", text: "," },
    noteMark("b"),
  ]);
});

it("gives every note to the section that calls it first", () => {
  const noted = plan({ experiments: [experiment("only", { note: "An upper bound" })] });
  const bySection = footnotesBySection(sheetOf(noted));
  expect(bySection.get("opening")).toEqual([]);
  expect(bySection.get("experiments")?.map((note) => note.text)).toEqual([["An upper bound."]]);
});
