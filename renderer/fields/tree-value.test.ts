import { expect, it } from "vitest";
import { emptied, fieldText, treeEntries, treeItems, treeValue } from "./tree-value.ts";

const tree = { overhead: { reruns: 0.1 }, list: [1, { a: null }], word: "x" };

it("reads what stands at a place, and nothing where there is none", () => {
  expect(treeValue(tree, ["overhead", "reruns"])).toBe(0.1);
  expect(treeValue(tree, ["list", 1, "a"])).toBeNull();
  for (const path of [["none"], ["word", "length"], ["list", 7], ["overhead", "constructor"]]) {
    expect(treeValue(tree, path)).toBeUndefined();
  }
  expect(treeEntries(tree, ["list"])).toEqual([]);
  expect(treeItems(tree, ["overhead"])).toEqual([]);
  expect([undefined, null, 1.5, "a", { b: 1 }].map(fieldText)).toEqual(["", "", "1.5", "a", '{"b":1}']);
});

it("takes the object out with the last value in it, where that is wished", () => {
  const path = ["overhead", "reruns"];
  expect(emptied(tree, path, ["overhead"])).toEqual(["overhead"]);
  expect(emptied(tree, path, undefined)).toEqual(path);
  expect(emptied({ overhead: { reruns: 0.1, source: "a" } }, path, ["overhead"])).toEqual(path);
});
