import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hunksOf, lineDiff } from "./line-diff.ts";

const signs = { same: " ", removed: "-", added: "+" } as const;
const written = (before: string, after: string) =>
  lineDiff(before, after).map(({ kind, text }) => `${signs[kind]}${text}`);

describe("lineDiff", () => {
  it("keeps what is equal, and puts what goes before what comes", () => {
    expect(written("a\nb\nc\n", "a\nx\nc\n")).toEqual([" a", "-b", "+x", " c"]);
    expect(written("a\nb\n", "a\nb\nc\n")).toEqual([" a", " b", "+c"]);
    expect(written("", "a\n")).toEqual(["+a"]);
    expect(written("a\r\nb\r\n", "a\nb\n")).toEqual([" a", " b"]);
    expect(lineDiff("same\n", "same\n")).toEqual([{ kind: "same", text: "same", before: 1, after: 1 }]);
  });

  it("finds the fewest changes", () => {
    expect(written("a\nb\nc\na\nb\nb\na", "c\nb\na\nb\na\nc").filter((line) => !line.startsWith(" "))).toHaveLength(5);
  });

  it("counts the lines of both sides", () => {
    expect(lineDiff("a\nb", "b\nc").map(({ before, after }) => [before, after])).toEqual([
      [1, null],
      [2, 1],
      [null, 2],
    ]);
  });

  it("always leads from one text to the other, by as many changes as the longest common part leaves", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 14 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const lines = lineDiff(a.join("\n"), b.join("\n"));
        const of = (kind: "removed" | "added") =>
          lines.filter((line) => line.kind === "same" || line.kind === kind).map((line) => line.text);
        // A text of one empty line and an empty text are one.
        expect(of("removed")).toEqual(a);
        expect(of("added")).toEqual(b);
        const changes = lines.filter(({ kind }) => kind !== "same").length;
        expect(changes).toBe(a.length + b.length - 2 * longestCommon(a, b));
      }),
      { numRuns: 500 },
    );
  });

  it("gives up the search where the texts have too little in common, and is right all the same", () => {
    const a = Array.from({ length: 50 }, (_, index) => `a${index}`);
    const b = Array.from({ length: 50 }, (_, index) => `b${index}`);
    const lines = lineDiff(["x", ...a, "y"].join("\n"), ["x", ...b, "y"].join("\n"), 10);
    expect(lines.filter(({ kind }) => kind === "removed").map(({ text }) => text)).toEqual(a);
    expect(lines.filter(({ kind }) => kind === "added").map(({ text }) => text)).toEqual(b);
    expect(lines.filter(({ kind }) => kind === "same").map(({ text }) => text)).toEqual(["x", "y"]);
  });
});

function longestCommon(a: readonly string[], b: readonly string[]): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let x = 1; x <= a.length; x += 1) {
    for (let y = 1; y <= b.length; y += 1) {
      const [row = [], above = []] = [table[x], table[x - 1]];
      row[y] = a[x - 1] === b[y - 1] ? (above[y - 1] ?? 0) + 1 : Math.max(above[y] ?? 0, row[y - 1] ?? 0);
    }
  }
  return table[a.length]?.[b.length] ?? 0;
}

describe("hunksOf", () => {
  it("leaves out what is far from every change, and counts it", () => {
    const before = Array.from({ length: 30 }, (_, index) => `line ${index}`);
    const after = before.with(10, "other").with(25, "another");
    const { hunks, skippedAtEnd } = hunksOf(lineDiff(before.join("\n"), after.join("\n")), 2);
    expect(hunks.map(({ skipped, lines }) => [skipped, lines.length])).toEqual([
      [8, 6],
      [10, 6],
    ]);
    expect(skippedAtEnd).toBe(2);
  });

  it("has none for equal texts", () => {
    expect(hunksOf(lineDiff("a\nb", "a\nb"))).toEqual({ hunks: [], skippedAtEnd: 2 });
  });
});
