import type { Footnote } from "../../shared/sheet/sheet.ts";
import { RichTextView } from "./rich-text-view.tsx";

interface FootnotesViewProps {
  readonly notes: readonly Footnote[];
  readonly footnotes: readonly Footnote[];
}

/** Space above the footnotes of a page. pages.css has the same. */
const MARGIN_ABOVE = 14;

/** The footnotes of a page, read down the left column and then the right. */
export function FootnotesView({ notes, footnotes }: FootnotesViewProps) {
  const left = Math.ceil(notes.length / 2);
  return (
    <div className="footnotes">
      {[notes.slice(0, left), notes.slice(left)].map((column, side) => (
        <div key={side === 0 ? "left" : "right"}>
          {column.map((note) => (
            <p key={note.id} data-note={note.id}>
              <sup>{note.mark}</sup> <RichTextView text={note.text} place={`note.${note.id}`} footnotes={footnotes} />
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Height of the footnotes of a page, from the heights of each, margin included. */
export function footnotesHeight(heights: readonly number[]): number {
  if (heights.length === 0) return 0;
  const left = Math.ceil(heights.length / 2);
  const sum = (column: readonly number[]) => column.reduce((total, height) => total + height, 0);
  return MARGIN_ABOVE + Math.max(sum(heights.slice(0, left)), sum(heights.slice(left)));
}
