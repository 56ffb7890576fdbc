import { describe, expect, it } from "vitest";
import { listAt, numberAt, readTree, recordEntries, spanAt, textAt } from "./read-tree.ts";

const text = `{"title": "A", "n": 2, "list": [1, "1e"], "axes": {"b": [1], "8": 2, "a": 1e400}}`;

describe("readTree", () => {
  it("holds what the text holds, and says what of it cannot be read", () => {
    const tree = readTree(text);
    expect(tree.value).toEqual({ title: "A", n: 2, list: [1, "1e"], axes: { b: [1], 8: 2, a: undefined } });
    expect(tree.faults).toMatchObject([{ path: "axes.a", line: 1, column: 75 }]);
  });

  it("is null for a text that cannot be read", () => {
    expect(readTree('{"title": "A')).toMatchObject({ value: null, root: null, faults: [{ line: 1, column: 11 }] });
    expect(recordEntries(readTree(""), [])).toEqual([]);
    expect(spanAt(readTree(""), [])).toBeNull();
  });
});

describe("looking into a tree", () => {
  const tree = readTree(text);

  it("never fails on another shape", () => {
    expect(listAt(tree.value, ["list"])).toEqual([1, "1e"]);
    expect(listAt(tree.value, ["title"])).toEqual([]);
    expect(listAt(null, ["title", 3, "x"])).toEqual([]);
    expect([textAt(tree.value, ["title"]), textAt(tree.value, ["n"])]).toEqual(["A", null]);
    expect([numberAt(tree.value, ["n"]), numberAt(tree.value, ["list", 1])]).toEqual([2, null]);
    expect(recordEntries(tree, ["list"])).toEqual([]);
    expect(recordEntries(tree, ["axes", "c"])).toEqual([]);
  });

  it("keeps the order of the text, also of names that are numbers", () => {
    expect(recordEntries(tree, ["axes"])).toEqual([
      ["b", [1]],
      ["8", 2],
      ["a", undefined],
    ]);
  });

  it("knows where a value stands", () => {
    const span = spanAt(tree, ["list", 1]);
    expect(span && text.slice(span.from, span.to)).toBe('"1e"');
    expect(spanAt(tree, ["list", 2])).toBeNull();
  });
});
