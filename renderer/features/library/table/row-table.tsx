import IconButton from "@mui/material/IconButton";
import { useMemo, useState } from "react";
import "../../../components/data-table.css";
import { Bin, Copy } from "../../../components/icons.tsx";
import type { Entry } from "../../../library/use-library.ts";
import type { Column, Noun } from "../noun.ts";
import { matches, type Order, sorted } from "./arrange.ts";
import { SortHead } from "./sort-head.tsx";

interface RowTableProps<Value> {
  readonly noun: Noun<Value>;
  /** After the title, which every kind has as its first. */
  readonly columns: readonly Column<Value>[];
  readonly entries: readonly Entry<Value>[];
  readonly search: string;
  /** The id of the row whose form is open. */
  readonly openedId: string | null;
  /** Stands small beside the title. */
  readonly beside: (value: Value) => string | null;
  readonly onEdit: (entry: Entry<Value>) => void;
  readonly onCopy: (entry: Entry<Value>) => void;
  readonly onDelete: (entry: Entry<Value>) => void;
}

/** The entries of one kind: sorted by any column, found by any word, each opened by its title. */
export function RowTable<Value>(props: RowTableProps<Value>) {
  const { noun, columns, entries, search, openedId, beside, onEdit, onCopy, onDelete } = props;
  const [order, setOrder] = useState<Order>({ column: "title", down: false });
  const shown = useMemo(() => {
    const found = entries.filter(({ value }) => matches(noun.words(value), search));
    const column = columns.find(({ id }) => id === order.column);
    return sorted(found, column?.sort ?? (({ value }) => noun.titleOf(value)), order.down);
  }, [entries, search, columns, order, noun]);

  if (shown.length === 0) {
    return (
      <p className="library-nothing" role="status">
        No {noun.one} has “{search.trim()}” in it.
      </p>
    );
  }
  return (
    <table className="data-table library-table">
      <SortHead
        heads={[{ id: "title", title: noun.one.charAt(0).toUpperCase() + noun.one.slice(1) }, ...columns]}
        order={order}
        onOrder={setOrder}
        withActions
      />
      <tbody>
        {shown.map((entry) => {
          const title = noun.titleOf(entry.value);
          const small = beside(entry.value);
          return (
            <tr key={entry.id} className={entry.id === openedId ? "selected" : undefined}>
              <th scope="row">
                <button type="button" className="library-title" data-row={entry.id} onClick={() => onEdit(entry)}>
                  {title}
                </button>
                {small !== null && <span className="library-beside">{small}</span>}
              </th>
              {columns.map(({ id, isNumber = false, cell }) => (
                <td key={id} className={isNumber ? "number" : undefined}>
                  {cell(entry)}
                </td>
              ))}
              <td className="library-actions">
                <IconButton aria-label={`Copy ${title}`} title="Copy" onClick={() => onCopy(entry)}>
                  <Copy size={14} />
                </IconButton>
                <IconButton aria-label={`Delete ${title}`} title="Delete" onClick={() => onDelete(entry)}>
                  <Bin size={14} />
                </IconButton>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
