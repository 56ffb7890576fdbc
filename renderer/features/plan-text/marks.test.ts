// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanFault } from "../../../shared/plan/fault.ts";
import { faultMarks, faultsText, fittingEdits } from "./marks.ts";
import { lineNow, linesOf } from "./text-lines.ts";

const checked = ["{", '  "low": 16,', '  "sequnce": 512', "}"].join("\n");
const fault = (more: Partial<PlanFault>): PlanFault => ({
  path: "low",
  line: 2,
  column: 10,
  message: "The lowest value is above the likely one",
  value: "16",
  allowed: "at most 15",
  hint: null,
  edit: null,
  ...more,
});
const from = checked.indexOf('"sequnce"');
const unknownKey = fault({
  path: "sequnce",
  line: 3,
  column: 3,
  message: "Unknown key",
  value: '"sequnce"',
  allowed: "sequence",
  hint: "Did you mean sequence?",
  edit: { from, to: from + 9, text: '"sequence"' },
});
const faults = [fault({}), unknownKey];

describe("lineNow", () => {
  it("follows a line over lines added above it, and loses a changed one", () => {
    const before = linesOf("a\nb\nc\nd");
    expect(lineNow(before, linesOf("new\na\nb\nc\nd"), 3)).toBe(4);
    expect(lineNow(before, linesOf("a\nB\nc\nd"), 2)).toBeNull();
    expect(lineNow(before, linesOf("a\nB\nc\nd"), 3)).toBe(3);
    expect(lineNow(before, linesOf("a"), 4)).toBeNull();
  });
});

describe("faultMarks", () => {
  it("mark the value, or what a suggestion replaces", () => {
    expect(faultMarks(checked, checked, faults)).toEqual([
      { fault: 0, line: 2, from: 9, to: 11 },
      { fault: 1, line: 3, from: 2, to: 11 },
    ]);
  });

  it("go from lines that were changed and move with the others", () => {
    const current = checked.replace("{", "{\n").replace("16", "15");
    expect(faultMarks(checked, current, faults)).toEqual([{ fault: 1, line: 4, from: 2, to: 11 }]);
  });

  it("never leave their line, wherever a fault says it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(60), fc.nat(60), (text, line, column) => {
        for (const mark of faultMarks(text, text, [fault({ line: line + 1, column: column + 1 })])) {
          const length = linesOf(text).lines[mark.line - 1]?.length ?? -1;
          expect(mark.from).toBeLessThanOrEqual(mark.to);
          expect(mark.to).toBeLessThanOrEqual(length);
        }
      }),
    );
  });
});

describe("fittingEdits", () => {
  it("mend the text when applied in their order", () => {
    const mended = fittingEdits(checked, checked, faults).reduce(
      (text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to),
      checked,
    );
    expect(mended).toBe(checked.replace("sequnce", "sequence"));
  });

  it("follow their line and are given up when it was changed", () => {
    expect(fittingEdits(checked, `\n${checked}`, faults)).toEqual([
      { from: from + 1, to: from + 10, text: '"sequence"' },
    ]);
    expect(fittingEdits(checked, checked.replace("512", "256"), faults)).toEqual([]);
  });
});

describe("faultsText", () => {
  it("has every fault with its place", () => {
    expect(faultsText("plan.json", faults)).toBe(
      [
        "plan.json: 2 faults",
        "1. The lowest value is above the likely one (line 2, column 10)\n   where    low\n   value    16\n   allowed  at most 15",
        '2. Unknown key (line 3, column 3)\n   where    sequnce\n   value    "sequnce"\n   allowed  sequence\n   do       Did you mean sequence?',
      ].join("\n\n"),
    );
  });
});
