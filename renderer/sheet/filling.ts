/** Puts the sections of one block on one page, as many as it takes. */
import type { BlockMeasure, Page, PageSpace, SectionMeasure, Slice, Waiting } from "./page-layout.ts";

/** Fewer rows or items than these are not left alone at a page's foot or head. */
const FEWEST = 3;

/** A table that would fit a page of its own is cut only where at least this part of a page is still free. */
const WORTH_CUTTING = 0.45;

export interface Place {
  readonly page: Page;
  /** Height that is left for the block. */
  readonly free: number;
  readonly noted: ReadonlySet<string>;
  readonly cutsLists: boolean;
}

/** The part of one block that goes on one page. */
export class Filling {
  readonly stacks: Slice[][];
  readonly notes: string[] = [];
  readonly #heights: number[];
  readonly #closed: boolean[];
  readonly #block: BlockMeasure;
  readonly #space: PageSpace;
  readonly #page: Page;
  readonly #free: number;
  readonly #noted: ReadonlySet<string>;
  readonly #cutsLists: boolean;

  constructor(block: BlockMeasure, space: PageSpace, place: Place) {
    this.#block = block;
    this.#space = space;
    this.#page = place.page;
    this.#free = place.free;
    this.#noted = place.noted;
    this.#cutsLists = place.cutsLists;
    this.stacks = Array.from({ length: block.columns }, () => []);
    this.#heights = this.stacks.map(() => 0);
    this.#closed = this.stacks.map(() => false);
  }

  isEmpty = (): boolean => this.stacks.every((stack) => stack.length === 0);
  height = (): number => Math.max(...this.#heights);

  /** Places what fits, in order; answers what is left for the next page. */
  fill(waiting: readonly Waiting[]): Waiting[] {
    const left: Waiting[] = [];
    for (const [position, next] of waiting.entries()) {
      const rest = this.#place(next);
      if (rest === null) continue;
      left.push(rest);
      // A cut section goes on overleaf; its neighbour may still stand beside it. Anything else keeps the order.
      if (rest.from === next.from || this.#closed.every((closed) => closed)) {
        return [...left, ...waiting.slice(position + 1)];
      }
    }
    return left;
  }

  /** Places the first atom of what waits although it is too tall: an empty page has nothing better to offer. */
  force([first, ...others]: readonly Waiting[]): Waiting[] {
    const section = first === undefined ? undefined : this.#block.sections[first.section];
    if (first === undefined || section === undefined) return [...others];
    const to = first.from + 1;
    this.#put(0, section, { ...first, to });
    return to >= section.atoms.length ? [...others] : [{ ...first, from: to }, ...others];
  }

  /** Null when the section is now placed to its end. */
  #place(next: Waiting): Waiting | null {
    const section = this.#block.sections[next.section];
    if (section === undefined) return null;
    const columns = this.#columnsByHeight();
    for (const column of columns) {
      const to = this.#reach(column, section, next);
      if (to === section.atoms.length) {
        this.#put(column, section, { ...next, to });
        return null;
      }
    }
    if (!this.#mayCut(section, next)) return next;
    for (const column of columns) {
      const to = this.#cut(section, next, this.#reach(column, section, next));
      if (to - next.from < FEWEST) continue;
      this.#put(column, section, { ...next, to });
      this.#closed[column] = true;
      return { ...next, from: to };
    }
    return next;
  }

  #columnsByHeight(): number[] {
    return this.#heights
      .map((height, column) => ({ height, column }))
      .filter(({ column }) => !this.#closed[column])
      .sort((a, b) => a.height - b.height || a.column - b.column)
      .map(({ column }) => column);
  }

  /** Up to which atom the section fits the column, its footnotes included. */
  #reach(column: number, section: SectionMeasure, { section: index, from }: Waiting): number {
    const count = section.atoms.length;
    let to = count === 0 ? 0 : from;
    let height = this.#topOf(column) + (from === 0 ? section.lead : section.relead);
    for (let atom = from; atom < count; atom += 1) {
      height += (section.atoms[atom] ?? 0) + (atom === count - 1 ? section.tail : 0);
      const notes = this.#newNotes(section, { section: index, from, to: atom + 1 });
      if (height > this.#free - this.#space.notesHeight([...this.#page.notes, ...this.notes, ...notes])) break;
      to = atom + 1;
    }
    return to;
  }

  /** A cut leaves enough on both sides, and a total with the rows above it. */
  #cut(section: SectionMeasure, { from }: Waiting, reach: number): number {
    return Math.max(from, Math.min(reach, section.atoms.length - FEWEST + 1 - section.kept));
  }

  #mayCut(section: SectionMeasure, { from }: Waiting): boolean {
    if (from > 0) return true;
    if (section.kind !== "table" && section.kind !== "list") return false;
    const whole = section.lead + section.tail + section.atoms.reduce((sum, atom) => sum + atom, 0);
    if (whole > this.#space.height) return true;
    return section.kind === "list" ? this.#cutsLists : this.#free >= WORTH_CUTTING * this.#space.height;
  }

  #put(column: number, section: SectionMeasure, slice: Slice): void {
    const atoms = section.atoms.slice(slice.from, slice.to).reduce((sum, atom) => sum + atom, 0);
    const lead = slice.from === 0 ? section.lead : section.relead;
    const tail = slice.to >= section.atoms.length ? section.tail : 0;
    this.#heights[column] = this.#topOf(column) + lead + atoms + tail;
    this.notes.push(...this.#newNotes(section, slice));
    this.stacks[column]?.push(slice);
  }

  #topOf(column: number): number {
    const height = this.#heights[column] ?? 0;
    return height > 0 ? height + this.#space.gap : 0;
  }

  #newNotes(section: SectionMeasure, { from, to }: Slice): string[] {
    const called = [...(from === 0 ? section.leadNotes : []), ...section.atomNotes.slice(from, to).flat()];
    return [...new Set(called)].filter((note) => !this.#noted.has(note) && !this.notes.includes(note));
  }
}
