import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Paper } from "../../shared/contract/methods.ts";
import type { Sheet } from "../../shared/sheet/sheet.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { useFontsReady } from "./fonts-ready.ts";
import { FootnotesView, footnotesHeight } from "./footnotes-view.tsx";
import { measureSheet, type SheetMeasure } from "./measure.ts";
import { OpeningView } from "./opening-view.tsx";
import type { PageLayout, Slice } from "./page-layout.ts";
import { paginate } from "./paginate.ts";
import { COLUMN_GAP, type PaperSize, paperSize } from "./paper.ts";
import { SectionView } from "./section-view.tsx";
import "./pages.css";

/** Between two blocks. pages.css has the same. */
const BLOCK_GAP = 24;

interface SheetPagesProps {
  readonly sheet: Sheet;
  readonly paper: Paper;
  /** Told whenever the pages have been laid out anew. */
  readonly onPages?: (pages: readonly SheetPage[]) => void;
}

/** What stands on a page, for the outline. */
export interface SheetPage {
  readonly sections: readonly string[];
}

interface Layout {
  readonly sheet: Sheet;
  readonly paper: Paper;
  readonly measure: SheetMeasure;
  readonly pages: readonly PageLayout[];
}

/**
 * The sheet on its pages: what the screen shows, the printer gets and the PDF holds. It is laid out once unpaged and
 * unseen, measured, and put on pages; a sheet that replaces another is shown when it is ready, so that nothing flickers.
 */
export function SheetPages({ sheet, paper, onPages }: SheetPagesProps) {
  const fontsReady = useFontsReady();
  const [layout, setLayout] = useState<Layout | null>(null);
  const flow = useRef<HTMLDivElement>(null);
  const size = paperSize(paper);
  const isCurrent = layout !== null && layout.sheet === sheet && layout.paper === paper;

  useLayoutEffect(() => {
    if (!fontsReady || isCurrent || flow.current === null) return;
    const blocks = blocksOf(sheet);
    const measure = measureSheet(flow.current, blocks);
    const pages = paginate(measure.blocks, {
      height: size.contentHeight,
      gap: BLOCK_GAP,
      notesHeight: (ids) => footnotesHeight(ids.map((id) => measure.notes.get(id) ?? 0)),
    });
    setLayout({ sheet, paper, measure, pages });
    onPages?.(pages.map((page) => ({ sections: sectionsOn(page, blocks) })));
  }, [fontsReady, isCurrent, sheet, paper, size, onPages]);

  return (
    <>
      {layout === null && <div className={`page page-${paper}`} />}
      {layout !== null && <Pages layout={layout} />}
      {fontsReady && !isCurrent && (
        <div className={`unpaged unpaged-${paper}`} ref={flow} aria-hidden="true" inert>
          <Unpaged sheet={sheet} size={size} />
        </div>
      )}
    </>
  );
}

function Unpaged({ sheet, size }: { readonly sheet: Sheet; readonly size: PaperSize }) {
  const blocks = useMemo(() => blocksOf(sheet), [sheet]);
  return (
    <>
      {blocks.map((block) => (
        <BlockView key={keyOf(block)} block={block} sheet={sheet} size={size} stacks={null} measure={null} />
      ))}
      <FootnotesView notes={sheet.footnotes} footnotes={sheet.footnotes} />
    </>
  );
}

function Pages({ layout }: { readonly layout: Layout }) {
  const { sheet, paper, measure, pages } = layout;
  const size = paperSize(paper);
  const blocks = useMemo(() => blocksOf(sheet), [sheet]);
  return pages.map((page, index) => (
    <div
      // biome-ignore lint/suspicious/noArrayIndexKey: the page's number is its identity
      key={index}
      className={`page page-${paper}`}
      data-page={index + 1}
    >
      <div className="page-head" aria-hidden="true">
        <span>{sheet.kind}</span>
        <span>{sheet.title}</span>
      </div>
      <div className="page-content">
        {page.pieces.map((piece) => {
          const block = blocks[piece.block];
          if (block === undefined) return null;
          return (
            <BlockView
              key={keyOf(block)}
              block={block}
              sheet={sheet}
              size={size}
              stacks={piece.stacks}
              measure={measure}
            />
          );
        })}
        {page.notes.length > 0 && (
          <FootnotesView
            notes={sheet.footnotes.filter((note) => page.notes.includes(note.id))}
            footnotes={sheet.footnotes}
          />
        )}
      </div>
      <div className="page-foot" aria-hidden="true">
        <span>{sheet.foot}</span>
        <span>
          Page {index + 1} of {pages.length}
        </span>
      </div>
    </div>
  ));
}

interface BlockViewProps {
  readonly block: Block;
  readonly sheet: Sheet;
  readonly size: PaperSize;
  /** Null: everything, to be measured. */
  readonly stacks: readonly (readonly Slice[])[] | null;
  readonly measure: SheetMeasure | null;
}

function BlockView({ block, sheet, size, stacks, measure }: BlockViewProps) {
  if (block.kind === "opening") {
    return (
      <div className="block" data-block="opening">
        <OpeningView sheet={sheet} />
      </div>
    );
  }
  const { columns, sections } = block;
  const width = Math.floor(columns === 2 ? (size.contentWidth - COLUMN_GAP) / 2 : size.contentWidth);
  const all = [sections.map((_, section) => ({ section, from: 0, to: Number.POSITIVE_INFINITY }))];
  return (
    <div className={columns === 2 ? "block block-halves" : "block"} data-block={keyOf(block)}>
      {(stacks ?? all).map((stack, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: left and right
        <div key={column} className="stack">
          {stack.map((slice) => {
            const section = sections[slice.section];
            return (
              section !== undefined && (
                <SectionView
                  key={section.id}
                  section={section}
                  footnotes={sheet.footnotes}
                  slice={stacks === null ? null : slice}
                  widths={measure?.widths.get(section.id) ?? null}
                  width={width}
                  drawCharts={stacks !== null}
                />
              )
            );
          })}
        </div>
      ))}
    </div>
  );
}

const keyOf = (block: Block): string =>
  block.kind === "opening" ? "opening" : block.sections.map((section) => section.id).join(" ");

/** Ids of the sections that begin on the page. */
function sectionsOn(page: PageLayout, blocks: readonly Block[]): string[] {
  return page.pieces.flatMap(({ block: index, stacks }) => {
    const block = blocks[index];
    if (block === undefined) return [];
    if (block.kind === "opening") return ["opening"];
    return stacks.flat().flatMap(({ section, from }) => (from === 0 ? [block.sections[section]?.id ?? ""] : []));
  });
}
