import { describe, expect, it } from "vitest";
import { cheapestFlow } from "./cheapest-flow.ts";

describe("cheapestFlow", () => {
  it("takes the cheaper way first, and the dearer when that is full", () => {
    const pipes = [
      { from: 0, to: 1, capacity: 2, cost: 3 },
      { from: 0, to: 1, capacity: 1, cost: 1 },
    ];
    expect(cheapestFlow(2, pipes, 1)).toEqual([0, 1]);
    expect(cheapestFlow(2, pipes, 2)).toEqual([1, 1]);
  });

  it("takes back a unit where that makes room for the best whole", () => {
    // The first unit's cheapest way, 0-1-2-3 at 3, blocks both others; the best two are 0-1-3 and 0-2-3 at 5 each.
    const pipes = [
      { from: 0, to: 1, capacity: 1, cost: 1 },
      { from: 0, to: 2, capacity: 1, cost: 4 },
      { from: 1, to: 2, capacity: 1, cost: 1 },
      { from: 1, to: 3, capacity: 1, cost: 4 },
      { from: 2, to: 3, capacity: 1, cost: 1 },
    ];
    expect(cheapestFlow(4, pipes, 1)).toEqual([1, 0, 1, 0, 1]);
    expect(cheapestFlow(4, pipes, 2)).toEqual([1, 1, 0, 1, 1]);
  });

  it("sends no more than fits", () => {
    expect(cheapestFlow(2, [{ from: 0, to: 1, capacity: 1, cost: 0 }], 5)).toEqual([1]);
  });
});
