import { describe, expect, it } from "vitest";
import { changed, faultLike, faultsIn } from "../sample-plan.ts";

/** The sample with experiments a, b, c … of which each has the given line. */
const chain = (lines: readonly string[]): string =>
  changed([
    "experiments:",
    `experiments:\n${lines.map((line, index) => `  - {id: ${"abcdefgh"[index]}, title: T, sweeps: [{}], ${line}}`).join("\n")}`,
  ]);

describe("experiments that name each other", () => {
  it("do not wait in a circle, which is written out once", () => {
    const text = chain(["after: [b]", "after: [c]", "after: [a]"]);
    expect(faultsIn(text)).toEqual([
      'experiments[2].after[0] 12:45 "a": These experiments wait for each other: a → b → c → a',
    ]);
    expect(faultLike(text, "These")).toMatchObject({ allowed: "an order with a first experiment" });
  });

  it("are all told: of two circles both", () => {
    const text = chain(["after: [b]", "after: [a, d]", "after: []", "after: [e]", "after: [d]"]);
    expect(faultsIn(text).map((fault) => fault.split(": ").at(-1))).toEqual(["a → b → a", "d → e → d"]);
  });

  it("are not counted in a circle", () => {
    expect(faultsIn(chain(["sharedWith: b", "sharedWith: a"]))).toEqual([
      'experiments[1].sharedWith 11:49 "a": These experiments are counted in each other: a → b → a',
    ]);
  });

  it("are not counted in a circle by way of all their sweeps", () => {
    const sweeps = (...places: readonly string[]) => `sweeps: [${places.join(", ")}]`;
    const text = (first: string) =>
      chain(["sharedWith: b", "after: []"]).replace("id: b, title: T, sweeps: [{}]", `id: b, title: T, ${first}`);
    expect(faultsIn(text(sweeps("{sharedWith: a}", "{sharedWith: a}")))).toEqual([
      'experiments[1].sweeps[0].sharedWith 11:45 "a": These experiments are counted in each other: a → b → a',
    ]);
    expect(faultsIn(text(sweeps("{sharedWith: a}", "{}")))).toEqual([]);
  });

  it("may wait for one together, and be counted in one that is counted elsewhere", () => {
    expect(faultsIn(chain(["after: [b, c]", "after: [d]", "after: [d]", "after: []"]))).toEqual([]);
    expect(faultsIn(chain(["sharedWith: b", "sharedWith: c", "after: []"]))).toEqual([]);
  });

  it("may be a chain as long as a plan can be", () => {
    const lines = Array.from({ length: 997 }, (_, i) => `  - {id: e${i}, title: T, sweeps: [{}], after: [e${i + 1}]}`);
    const text = changed(["experiments:", `experiments:\n${lines.join("\n")}\n  - {id: e997, title: T, sweeps: [{}]}`]);
    expect(faultsIn(text)).toEqual([]);
  });
});
