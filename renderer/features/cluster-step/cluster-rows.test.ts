import { describe, expect, it } from "vitest";
import { clusterRows, namesClusters, nodeWords, ownedEdits } from "./cluster-rows.ts";

describe("clusterRows", () => {
  it("shows the presets of a plan that names none", () => {
    expect(clusterRows({}, null).map(({ cards }) => cards)).toEqual([10, 100, 100_000]);
    expect(namesClusters({})).toBe(false);
  });

  it("shows what is stated, and nothing for what is half typed", () => {
    const tree = { clusters: [{ title: "Room", cards: 16 }, { cards: "1o" }, { cards: 0 }, {}] };
    expect(clusterRows(tree, null).map(({ title, cards, nodes }) => [title, cards, nodes])).toEqual([
      ["Room", 16, 2],
      ["", null, null],
      ["", null, null],
      ["", null, null],
    ]);
  });
});

it("writes the presets down before the first change of a plan that names none", () => {
  const change = { op: "remove", path: ["clusters", 0] } as const;
  expect(ownedEdits({}, [change])).toEqual([
    { op: "set", path: ["clusters"], value: [{ cards: 10 }, { cards: 100 }, { cards: 100_000 }] },
    change,
  ]);
  expect(ownedEdits({ clusters: [{ cards: 1 }] }, [change])).toEqual([change]);
});

it.each([
  [12_500, "12,500 nodes"],
  [1, "1 node"],
  [1.25, "1 node and a quarter"],
  [12.5, "12 nodes and a half"],
  [0.5, "half a node"],
  [0.125, "part of a node"],
  [3.1, "3.1 nodes"],
])("%d is %s", (nodes, words) => {
  expect(nodeWords(nodes)).toBe(words);
});
