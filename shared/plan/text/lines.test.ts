import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineIndex } from "./lines.ts";

describe("lineIndex", () => {
  it("counts lines and columns from 1", () => {
    const place = lineIndex("a: 1\nb: 2");
    expect(place(0)).toEqual({ line: 1, column: 1 });
    expect(place(4)).toEqual({ line: 1, column: 5 });
    expect(place(5)).toEqual({ line: 2, column: 1 });
    expect(place(8)).toEqual({ line: 2, column: 4 });
    expect(place(9)).toEqual({ line: 2, column: 5 });
  });

  it("knows the three ends of a line", () => {
    const place = lineIndex("a\r\nb\rc\n");
    expect([place(3), place(5), place(7)]).toEqual([
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
    ]);
  });

  it("agrees with splitting the text before the offset", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "\n", "é", "\t")), fc.nat(), (letters, seed) => {
        const text = letters.join("");
        const offset = seed % (text.length + 1);
        const before = text.slice(0, offset).split("\n");
        expect(lineIndex(text)(offset)).toEqual({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
      }),
    );
  });
});
