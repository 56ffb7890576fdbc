import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryEdit } from "../edit/documents.fixture.ts";
import { editValue } from "../edit/edit-value.ts";
import type { PlainValue } from "../edit/plan-edit.ts";
import { readTree } from "../edit/read-tree.ts";
import { samplePlan } from "../sample-plan.ts";
import { differences } from "./differences.ts";
import { partOfChange } from "./part-of-change.ts";

const all = (before: unknown, after: unknown) => partOfChange(before, after, differences(before, after));

/** Without empty groups, in one order of keys. */
function meaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaning);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value)
    .map(([key, member]): [string, unknown] => [key, meaning(member)])
    .filter(([, member]) => !isEmpty(member));
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const isEmpty = (value: unknown) =>
  value === undefined ||
  (typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0);

describe("partOfChange", () => {
  const before = {
    title: "A",
    overhead: { reruns: 0.1 },
    experiments: [
      { id: "a", repeats: 2, sweeps: [{ axes: { seed: 3 } }] },
      { id: "b", sweeps: [{ axes: { seed: 3 } }] },
    ],
  };
  const after = {
    title: "B",
    experiments: [
      { id: "new", sweeps: [{ axes: { seed: 1 } }] },
      { id: "a", training: { steps: 10 }, sweeps: [{ axes: { seed: 5 } }] },
    ],
  };
  const found = differences(before, after);
  const only = (path: string) =>
    partOfChange(
      before,
      after,
      found.filter((one) => one.path.join(".") === path),
    );

  it("makes one difference in a row, wherever the row stands by then", () => {
    expect(only("experiments.1.sweeps.0.axes.seed")).toEqual({
      ...before,
      experiments: [{ ...before.experiments[0], sweeps: [{ axes: { seed: 5 } }] }, before.experiments[1]],
    });
    expect(only("experiments.1.training.steps")).toEqual({
      ...before,
      experiments: [{ ...before.experiments[0], training: { steps: 10 } }, before.experiments[1]],
    });
  });

  it("puts a row in, takes one out, and takes an emptied group with its last member", () => {
    expect(only("experiments.0")).toMatchObject({ experiments: [{ id: "new" }, { id: "a" }, { id: "b" }] });
    const without = partOfChange(
      before,
      after,
      found.filter((one) => one.kind === "removed" && one.path.join(".") === "experiments.1"),
    );
    expect(without).toEqual({ ...before, experiments: [before.experiments[0]] });
    expect(only("overhead.reruns")).toEqual({ title: "A", experiments: before.experiments });
  });

  it("puts a row behind the one before it, also where another one goes", () => {
    const [first, second, third] = ["first", "second", "third"].map((id) => ({ id, sweeps: [{ axes: { seed: 3 } }] }));
    expect(all({ experiments: [first, second] }, { experiments: [second, third] })).toEqual({
      experiments: [second, third],
    });
  });

  it("leaves both documents as they are", () => {
    const copies = structuredClone([before, after]);
    all(before, after);
    expect([before, after]).toEqual(copies);
  });

  it("comes to the later document with all of them, whatever was edited", () => {
    const plan = readTree(samplePlan).value as PlainValue;
    fc.assert(
      fc.property(fc.array(arbitraryEdit(plan), { minLength: 1, maxLength: 6 }), (edits) => {
        let edited: unknown = plan;
        for (const edit of edits) {
          const next = editValue(edited, edit);
          if (next.ok && edit.path.length > 0) edited = next.value;
        }
        expect(meaning(all(plan, edited))).toEqual(meaning(edited));
        expect(meaning(all(edited, plan))).toEqual(meaning(plan));
      }),
      { numRuns: 300 },
    );
  });
});
