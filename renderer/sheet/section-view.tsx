import { memo } from "react";
import type { Footnote, Section } from "../../shared/sheet/sheet.ts";
import { ChartView } from "../charts/chart-view.tsx";
import { AsTable } from "./as-table.tsx";
import { ListView } from "./list-view.tsx";
import type { Slice } from "./page-layout.ts";
import { RichTextView } from "./rich-text-view.tsx";
import { tableAtoms } from "./table-atoms.ts";
import { TableView } from "./table-view.tsx";
import "./section.css";

interface SectionViewProps {
  readonly section: Section;
  readonly footnotes: readonly Footnote[];
  /** The atoms to show; null: all, to be measured. */
  readonly slice: Slice | null;
  readonly widths: readonly number[] | null;
  /** Width of the column in CSS pixels. */
  readonly width: number;
  /** False while heights are measured: a chart's place is then left blank. */
  readonly drawCharts: boolean;
}

/** One section of the sheet, or the part of it that stands on this page. */
export const SectionView = memo(function SectionView(props: SectionViewProps) {
  const { section, footnotes, slice, widths, width, drawCharts } = props;
  const continued = slice !== null && slice.from > 0;
  const ends = slice === null || slice.to >= atomCount(section);
  const heading = `heading-${section.id}${continued ? `-${slice.from}` : ""}`;
  return (
    <section
      className={`section section-${section.kind}`}
      id={continued ? undefined : `section-${section.id}`}
      aria-labelledby={heading}
      data-section={section.id}
    >
      <div className="section-caption">
        <h2 id={heading}>
          {section.label !== "" && `${section.label}. `}
          {section.title}
          {continued && <span className="section-continued">, continued</span>}
        </h2>{" "}
        {!continued && section.subtitle.length > 0 && (
          <span className="section-subtitle">
            <RichTextView text={section.subtitle} place={`${section.id}.subtitle`} footnotes={footnotes} />
          </span>
        )}
      </div>
      {section.kind === "table" && (
        <TableView
          id={section.id}
          labelledBy={heading}
          table={section.table}
          footnotes={footnotes}
          slice={slice}
          widths={widths}
        />
      )}
      {section.kind === "chart" && (
        <ChartView chart={section.chart} label={nameOf(section)} width={width} draw={drawCharts}>
          <AsTable section={section} />
        </ChartView>
      )}
      {section.kind === "list" && <ListView section={section} slice={slice} footnotes={footnotes} />}
      {ends && section.kind !== "list" && section.notes.length > 0 && (
        <div className="section-notes">
          {section.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
    </section>
  );
});

function atomCount(section: Section): number {
  if (section.kind === "table") return tableAtoms(section.table).length;
  return section.kind === "list" ? section.items.length : 1;
}

const nameOf = (section: Section): string => `${section.label}. ${section.title}`;
