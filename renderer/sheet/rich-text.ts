/** What can be read out of running text without rendering it. */
import type { Inline, RichText } from "../../shared/sheet/sheet.ts";

/** The words alone, as a reader sees them; footnote marks left out. */
export function plainText(text: RichText): string {
  return text.map(plainInline).join("");
}

function plainInline(inline: Inline): string {
  if (typeof inline === "string") return inline;
  if (inline.kind === "note") return "";
  if (inline.kind === "figure") return plainText(inline.text);
  return inline.text;
}

/** Ids of the footnotes that the text calls. */
export function notesIn(text: RichText): string[] {
  return text.flatMap((inline) => {
    if (typeof inline === "string") return [];
    if (inline.kind === "note") return [inline.id];
    return inline.kind === "figure" ? notesIn(inline.text) : [];
  });
}
