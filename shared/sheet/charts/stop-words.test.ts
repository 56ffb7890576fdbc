import { expect, it } from "vitest";
import { stopWords } from "./stop-words.ts";

const upTo = (scheduledHours: number | null, enoughCards: number | null) =>
  stopWords({ points: [{ cards: 1_000_000, idealHours: 1, scheduledHours, expectedHours: null }], enoughCards });

it("says where more cards stop helping, or that they never do, or that none are enough", () => {
  expect(upTo(23, 187_069)).toBe("More cards stop helping at 187,069");
  expect(upTo(23, 1_000_000)).toBe("More cards help up to 1,000,000");
  expect(upTo(null, null)).toBe("Not even 1,000,000 cards can run all");
});
