/** Reads from a laid-out sheet the heights that paginate.ts works with. */
import type { Section } from "../../shared/sheet/sheet.ts";
import type { Block } from "./blocks.ts";
import type { BlockMeasure, SectionMeasure } from "./page-layout.ts";
import { notesIn } from "./rich-text.ts";
import { rowNotes, tableAtoms } from "./table-atoms.ts";

export interface SheetMeasure {
  readonly blocks: readonly BlockMeasure[];
  /** Widths of the columns of every table, by the section's id. */
  readonly widths: ReadonlyMap<string, readonly number[]>;
  /** Height of each footnote by its id, as set in one of the two columns at the foot of a page. */
  readonly notes: ReadonlyMap<string, number>;
}

/** Line of a heading that says "continued", with the space under it. */
const CONTINUED = 24;

/** Reads `flow`, which holds the blocks in order, unpaged, and then the footnotes. */
export function measureSheet(flow: HTMLElement, blocks: readonly Block[]): SheetMeasure {
  const widths = new Map<string, readonly number[]>();
  const elements = [...flow.querySelectorAll<HTMLElement>("[data-block]")];
  const measured = blocks.map((block, index): BlockMeasure => {
    const element = elements[index];
    if (element === undefined) return { columns: 1, sections: [] };
    if (block.kind === "opening") return { columns: 1, sections: [openingMeasure(element)] };
    const found = [...element.querySelectorAll<HTMLElement>("[data-section]")];
    const sections = block.sections.flatMap((section, position): SectionMeasure[] => {
      const own = found[position];
      if (own === undefined) return [];
      const heads = [...own.querySelectorAll("thead > tr > *")];
      if (heads.length > 0) {
        widths.set(
          section.id,
          heads.map((head) => head.getBoundingClientRect().width),
        );
      }
      return [sectionMeasure(own, section)];
    });
    return { columns: block.columns, sections };
  });
  const notes = new Map<string, number>();
  for (const note of flow.querySelectorAll<HTMLElement>("[data-note]")) {
    notes.set(note.dataset.note ?? "", note.getBoundingClientRect().height);
  }
  return { blocks: measured, widths, notes };
}

function openingMeasure(element: HTMLElement): SectionMeasure {
  const called = [...element.querySelectorAll<HTMLElement>("[data-note-call]")];
  const ids = called.map((call) => call.dataset.noteCall ?? "");
  const atoms = [element.getBoundingClientRect().height];
  return { kind: "opening", lead: 0, relead: 0, atoms, tail: 0, kept: 0, leadNotes: [], atomNotes: [ids] };
}

function sectionMeasure(element: HTMLElement, section: Section): SectionMeasure {
  const box = element.getBoundingClientRect();
  const boxes = [...element.querySelectorAll("[data-atom]")].map((atom) => atom.getBoundingClientRect());
  // From the top of one atom to the top of the next, so that borders and gaps between them are counted once.
  const atoms = boxes.map((atom, index) => (boxes[index + 1]?.top ?? atom.bottom) - atom.top);
  const lead = (boxes[0]?.top ?? box.bottom) - box.top;
  const caption = element.querySelector(".section-caption")?.getBoundingClientRect().height ?? 0;
  return {
    kind: section.kind,
    lead,
    relead: Math.max(0, lead - caption) + CONTINUED,
    atoms,
    tail: box.bottom - (boxes.at(-1)?.bottom ?? box.bottom),
    kept: section.kind === "table" && section.table.total !== null ? 1 : 0,
    leadNotes: notesIn(section.subtitle),
    atomNotes: atomNotes(section),
  };
}

function atomNotes(section: Section): string[][] {
  switch (section.kind) {
    case "table":
      return tableAtoms(section.table).map(rowNotes);
    case "list":
      return section.items.map(notesIn);
    case "chart":
      return [[]];
  }
}
