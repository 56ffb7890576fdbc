import IconButton from "@mui/material/IconButton";
import { type ReactNode, useMemo, useRef, useState } from "react";
import "../../../components/data-table.css";
import { Bin, Copy } from "../../../components/icons.tsx";
import type { Entry } from "../../../library/use-library.ts";
import type { Column, Noun } from "../noun.ts";
import { type Order, sorted } from "./arrange.ts";
import { SelectAll, SelectRow } from "./select-boxes.tsx";
import type { Selection } from "./selection.ts";
import { SortHead } from "./sort-head.tsx";
import { useRowsInSight } from "./use-rows-in-sight.ts";

interface RowTableProps<Value> {
  readonly noun: Noun<Value>;
  /** After the title, which every kind has as its first. */
  readonly columns: readonly Column<Value>[];
  readonly entries: readonly Entry<Value>[];
  /** Whether a row is among those that are looked for. The same function for the same search. */
  readonly isFound: (entry: Entry<Value>) => boolean;
  /** Said where no row is found. */
  readonly nothing: ReactNode;
  /** The id of the row whose form is open. */
  readonly openedId: string | null;
  /** Stands small beside the title. */
  readonly beside: (value: Value) => string | null;
  /** Null where rows cannot be selected. */
  readonly selection: Selection | null;
  readonly onEdit: (entry: Entry<Value>) => void;
  readonly onCopy: (entry: Entry<Value>) => void;
  readonly onDelete: (entry: Entry<Value>) => void;
}

/**
 * The entries of one kind: sorted by any column, found by any word, each opened by its title. They are sorted once and then only looked
 * through; of a long table the rows in sight are in the page.
 */
export function RowTable<Value>(props: RowTableProps<Value>) {
  const { noun, columns, entries, isFound, nothing, openedId, beside, selection, onEdit, onCopy, onDelete } = props;
  const [order, setOrder] = useState<Order>({ column: "title", down: false });
  const ordered = useMemo(() => {
    const column = columns.find(({ id }) => id === order.column);
    return sorted(entries, column?.sort ?? (({ value }) => noun.titleOf(value)), order.down);
  }, [entries, columns, order, noun]);
  const shown = useMemo(() => ordered.filter(isFound), [ordered, isFound]);
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = useRowsInSight(shown.length, body, ".library-main");

  if (shown.length === 0) {
    return (
      <p className="library-nothing" role="status">
        {nothing}
      </p>
    );
  }
  const title = noun.one.charAt(0).toUpperCase() + noun.one.slice(1);
  return (
    <table
      className={rows.isLong ? "data-table library-table library-table-long" : "data-table library-table"}
      aria-rowcount={rows.isLong ? shown.length + 1 : undefined}
    >
      <SortHead
        heads={[{ id: "title", title }, ...columns]}
        order={order}
        onOrder={setOrder}
        withActions
        before={selection === null ? null : <SelectAll rows={shown} many={noun.many} selection={selection} />}
      />
      <tbody ref={body}>
        {rows.above > 0 && <Gap height={rows.above} />}
        {rows.indices.map((index) => {
          const entry = shown[index];
          if (entry === undefined) return null;
          const name = noun.titleOf(entry.value);
          const small = beside(entry.value);
          const isSelected = selection?.ids.has(entry.id) === true;
          return (
            <tr
              key={entry.id}
              ref={rows.measure}
              data-index={index}
              aria-rowindex={rows.isLong ? index + 2 : undefined}
              className={entry.id === openedId || isSelected ? "selected" : undefined}
            >
              <th scope="row">
                {selection !== null && <SelectRow id={entry.id} name={name} selection={selection} />}
                <button type="button" className="library-title" data-row={entry.id} onClick={() => onEdit(entry)}>
                  {name}
                </button>
                {small !== null && <span className="library-beside">{small}</span>}
              </th>
              {columns.map(({ id, isNumber = false, cell }) => (
                <td key={id} className={isNumber ? "number" : undefined}>
                  {cell(entry)}
                </td>
              ))}
              <td className="library-actions">
                <IconButton aria-label={`Copy ${name}`} title="Copy" onClick={() => onCopy(entry)}>
                  <Copy size={14} />
                </IconButton>
                <IconButton aria-label={`Delete ${name}`} title="Delete" onClick={() => onDelete(entry)}>
                  <Bin size={14} />
                </IconButton>
              </td>
            </tr>
          );
        })}
        {rows.below > 0 && <Gap height={rows.below} />}
      </tbody>
    </table>
  );
}

/** As high as the rows that are not in the page. */
const Gap = ({ height }: { readonly height: number }) => <tr className="library-gap" style={{ height }} />;
