import { describe, expect, it } from "vitest";
import { addEdits, deleteEdits, type HeadlineRow, headlineEdits, markedEdits } from "./quote-edits.ts";

const row = (card: string | null, isMarked: boolean, isHeadline = isMarked): HeadlineRow => ({
  card,
  isMarked,
  isHeadline,
});

const set = (index: number) => ({ op: "set", path: ["quotes", index, "headline"], value: true });
const unset = (index: number) => ({ op: "remove", path: ["quotes", index, "headline"] });

describe("the headline", () => {
  it("is one where the chosen quote prices every card", () => {
    const rows = [row(null, true), row("h100", false), row("h100", true)];
    expect(headlineEdits(rows, 1, ["h100"])).toEqual([unset(0), set(1), unset(2)]);
    expect(headlineEdits(rows, 0, ["h100", "a100"])).toEqual([unset(2)]);
  });

  it("leaves the headlines of other cards, and marks those that were so for being alone", () => {
    const rows = [row("h100", false, true), row("a100", false, false), row("a100", false, false)];
    expect(headlineEdits(rows, 1, ["h100", "a100"])).toEqual([set(0), set(1)]);
  });

  it("changes nothing when it is chosen again", () => {
    expect(headlineEdits([row(null, true), row(null, false)], 0, ["h100"])).toEqual([]);
  });

  it("is marked before another quote joins the only one", () => {
    expect(markedEdits([row(null, false, true)])).toEqual([set(0)]);
    expect(addEdits([row(null, false, true)], { id: "b" })).toEqual([
      set(0),
      { op: "insert", path: ["quotes"], at: 1, value: { id: "b" } },
    ]);
  });

  it("passes to another that prices the same when it is deleted", () => {
    const rows = [row(null, true), row("h100", false), row(null, false)];
    expect(deleteEdits(rows, 0)).toEqual([set(2), { op: "remove", path: ["quotes", 0] }]);
    expect(deleteEdits(rows, 1)).toEqual([{ op: "remove", path: ["quotes", 1] }]);
    expect(deleteEdits([row(null, true)], 0)).toEqual([{ op: "remove", path: ["quotes", 0] }]);
  });
});
