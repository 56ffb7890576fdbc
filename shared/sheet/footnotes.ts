/** Footnotes in the order in which a reader meets them. */
import type { Footnote, Inline, RichText, Section, Sheet } from "./sheet.ts";
import { noteMark, notesIn, plainText } from "./text/rich-text.ts";

export interface Footnotes {
  /** The mark of a note, which is numbered when it is first called. Equal texts are one note. */
  readonly call: (id: string, text: RichText) => Inline;
  readonly all: () => Footnote[];
}

export function createFootnotes(): Footnotes {
  const notes: Footnote[] = [];
  const idByText = new Map<string, string>();
  return {
    call(id, text) {
      const words = plainText(text);
      const known = idByText.get(words);
      if (known !== undefined) return noteMark(known);
      idByText.set(words, id);
      notes.push({ id, mark: String(notes.length + 1), text });
      return noteMark(id);
    },
    all: () => [...notes],
  };
}

/** Footnotes by the section that calls them first; those of headline and lead under "opening". */
export function footnotesBySection(sheet: Sheet): ReadonlyMap<string, readonly Footnote[]> {
  const seen = new Set<string>();
  const take = (texts: readonly RichText[]): Footnote[] => {
    const fresh = new Set(texts.flatMap(notesIn).filter((id) => !seen.has(id)));
    for (const id of fresh) seen.add(id);
    return sheet.footnotes.filter((note) => fresh.has(note.id));
  };
  const opening = take([
    ...sheet.headline.flatMap(({ title, value, remark }) => [title, value.text, remark]),
    sheet.lead,
  ]);
  const bySection = sheet.sections.map((section) => [section.id, take(textsOf(section))] as const);
  return new Map([["opening", opening], ...bySection]);
}

function textsOf(section: Section): RichText[] {
  if (section.kind === "list") return [section.subtitle, ...section.items];
  const { rows, total } = section.table;
  return [
    section.subtitle,
    ...[...rows, ...(total === null ? [] : [total])].flatMap((row) => row.cells.map((cell) => cell.text)),
  ];
}

/** Several marks at one place, parted by a raised comma: ³ and ⁴ side by side would read as 34. */
export function marks(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline, index) =>
    index === 0 ? [inline] : [{ kind: "superscript" as const, text: "," }, inline],
  );
}
