import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanEdit } from "../../shared/plan/edit/plan-edit.ts";
import { createPlanEditor, type KeptDraft } from "./plan-editor.ts";
import { emptyHistory } from "./undo.ts";

const text = readFileSync("assets/templates/scaling-exponents.json", "utf8");
const price: PlanEdit["path"] = ["quotes", 0, "price"];

function opened(changes: Partial<KeptDraft> = {}) {
  const kept: KeptDraft[] = [];
  const clock = { now: 1_000_000 };
  const disk: { refusal: Error | null } = { refusal: null };
  const editor = createPlanEditor(
    { id: "one", name: "plan.json", text, saved: null, history: emptyHistory, changedAt: null, ...changes },
    {
      now: () => clock.now,
      keep: (draft) => {
        kept.push(draft);
        return disk.refusal === null ? Promise.resolve() : Promise.reject(disk.refusal);
      },
      draw: () => {},
    },
  );
  return { editor, kept, clock, disk };
}

const set = (path: PlanEdit["path"], value: string | number): PlanEdit => ({ op: "set", path, value });

describe("createPlanEditor", () => {
  it("changes the text in place, and says what that did", () => {
    const { editor } = opened();
    editor.edit(set(price, 6));
    const { lastChange, live, undoWords, changedAt } = editor.state();
    expect(editor.state().text).toBe(text.replace('"price": 3,', '"price": 6,'));
    expect(live?.estimated.withReruns.cost).toBeCloseTo(25_814_922.36, 1);
    expect(lastChange?.words).toBe("Price of Stated rental price 3.00 to 6.00 USD");
    expect(lastChange?.difference?.share).toBeCloseTo(1, 12);
    expect(undoWords).toBe(lastChange?.words);
    expect(changedAt).toBe(1_000_000);
  });

  it("keeps every change at once, with its way back", async () => {
    const { editor, kept } = opened();
    editor.edit(set(["title"], "A"), "title");
    editor.edit(set(["title"], "AB"), "title");
    expect(editor.state().keeping).toBe("keeping");
    expect(kept.map((draft) => JSON.parse(draft.text).title)).toEqual(["A", "AB"]);
    await Promise.resolve();
    await Promise.resolve();
    expect(editor.state().keeping).toBe("kept");
    const again = opened(kept.at(-1));
    again.editor.undo();
    expect(again.editor.state().text).toBe(text);
  });

  it("has letters typed in one field as one step, until there is a pause", () => {
    const { editor, clock } = opened();
    for (const title of ["S", "Se", "Sec"]) editor.edit(set(["title"], title), "title");
    clock.now += 10_000;
    editor.edit(set(["title"], "Seco"), "title");
    editor.edit(set(["funder"], "F"), "funder");
    const steps: unknown[] = [];
    while (editor.state().canUndo) {
      editor.undo();
      const { title, funder } = JSON.parse(editor.state().text);
      steps.push([title, funder]);
    }
    expect(steps).toEqual([
      ["Seco", undefined],
      ["Sec", undefined],
      [JSON.parse(text).title, undefined],
    ]);
  });

  it("keeps the last figures while the text has faults, and the last tree while it cannot be read", () => {
    const { editor } = opened();
    editor.edit(set(price, "three"));
    const faulty = editor.state();
    expect([faulty.isStale, faulty.isReadable, faulty.faults.length]).toEqual([true, true, 1]);
    expect(faulty.live?.estimated.withReruns.cost).toBeCloseTo(12_907_461.18, 1);
    expect(faulty.undoWords).toContain("three");
    editor.type("{ half typed");
    const half = editor.state();
    expect(half.isReadable).toBe(false);
    expect(half.tree).toEqual(faulty.tree);
    editor.edit(set(price, 4));
    expect(editor.state().text).toBe("{ half typed");
    expect(editor.state().editProblem).toContain("cannot be read as a whole");
    editor.undo();
    editor.undo();
    expect(editor.state()).toMatchObject({ text, isStale: false, faults: [], editProblem: null });
  });

  it("takes any changes back to the text that was opened, also when it is read back in between", () => {
    const edits = fc.oneof(
      fc.record({ kind: fc.constant("title" as const), value: fc.string({ maxLength: 12 }) }),
      fc.record({ kind: fc.constant("price" as const), value: fc.double({ min: 0.01, max: 1e6, noNaN: true }) }),
      fc.record({ kind: fc.constant("text" as const), value: fc.string({ maxLength: 12 }) }),
    );
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), fc.nat(12), (changes, reloadAfter) => {
        let { editor } = opened();
        changes.forEach(({ kind, value }, index) => {
          if (index === reloadAfter) ({ editor } = opened(structuredClone(editor.draft())));
          if (kind === "title") editor.edit(set(["title"], value), index % 2 === 0 ? "title" : undefined);
          else if (kind === "price") editor.edit(set(price, value));
          else editor.type(`${value}${editor.state().text}`);
        });
        const last = editor.state().text;
        while (editor.state().canUndo) editor.undo();
        expect(editor.state().text).toBe(text);
        while (editor.state().canRedo) editor.redo();
        expect(editor.state().text).toBe(last);
      }),
      { numRuns: 25 },
    );
  });

  it("says why a draft is not kept until it is", async () => {
    const { editor, disk } = opened();
    disk.refusal = new Error("the disk is full");
    editor.edit(set(price, 4));
    await new Promise((done) => setTimeout(done, 0));
    expect(editor.state()).toMatchObject({ keeping: "failed", keepingProblem: "the disk is full" });
    disk.refusal = null;
    editor.keepAgain();
    await new Promise((done) => setTimeout(done, 0));
    expect(editor.state()).toMatchObject({ keeping: "kept", keepingProblem: null });
  });

  it("empties the undo list when it is saved, and not when only its base moves", () => {
    const { editor } = opened({ saved: { revision: 1, text } });
    editor.edit(set(price, 4));
    editor.rebase({ revision: 2, text: "theirs" });
    expect(editor.state()).toMatchObject({ canUndo: true, saved: { revision: 2, text: "theirs" } });
    editor.markSaved({ revision: 3, text: editor.state().text });
    expect(editor.state()).toMatchObject({ canUndo: false, saved: { revision: 3 } });
  });

  it("takes another text over as one step that can be undone", () => {
    const { editor } = opened({ saved: { revision: 1, text } });
    editor.edit(set(price, 4));
    const mine = editor.state().text;
    const theirs = text.replace('"price": 3,', '"price": 5,');
    editor.adopt(theirs, { revision: 2, text: theirs }, "Revision 2 taken");
    expect(editor.state()).toMatchObject({ text: theirs, undoWords: "Revision 2 taken" });
    editor.undo();
    expect(editor.state()).toMatchObject({ text: mine, saved: { revision: 2 } });
  });

  it("changes nothing while it may only be read, and follows what another tab writes", () => {
    const { editor, kept } = opened();
    const other = opened();
    other.editor.edit(set(price, 4));
    editor.setReadOnly("otherTab");
    editor.edit(set(price, 9));
    editor.type("typed");
    editor.undo();
    editor.follow(other.editor.draft());
    expect(editor.state().text).toBe(other.editor.state().text);
    expect(kept).toEqual([]);
    editor.setReadOnly(null);
    editor.undo();
    expect(editor.state().text).toBe(text);
  });
});
