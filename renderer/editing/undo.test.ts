import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyHistory, type History, recorded, redone, undone } from "./undo.ts";

/** Texts a person may make one after the other. */
const texts = fc.array(fc.string({ maxLength: 40, unit: "binary" }), { minLength: 1, maxLength: 60 });

function typed(all: readonly string[]): { readonly text: string; readonly history: History } {
  let [text = "", ...later] = all;
  let history = emptyHistory;
  for (const next of later) {
    history = recorded(history, text, next, false, next);
    text = next;
  }
  return { text, history };
}

function all(take: typeof undone, history: History, text: string) {
  let at = { text, history };
  for (let next = take(at.history, at.text); next !== null; next = take(at.history, at.text)) at = next;
  return at;
}

describe("undo", () => {
  it("takes any sequence of changes back to the first text, and forth to the last", () => {
    fc.assert(
      fc.property(texts, (sequence) => {
        const end = typed(sequence);
        const start = all(undone, end.history, end.text);
        expect(start.text).toBe(sequence[0]);
        expect(all(redone, start.history, start.text)).toEqual(end);
      }),
    );
  });

  it("is what it was after it was kept and read back", () => {
    fc.assert(
      fc.property(texts, (sequence) => {
        const end = typed(sequence);
        const kept = structuredClone(end.history);
        expect(all(undone, kept, end.text).text).toBe(sequence[0]);
      }),
    );
  });

  it("makes what goes on one step, whatever lies between", () => {
    fc.assert(
      fc.property(texts, fc.string({ unit: "binary" }), (sequence, start) => {
        let [text, history] = [start, emptyHistory];
        sequence.forEach((next, index) => {
          history = recorded(history, text, next, index > 0, "typed");
          text = next;
        });
        expect(history.done.length).toBeLessThanOrEqual(1);
        expect(all(undone, history, text).text).toBe(start);
      }),
    );
  });

  it("does not name a step that did nothing", () => {
    const there = recorded(emptyHistory, "a", "ab", false, "one more letter");
    expect(recorded(there, "ab", "a", true, "").done).toEqual([]);
    expect(recorded(emptyHistory, "a", "a", false, "").done).toEqual([]);
  });

  it("forgets what can be redone once something else is done", () => {
    const one = recorded(emptyHistory, "a", "b", false, "to b");
    const back = undone(one, "b");
    expect(back?.history.undone.map(({ words }) => words)).toEqual(["to b"]);
    expect(recorded(back?.history ?? one, "a", "c", false, "to c").undone).toEqual([]);
  });

  it("keeps 200 steps, and no more characters than a disk takes at every key", () => {
    const many = typed(Array.from({ length: 300 }, (_, index) => `text ${index}`));
    expect(many.history.done).toHaveLength(200);
    const large = typed(Array.from({ length: 5 }, (_, index) => String(index).repeat(900_000)));
    expect(large.history.done).toHaveLength(1);
  });
});
