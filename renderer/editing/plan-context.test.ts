// @vitest-environment node
import { expect, it } from "vitest";
import { readsOf } from "./plan-context.ts";
import type { PlanEditor } from "./plan-editor.ts";
import type { PlanState } from "./plan-state.ts";

/** An editor that holds what it is given. */
function holding(first: Partial<PlanState>) {
  let state = first as PlanState;
  const editor: Pick<PlanEditor, "state"> = { state: () => state };
  return { editor, change: (part: Partial<PlanState>) => (state = { ...state, ...part }) };
}

it("gives another state only when something that was read has changed", () => {
  const { editor, change } = holding({ id: "a", text: "one", keeping: "kept" });
  const reads = readsOf(editor);
  const first = reads.latest();
  expect(reads.noting(first).text).toBe("one");
  change({ keeping: "keeping" });
  expect(reads.latest()).toBe(first);
  change({ text: "two" });
  expect(reads.latest()).not.toBe(first);
  expect(reads.noting(reads.latest()).text).toBe("two");
});

it("notes every part of a view that is spread", () => {
  const { editor, change } = holding({ id: "a", keeping: "kept" });
  const reads = readsOf(editor);
  const first = reads.latest();
  expect({ ...reads.noting(first) }).toEqual({ id: "a", keeping: "kept" });
  change({ keeping: "failed" });
  expect(reads.latest()).not.toBe(first);
});

it("lets a button read what holds when it is pressed", () => {
  const { editor, change } = holding({ id: "a", text: "one" });
  const reads = readsOf(editor);
  const view = reads.noting(reads.latest());
  change({ text: "two" });
  expect(view.text).toBe("two");
});

it("notices when what was first read late is as it was before", () => {
  const { editor, change } = holding({ id: "a", text: "one", name: "first" });
  const reads = readsOf(editor);
  const view = reads.noting(reads.latest());
  expect(view.id).toBe("a");
  change({ name: "second" });
  expect(view.name).toBe("second");
  const seen = reads.latest();
  change({ name: "first" });
  expect(reads.latest()).not.toBe(seen);
  expect(reads.latest().name).toBe("first");
});
