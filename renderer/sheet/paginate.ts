/**
 * Which part of a sheet stands on which page. Pure arithmetic over heights that measure.ts has read from the laid-out
 * sheet; screen, printer and outline all follow the one answer.
 */
import { Filling } from "./filling.ts";
import type { BlockMeasure, Page, PageLayout, PageSpace, SectionMeasure, Waiting } from "./page-layout.ts";

/**
 * Fills pages from top to bottom. A half-width section goes below the shorter column. What does not fit goes to the next
 * page, long tables cut between rows; an atom taller than a page gets one of its own and runs over. Lists are cut only
 * where that saves a page, or where one is longer than a page: then it begins where there is room. A footnote is printed on the page of its first call.
 */
export function paginate(blocks: readonly BlockMeasure[], space: PageSpace): PageLayout[] {
  const whole = fillPages(blocks, space, false);
  const cut = fillPages(blocks, space, true);
  const isCutAnyway = blocks.some(({ sections }) => sections.some((section) => isLongList(section, space)));
  return cut.length < whole.length || (isCutAnyway && cut.length === whole.length) ? cut : whole;
}

const isLongList = ({ kind, lead, atoms, tail }: SectionMeasure, { height }: PageSpace): boolean =>
  kind === "list" && lead + tail + atoms.reduce((sum, atom) => sum + atom, 0) > height;

function fillPages(blocks: readonly BlockMeasure[], space: PageSpace, cutsLists: boolean): PageLayout[] {
  const done: PageLayout[] = [];
  const noted = new Set<string>();
  let page: Page = { pieces: [], notes: [], used: 0 };
  const turn = () => {
    done.push({ pieces: page.pieces, notes: page.notes });
    page = { pieces: [], notes: [], used: 0 };
  };

  blocks.forEach((block, index) => {
    let waiting: readonly Waiting[] = block.sections.map((_, section) => ({ section, from: 0 }));
    while (waiting.length > 0) {
      const gap = page.pieces.length > 0 ? space.gap : 0;
      const filling = new Filling(block, space, { page, free: space.height - page.used - gap, noted, cutsLists });
      const begins = waiting.every(({ from }) => from === 0) && waiting.length === block.sections.length;
      const rest = filling.fill(waiting);
      // Lists that begin beside each other go overleaf together rather than one without the other.
      if (begins && rest.length > 0 && !cutsLists && page.pieces.length > 0 && isLists(block)) {
        turn();
        continue;
      }
      waiting = rest;
      if (filling.isEmpty()) {
        if (page.pieces.length > 0) {
          turn();
          continue;
        }
        waiting = filling.force(waiting);
      }
      page.pieces.push({ block: index, stacks: filling.stacks });
      page.notes.push(...filling.notes);
      for (const note of filling.notes) noted.add(note);
      page.used += gap + filling.height();
      if (waiting.length > 0) turn();
    }
  });
  if (page.pieces.length > 0 || done.length === 0) turn();
  return done;
}

const isLists = ({ sections }: BlockMeasure): boolean => sections.every(({ kind }) => kind === "list");
