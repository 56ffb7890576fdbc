import fc from "fast-check";
import { expect, it } from "vitest";
import { DepthBuckets } from "./depth-buckets.ts";

const visited = (buckets: DepthBuckets): number[] => {
  const seen: number[] = [];
  buckets.visit((member) => {
    seen.push(member);
    return false;
  });
  return seen;
};

it("finds those of the latest times first, and stops at the first that is accepted", () => {
  const buckets = new DepthBuckets(10);
  for (const [member, time] of [0, 9, 3, 10, 6].entries()) buckets.add(member, time);
  expect(visited(buckets)).toEqual([3, 1, 4, 2, 0]);
  buckets.remove(4);
  expect(visited(buckets)).toEqual([3, 1, 2, 0]);
  buckets.remove(3);
  expect(visited(buckets)).toEqual([1, 2, 0]);
  buckets.add(3, 9.5);
  const asked: number[] = [];
  buckets.visit((member) => asked.push(member) === 2);
  expect(asked).toEqual([3, 1]);
  buckets.clear();
  expect(visited(buckets)).toEqual([]);
});

it("gives back those after a moment, and has the others", () => {
  const buckets = new DepthBuckets(10);
  for (const [member, time] of [0, 9, 3, 10, 6, 3.001].entries()) buckets.add(member, time);
  expect(buckets.takeAfter(3).sort()).toEqual([1, 3, 4, 5]);
  expect(visited(buckets)).toEqual([2, 0]);
  buckets.add(4, 6);
  expect(visited(buckets)).toEqual([4, 2, 0]);
  expect(buckets.takeAfter(-1).sort()).toEqual([0, 2, 4]);
});

it("has those that were added and not taken out, whatever their times", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 10, noNaN: true })), fc.nat(), (times, out) => {
      const buckets = new DepthBuckets(10);
      for (const [member, time] of times.entries()) buckets.add(member, time);
      buckets.remove(out);
      const expected = times.flatMap((_, member) => (member !== out ? [member] : []));
      expect(visited(buckets).sort((a, b) => a - b)).toEqual(expected);
    }),
  );
});
