import { expect, it } from "vitest";
import { firstPair, paired } from "./versions.ts";

const revisions = [{ number: 3 }, { number: 2 }, { number: 1 }];

it("begins with the draft against its base where there is one, else with the two newest", () => {
  expect(firstPair(revisions, true)).toEqual({ before: 3, after: "draft" });
  expect(firstPair(revisions, false)).toEqual({ before: 2, after: 3 });
  expect(firstPair([{ number: 1 }], false)).toEqual({ before: 1, after: 1 });
  expect(firstPair([], true)).toBeNull();
});

it("keeps the earlier version before the later one", () => {
  expect(paired({ before: 2, after: 3 }, "before", 1)).toEqual({ before: 1, after: 3 });
  expect(paired({ before: 2, after: 3 }, "after", 1)).toEqual({ before: 1, after: 2 });
  expect(paired({ before: 2, after: 3 }, "before", "draft")).toEqual({ before: 3, after: "draft" });
});
