import fc from "fast-check";
import { expect, it } from "vitest";
import { DepthBuckets } from "./depth-buckets.ts";

const visited = (buckets: DepthBuckets, moment: number): number[] => {
  const seen: number[] = [];
  buckets.visit(moment, (member) => {
    seen.push(member);
    return false;
  });
  return seen;
};

it("finds those of the latest times up to a moment first, and stops at the first that is accepted", () => {
  const buckets = new DepthBuckets(10);
  for (const [member, time] of [0, 9, 3, 10, 6].entries()) buckets.add(member, time);
  expect(visited(buckets, 9)).toEqual([1, 4, 2, 0]);
  buckets.remove(4);
  expect(visited(buckets, 9)).toEqual([1, 2, 0]);
  const asked: number[] = [];
  buckets.visit(10, (member) => asked.push(member) === 2);
  expect(asked).toEqual([3, 1]);
  buckets.clear();
  expect(visited(buckets, 10)).toEqual([]);
});

it("has those that were added and not taken out, whatever their times", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 10, noNaN: true })), fc.nat(), (times, out) => {
      const buckets = new DepthBuckets(10);
      for (const [member, time] of times.entries()) buckets.add(member, time);
      buckets.remove(out);
      const expected = times.flatMap((time, member) => (time <= 5 && member !== out ? [member] : []));
      expect(visited(buckets, 5).sort((a, b) => a - b)).toEqual(expected);
    }),
  );
});
