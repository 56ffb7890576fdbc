import type { Footnote, Section } from "../../shared/sheet/sheet.ts";
import type { Slice } from "./page-layout.ts";
import { RichTextView } from "./rich-text-view.tsx";

interface ListViewProps {
  readonly section: Extract<Section, { readonly kind: "list" }>;
  readonly slice: Slice | null;
  readonly footnotes: readonly Footnote[];
}

/** Assumptions and sources: a numbered or lettered list that can go on over the page. */
export function ListView({ section, slice, footnotes }: ListViewProps) {
  const { from, to } = slice ?? { from: 0, to: section.items.length };
  return (
    <ol className="list" type={section.marker === "number" ? "1" : "a"} start={from + 1}>
      {section.items.slice(from, to).map((item, offset) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list never changes its order
        <li key={from + offset} data-atom={from + offset}>
          <RichTextView text={item} place={`${section.id}.${from + offset}`} footnotes={footnotes} />
        </li>
      ))}
    </ol>
  );
}
