/** A sheet as the blocks that are put on pages: the opening, then its sections, runs of halves in two columns. */
import type { Section, Sheet } from "../../shared/sheet/sheet.ts";

export type Block =
  | { readonly kind: "opening" }
  | { readonly kind: "sections"; readonly columns: 1 | 2; readonly sections: readonly Section[] };

/** Neighbours of half width share a block, lists one of their own; every section of full width has its own. */
export function blocksOf(sheet: Sheet): Block[] {
  const blocks: Block[] = [{ kind: "opening" }];
  let halves: Section[] = [];
  const flush = () => {
    if (halves.length > 0) blocks.push({ kind: "sections", columns: 2, sections: halves });
    halves = [];
  };
  for (const section of sheet.sections) {
    if (section.width === "half") {
      // Lists begin beside each other, below everything that stands above them.
      if (section.kind === "list" && halves.at(-1)?.kind !== "list") flush();
      halves.push(section);
    } else {
      flush();
      blocks.push({ kind: "sections", columns: 1, sections: [section] });
    }
  }
  flush();
  return blocks;
}
