import { expect, it } from "vitest";
import { libraryClusterOf } from "./cluster-copy.ts";

const from = { id: "3f0c7f0e-92b6-4a0e-8f6e-0d0a4a0f9c11", revision: 2, date: "2026-11-22" };
const tree = {
  variables: { wait: { low: 1, likely: 2, high: 8, title: "Wait" } },
  clusters: [
    {
      title: "Centre",
      cards: 64,
      share: 0.5,
      queueWaitHours: { use: "wait" },
      allocation: { unit: "SU", perCardHour: 2 },
      from,
    },
    { cards: "1o" },
  ],
};

it("copies everything but where the cluster is from, a shared variable by its value", () => {
  expect(libraryClusterOf(tree, 0)).toEqual({
    title: "Centre",
    cards: 64,
    share: 0.5,
    queueWaitHours: { low: 1, likely: 2, high: 8 },
    allocation: { unit: "SU", perCardHour: 2 },
  });
  expect(libraryClusterOf({ clusters: [{ cards: 8 }] }, 0)).toEqual({ cards: 8 });
});

it("has nothing to keep of a cluster that is half typed, or of one that is not there", () => {
  expect(libraryClusterOf(tree, 1)).toBeNull();
  expect(libraryClusterOf(tree, 2)).toBeNull();
});
