import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from "react";
import { LazyMenu } from "../../components/lazy-menu.tsx";
import type { PopMenuItem } from "../../components/pop-menu.tsx";
import type { Listed } from "./listed.ts";
import type { Column, Order } from "./order.ts";
import { ProjectRow, ROW_HEIGHT } from "./project-row.tsx";
import { TableHead } from "./table-head.tsx";
import "./projects-table.css";

export interface RowAction {
  readonly id: string;
  readonly words: string;
  readonly run: (row: Listed) => void;
}

interface ProjectsTableProps {
  readonly rows: readonly Listed[];
  readonly order: Order;
  readonly onSort: (column: Column) => void;
  /** The currency that all rows are in; null where each says its own. */
  readonly currency: string | null;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (row: Listed) => void;
  readonly onDelete: (row: Listed) => void;
  readonly actionsOf: (row: Listed) => readonly RowAction[];
}

const HEAD_HEIGHT = 40;
const PAGE_ROWS = 10;

/**
 * The list, of which only the rows in sight are in the page. One stop of Tab: arrows move the selection, Enter opens, Delete
 * deletes, the menu key or Shift and F10 shows what else can be done.
 */
export function ProjectsTable(props: ProjectsTableProps) {
  const { rows, order, onSort, currency, selected, onSelect, onOpen, onDelete, actionsOf } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const focusNext = useRef(false);
  const [menu, setMenu] = useState<{ readonly row: Listed; readonly anchor: HTMLElement } | null>(null);
  const at = rows.findIndex(({ id }) => id === selected);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollPaddingStart: HEAD_HEIGHT,
    // The selected row is always in the page, so that the keyboard finds its way back to it.
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const shown = defaultRangeExtractor(range);
        return at < 0 || shown.includes(at) ? shown : [...shown, at].sort((a, b) => a - b);
      },
      [at],
    ),
  });

  useLayoutEffect(() => {
    if (!focusNext.current || at < 0) return;
    focusNext.current = false;
    scroller.current?.querySelector<HTMLElement>('[role="row"][aria-selected="true"]')?.focus({ preventScroll: true });
  });

  const moveTo = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined) return;
    focusNext.current = true;
    onSelect(row.id);
    virtualizer.scrollToIndex(rows.indexOf(row), { align: "auto" });
  };

  const press = (event: KeyboardEvent<HTMLElement>, row: Listed) => {
    const index = rows.indexOf(row);
    const isMenuKey = event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
    if (isMenuKey) setMenu({ row, anchor: event.currentTarget });
    else if (event.ctrlKey || event.altKey || event.metaKey) return;
    else if (event.key === "ArrowDown") moveTo(index + 1);
    else if (event.key === "ArrowUp") moveTo(index - 1);
    else if (event.key === "PageDown") moveTo(index + PAGE_ROWS);
    else if (event.key === "PageUp") moveTo(index - PAGE_ROWS);
    else if (event.key === "Home") moveTo(0);
    else if (event.key === "End") moveTo(rows.length - 1);
    else if (event.key === "Enter") onOpen(row);
    else if (event.key === "Delete") onDelete(row);
    else return;
    event.preventDefault();
  };

  return (
    <div className="projects-scroll" ref={scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: rows that are out of sight are not in the page, which a table element would need */}
      <div className="projects-grid" role="grid" aria-label="Projects" aria-rowcount={rows.length + 1}>
        <TableHead order={order} onSort={onSort} currency={currency} />
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div className="projects-rows" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <ProjectRow
                key={row.id}
                row={row}
                index={index}
                top={start}
                isSelected={index === at}
                isTabStop={at < 0 ? index === 0 : index === at}
                currency={currency}
                onSelect={() => onSelect(row.id)}
                onOpen={() => onOpen(row)}
                onMenu={(anchor) => {
                  onSelect(row.id);
                  setMenu({ row, anchor });
                }}
                onKey={(event) => press(event, row)}
              />
            );
          })}
        </div>
      </div>
      <LazyMenu
        anchor={menu?.anchor ?? null}
        items={menu === null ? [] : actionsOf(menu.row).map(({ id, words }): PopMenuItem => ({ id, content: words }))}
        onPick={(id) => {
          if (menu !== null)
            actionsOf(menu.row)
              .find((action) => action.id === id)
              ?.run(menu.row);
        }}
        onClose={() => {
          setMenu(null);
          focusNext.current = true;
        }}
      />
    </div>
  );
}
