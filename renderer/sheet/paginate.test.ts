// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BlockMeasure, PageLayout, SectionMeasure } from "./page-layout.ts";
import { paginate } from "./paginate.ts";

const section = (more: Partial<SectionMeasure> = {}): SectionMeasure => ({
  kind: "table",
  lead: 40,
  relead: 30,
  atoms: [20, 20, 20],
  tail: 0,
  kept: 0,
  leadNotes: [],
  atomNotes: [],
  ...more,
});
const chart = (height: number): SectionMeasure => section({ kind: "chart", lead: 20, atoms: [height] });
const rows = (count: number, more: Partial<SectionMeasure> = {}) =>
  section({ atoms: Array.from({ length: count }, () => 20), ...more });
const full = (only: SectionMeasure): BlockMeasure => ({ columns: 1, sections: [only] });
const space = { height: 400, gap: 20, notesHeight: (ids: readonly string[]) => ids.length * 15 };

/** "0:0-3" is block 0's only section, atoms 0 to 3; columns are parted by a bar. */
const told = (pages: readonly PageLayout[]) =>
  pages.map(({ pieces }) =>
    pieces.map(({ block, stacks }) =>
      stacks
        .map((stack) => stack.map(({ section: index, from, to }) => `${block}.${index}:${from}-${to}`).join(" "))
        .join(" | "),
    ),
  );

describe("one column", () => {
  it("fills a page from the top and goes on to the next", () => {
    const blocks = [full(chart(200)), full(chart(130)), full(chart(200))];
    expect(told(paginate(blocks, space))).toEqual([["0.0:0-1", "1.0:0-1"], ["2.0:0-1"]]);
  });

  it("moves a table whole when it fits the next page and little of this one is left", () => {
    const blocks = [full(chart(250)), full(rows(10))];
    expect(told(paginate(blocks, space))).toEqual([["0.0:0-1"], ["1.0:0-10"]]);
  });

  it("cuts a table longer than a page, with its head on every part", () => {
    // 400 = 40 + 18 × 20; then 30 + 18 × 20 = 390.
    expect(told(paginate([full(rows(40))], space))).toEqual([["0.0:0-18"], ["0.0:18-36"], ["0.0:36-40"]]);
  });

  it("keeps three rows together at a cut, and the total with two of them", () => {
    expect(told(paginate([full(rows(19))], space))).toEqual([["0.0:0-17"], ["0.0:17-19"]]);
    expect(told(paginate([full(rows(19, { kept: 1 }))], space))).toEqual([["0.0:0-16"], ["0.0:16-19"]]);
  });

  it("gives what is taller than a page a page of its own", () => {
    const blocks = [full(chart(100)), full(chart(900)), full(chart(100))];
    expect(told(paginate(blocks, space))).toEqual([["0.0:0-1"], ["1.0:0-1"], ["2.0:0-1"]]);
  });

  it("has one page for a sheet of nothing", () => {
    expect(paginate([], space)).toEqual([{ pieces: [], notes: [] }]);
  });
});

describe("two columns", () => {
  it("puts each half below the shorter column", () => {
    const halves: BlockMeasure = { columns: 2, sections: [chart(100), chart(60), chart(60), chart(100)] };
    expect(told(paginate([halves], space))).toEqual([["0.0:0-1 0.3:0-1 | 0.1:0-1 0.2:0-1"]]);
  });

  it("keeps the order when a half does not fit", () => {
    const halves: BlockMeasure = { columns: 2, sections: [chart(300), chart(300), chart(200), chart(10)] };
    expect(told(paginate([halves], space))).toEqual([["0.0:0-1 | 0.1:0-1"], ["0.2:0-1 | 0.3:0-1"]]);
  });

  it("lets a neighbour stand beside a list that goes on overleaf", () => {
    const list = (count: number) => rows(count, { kind: "list" });
    const halves: BlockMeasure = { columns: 2, sections: [list(30), list(4)] };
    expect(told(paginate([halves], space))).toEqual([["0.0:0-18 | 0.1:0-4"], ["0.0:18-30 | "]]);
  });
});

