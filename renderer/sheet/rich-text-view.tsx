import type { Footnote, Inline, RichText } from "../../shared/sheet/sheet.ts";
import { Powers } from "../components/powers.tsx";
import { FigureButton } from "./figure-button.tsx";

interface RichTextViewProps {
  readonly text: RichText;
  /** Where the text stands, unique on the sheet. */
  readonly place: string;
  readonly footnotes: readonly Footnote[];
}

/** Running text of a sheet: superscripts, strong words, footnote marks, and figures that can be asked. */
export function RichTextView({ text, place, footnotes }: RichTextViewProps) {
  return text.map((inline, index) => (
    // A text never changes its order: the position is the identity.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <InlineView key={index} inline={inline} place={`${place}.${index}`} footnotes={footnotes} />
  ));
}

function InlineView({
  inline,
  place,
  footnotes,
}: Pick<RichTextViewProps, "place" | "footnotes"> & { readonly inline: Inline }) {
  if (typeof inline === "string") return <Powers text={inline} />;
  switch (inline.kind) {
    case "superscript":
      return <sup>{inline.text}</sup>;
    case "strong":
      return <strong>{inline.text}</strong>;
    case "note":
      return (
        <sup className="note-mark" data-note-call={inline.id}>
          {footnotes.find((note) => note.id === inline.id)?.mark}
        </sup>
      );
    case "figure":
      return (
        <FigureButton figure={inline.figure} place={place} exact={inline.exact}>
          <RichTextView text={inline.text} place={place} footnotes={footnotes} />
        </FigureButton>
      );
  }
}
