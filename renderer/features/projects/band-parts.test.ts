import { describe, expect, it } from "vitest";
import { bandOf } from "./band-parts.ts";

const of = (...amounts: number[]) => amounts.map((amount, index) => ({ title: `Part ${"ABCDEFGHIJ"[index]}`, amount }));

describe("bandOf", () => {
  it("names the fewest of the largest that make up half", () => {
    expect(bandOf(of(10, 25, 24.8, 15, 15, 10.2), "money")?.title).toBe("Part B and Part C take half of the money");
    expect(bandOf(of(93, 4, 3), "money")?.title).toBe("Part A takes 93 % of the money");
    expect(bandOf(of(66, 20, 14), "card-hours")?.title).toBe("Part A takes two thirds of the card-hours");
  });

  it("says so when there is one, or all are alike, or it takes too many to make up half", () => {
    expect(bandOf(of(7), "money")?.title).toBe("Part A takes all of the money");
    expect(bandOf(of(5, 5, 5), "money")?.title).toBe("The money is spread evenly over 3 experiments");
    expect(bandOf(of(5, 5), "card-hours")?.title).toBe("The card-hours are spread evenly over 2 experiments");
    expect(bandOf(of(14, 13, 12, 11, 10, 10, 10, 10, 10), "money")?.title).toBe("Part A takes 14 % of the money");
  });

  it("has no band for a plan without costs", () => {
    expect(bandOf(of(0, 0), "money")).toBeNull();
    expect(bandOf([], "money")).toBeNull();
  });

  it("colours by rank, labels what has room, and gathers the rest with its sum", () => {
    const band = bandOf(of(2, 40, 30, 20, 5, 3), "money");
    expect(band?.parts.map(({ title, colour }) => [title, colour])).toEqual([
      ["Part B", 0],
      ["Part C", 1],
      ["Part D", 2],
      ["Part E", 3],
      ["Part F", 4],
      ["Part A", 5],
    ]);
    expect(band?.labels).toMatchObject([
      { title: "Part B", amount: 40, from: 0 },
      { title: "Part C", amount: 30, from: 0.4 },
      { title: "Part D", amount: 20 },
      { title: "3 more", amount: 10 },
    ]);
    expect(band?.labels.at(-1)?.from).toBeCloseTo(0.9);
  });
});
