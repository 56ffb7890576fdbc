import type { KeyboardEvent, ReactNode } from "react";
import type { Figures } from "../../../shared/contract/methods/projects.ts";
import { countText, moneyExact, rangeText } from "../../../shared/sheet/text/amounts.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { readable } from "../../../shared/units/format/readable.ts";
import { More, Warning } from "../../components/icons.tsx";
import { RangeBar } from "../../components/range-bar.tsx";
import { ReadableNumber } from "../../components/readable-number.tsx";
import { fullWhen, whenWords } from "../../components/when.ts";
import { addressOf } from "../../navigation/router.ts";
import { operations } from "../../settings/figure-words.ts";
import { useSettings } from "../../settings/use-settings.ts";
import type { Listed } from "./listed.ts";
import type { Column } from "./order.ts";

/** In CSS pixels. */
export const ROW_HEIGHT = 36;

interface ProjectRowProps {
  readonly row: Listed;
  readonly index: number;
  readonly top: number;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly currency: string | null;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
  readonly onMenu: (anchor: HTMLElement) => void;
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void;
}

/** A project in the list. */
export function ProjectRow(props: ProjectRowProps) {
  const { row, index, top, isSelected, isTabStop, currency, onSelect, onOpen, onMenu, onKey } = props;
  const settings = useSettings();
  const { figures } = row;
  const work = figures === null ? null : operations(figures.flop, settings);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the list is a grid of its own, see ProjectsTable
    <div
      className={isSelected ? "projects-line projects-row projects-row-selected" : "projects-line projects-row"}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !isSelected) onSelect();
      }}
      onClick={onSelect}
      onDoubleClick={onOpen}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(event.currentTarget);
      }}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget) onKey(event);
      }}
    >
      <Cell of="title">
        {row.isDeleted ? (
          <span className="projects-name">{row.title}</span>
        ) : (
          <a
            className="projects-name"
            tabIndex={-1}
            href={addressOf({ kind: "plan", id: row.id, view: "experiments", place: null })}
            title={row.title}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              event.stopPropagation();
              onOpen();
            }}
          >
            {row.title}
          </a>
        )}
        <Marks row={row} />
      </Cell>
      <Cell of="funder">{row.funder}</Cell>
      <Cell of="total">
        {figures !== null && figures.total !== null && (
          <>
            <ReadableNumber value={readable(figures.total)} exact={moneyExact(figures.total, figures.currency)} />
            {currency === null && <span className="projects-currency"> {figures.currency}</span>}
          </>
        )}
      </Cell>
      <Cell of="range">{figures !== null && <Range figures={figures} />}</Cell>
      <Cell of="cardHours">
        {figures !== null && (
          <ReadableNumber value={readable(figures.cardHours)} exact={`${exact(figures.cardHours)} card-hours`} />
        )}
      </Cell>
      <Cell of="flop">{work !== null && <ReadableNumber value={work.value} exact={work.exact} />}</Cell>
      <Cell of="runs">{figures !== null && countText(figures.runs)}</Cell>
      <Cell of="revision">{row.revision}</Cell>
      <Cell of="changed">
        {row.changedAt !== null && (
          <time dateTime={new Date(row.changedAt).toISOString()} title={fullWhen(row.changedAt)}>
            {whenWords(row.changedAt, Date.now())}
          </time>
        )}
        <button
          type="button"
          className="projects-more"
          tabIndex={isSelected ? 0 : -1}
          aria-label={`What can be done with ${row.title}`}
          title="More"
          aria-haspopup="menu"
          onClick={(event) => {
            event.stopPropagation();
            onMenu(event.currentTarget);
          }}
        >
          <More size={14} />
        </button>
      </Cell>
    </div>
  );
}

function Cell({ of, children }: { readonly of: Column; readonly children: ReactNode }) {
  return (
    <div className={`projects-cell projects-${of}`} role={of === "title" ? "rowheader" : "gridcell"}>
      {children}
    </div>
  );
}

/** What sets a row apart, in words. */
function Marks({ row: { kind, isChanged, faults, isDeleted } }: { readonly row: Listed }) {
  const draft =
    kind === "project" ? (isChanged ? "draft with changes" : null) : isChanged ? "draft, not in the record" : null;
  return (
    <>
      {draft !== null && !isDeleted && <span className="projects-mark">{draft}</span>}
      {faults > 0 && (
        <span className="projects-mark projects-faults">
          <Warning size={12} /> {counted(faults, "fault")}
        </span>
      )}
    </>
  );
}

function Range({ figures: { low, p10, p50, p90, high, total } }: { readonly figures: Figures }) {
  if (low === null || p10 === null || p50 === null || p90 === null || high === null || total === null) return null;
  if (low === high) return <span className="projects-certain">no range</span>;
  return (
    <>
      <RangeBar low={low} p10={p10} p50={p50} p90={p90} high={high} likely={total} />
      <span className="visually-hidden">{rangeText(p10, p90)}</span>
    </>
  );
}