describe("lists", () => {
  it("begin where there is room when one is longer than a page, though that saves none", () => {
    // Whole, the lists have two pages after the first, and cut three with it.
    expect(told(paginate([full(chart(180)), lists(30, 4)], space))).toEqual([
      ["0.0:0-1", "1.0:0-7 | 1.1:0-4"],
      ["1.0:7-25 | "],
      ["1.0:25-30 | "],
    ]);
  });

  const lists = (first: number, second: number): BlockMeasure => ({
    columns: 2,
    sections: [rows(first, { kind: "list" }), rows(second, { kind: "list" })],
  });

  it("stay whole when cutting them saves no page", () => {
    expect(told(paginate([full(chart(180)), lists(14, 14)], space))).toEqual([["0.0:0-1"], ["1.0:0-14 | 1.1:0-14"]]);
  });

  it("go overleaf together when one of them has no place here", () => {
    expect(told(paginate([full(chart(180)), lists(3, 14)], space))).toEqual([["0.0:0-1"], ["1.0:0-3 | 1.1:0-14"]]);
  });

  it("are cut when that saves one", () => {
    const blocks = [full(chart(180)), lists(14, 3), full(chart(180))];
    expect(told(paginate(blocks, space))).toEqual([
      ["0.0:0-1", "1.0:0-7 | 1.1:0-3"],
      ["1.0:7-14 | ", "2.0:0-1"],
    ]);
  });
});

describe("footnotes", () => {
  it("are printed on the page of their first call, and take their room there", () => {
    const noted = rows(18, { atomNotes: Array.from({ length: 18 }, (_, row) => (row === 16 ? ["late"] : [])) });
    const pages = paginate([full(noted), full(chart(100))], space);
    expect(told(pages)).toEqual([["0.0:0-16"], ["0.0:16-18", "1.0:0-1"]]);
    expect(pages.map((page) => page.notes)).toEqual([[], ["late"]]);
  });

  it("are not printed again where they are called again", () => {
    const noted = rows(30, { leadNotes: ["a"], atomNotes: Array.from({ length: 30 }, () => ["a"]) });
    expect(paginate([full(noted)], space).map((page) => page.notes)).toEqual([["a"], []]);
  });
});

describe("any sheet", () => {
  const anySection = fc
    .record({
      kind: fc.constantFrom("table" as const, "chart" as const, "list" as const),
      count: fc.integer({ min: 1, max: 60 }),
      atom: fc.integer({ min: 5, max: 120 }),
      lead: fc.integer({ min: 0, max: 80 }),
      noted: fc.boolean(),
    })
    .map(({ kind, count, atom, lead, noted }) => {
      const atoms = Array.from({ length: kind === "chart" ? 1 : count }, () => atom);
      const atomNotes = atoms.map((_, index) => (noted && index % 7 === 0 ? [`${kind}${count}${index}`] : []));
      return section({ kind, atoms, lead, relead: lead, atomNotes, kept: kind === "table" && count > 1 ? 1 : 0 });
    });
  const anyBlocks = fc.array(
    fc.oneof(
      anySection.map(full),
      fc.array(anySection, { minLength: 1, maxLength: 5 }).map((sections): BlockMeasure => ({ columns: 2, sections })),
    ),
    { maxLength: 8 },
  );

  it("has every row once, in order, and every footnote once", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const pages = paginate(blocks, space);
        blocks.forEach((block, index) => {
          block.sections.forEach((measured, position) => {
            const slices = pages
              .flatMap(({ pieces }) => pieces.filter((piece) => piece.block === index))
              .flatMap(({ stacks }) => stacks.flat())
              .filter((slice) => slice.section === position);
            const placed = slices.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, row) => from + row));
            expect(placed).toEqual(measured.atoms.map((_, row) => row));
          });
        });
        const notes = pages.flatMap((page) => page.notes);
        expect(new Set(notes).size).toBe(notes.length);
      }),
    );
  });

  it("leaves no page but the last empty", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        expect(paginate(blocks, space).every(({ pieces }) => pieces.length > 0 || blocks.length === 0)).toBe(true);
      }),
    );
  });
});
